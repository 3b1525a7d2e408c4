/*
 * Copyright 2026 The Quarterdeck Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { parseArgs } from 'node:util';
import { usualWorkloads, Workload, workloads } from '../workloads';

export const HELP = `Measures the fleet backend, and beside it the informers of @kubernetes/client-node and Backstage's own Kubernetes plugin.

Usage: yarn bench [options]

Without a workload it runs ${usualWorkloads.join(', ')} and writes docs/performance.md, which takes about half an hour on two cores.

  --workload NAME   one alone:
                      W1  5 clusters of 500 pods (4 minutes)
                      W2  15 clusters of 667 pods (5 minutes)
                      W3  50 clusters of 2,000 pods (10 minutes)
                      W4  300 clusters of 300 pods
                      W5  100 clusters of 2,500 pods, as many as fit into 24 GB
                      W6  W3, with ten of its clusters sick (15 minutes)
                      W7  one cluster of 150,000 pods
  --runs N          how often (default 1); each run has fresh processes
  --out FILE        where the JSON of one workload goes (default bench/out/<workload>.json)
  --no-peers        leaves out the informers and the Kubernetes plugin
  --write-docs      puts the results into docs/performance.md, its plot and bench/results
  --no-write-docs   leaves these as they are
  --soak MINUTES    keeps one workload (default W3) going under faults and samples it each minute
  --profile FOLDER  keeps CPU profiles there; the profiler costs time itself
  --clusters N, --pods N, --churn N, --viewers N, --seconds N, --sick N
                    other sizes than the workload's; --churn is changes a second over all
  --help            this text
`;

/** A command line that cannot be followed, with the reason. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export interface BenchOptions {
  readonly workloads: readonly Workload[];
  readonly runs: number;
  /** Of a single workload. */
  readonly out?: string;
  readonly peers: boolean;
  readonly writeDocs: boolean;
  readonly profile?: string;
  readonly soakMinutes?: number;
}

const SIZES = {
  clusters: [1, 300],
  pods: [1, 200_000],
  churn: [1, 20_000],
  viewers: [1, 500],
  seconds: [1, 600],
  sick: [0, 299],
} as const;

/** Undefined when the command line asks for help. */
export function parseOptions(args: string[]): BenchOptions | undefined {
  const values = parsed(args);
  if (values.help) return undefined;
  const whole = (
    name: keyof typeof SIZES | 'runs' | 'soak',
    [least, most]: readonly [number, number],
  ) => {
    const text = values[name];
    if (text === undefined) return undefined;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new UsageError(
        `--${name} must be a whole number from ${least} to ${most}, not "${text}".`,
      );
    }
    return value;
  };
  const sizes = Object.fromEntries(
    Object.entries(SIZES).flatMap(([name, range]) => {
      const value = whole(name as keyof typeof SIZES, range);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const changed = Object.keys(sizes).length > 0;
  const soakMinutes = whole('soak', [1, 2_000]);
  const name =
    values.workload ?? (soakMinutes === undefined ? undefined : 'W3');
  if (name !== undefined && !workloads[name]) {
    throw new UsageError(
      `--workload must be one of ${Object.keys(workloads).join(', ')}, not "${name}".`,
    );
  }
  if (name === undefined && (changed || values.out !== undefined)) {
    throw new UsageError('Other sizes and --out need a --workload.');
  }
  const chosen = (name === undefined ? usualWorkloads : [name]).map(
    each => workloads[each],
  );
  const sized = chosen.map(workload =>
    changed
      ? { ...workload, ...sizes, name: `${workload.name} (changed)` }
      : workload,
  );
  for (const { sick = 0, clusters } of sized) {
    if (sick >= clusters) {
      throw new UsageError('--sick must leave a cluster that is well.');
    }
  }
  if (values['write-docs'] && changed) {
    throw new UsageError(
      '--write-docs goes only with a workload in its own sizes.',
    );
  }
  if (values['write-docs'] && values.profile !== undefined) {
    throw new UsageError(
      '--write-docs does not go with --profile: a profiler slows down what it measures.',
    );
  }
  const peers = !values['no-peers'];
  const usual = name === undefined && peers && values.profile === undefined;
  return {
    workloads: sized,
    runs: whole('runs', [1, 20]) ?? 1,
    out: values.out,
    peers,
    writeDocs: values['write-docs'] ?? (usual && !values['no-write-docs']),
    profile: values.profile,
    soakMinutes,
  };
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const { values } = parseArgs({
      args,
      options: {
        workload: text,
        runs: text,
        out: text,
        clusters: text,
        pods: text,
        churn: text,
        viewers: text,
        seconds: text,
        sick: text,
        soak: text,
        profile: text,
        peers: flag,
        'no-peers': flag,
        'write-docs': flag,
        'no-write-docs': flag,
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.peers && values['no-peers']) {
      throw new UsageError('Choose one of --peers and --no-peers.');
    }
    if (values['write-docs'] && values['no-write-docs']) {
      throw new UsageError('Choose one of --write-docs and --no-write-docs.');
    }
    return values;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const [reason] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(`${reason.replace(/\.$/, '')}. See --help.`);
  }
}
