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
import { Workload, workloads } from '../workloads';

export const HELP = `Measures the fleet backend, and the informers of @kubernetes/client-node beside it.

Usage: yarn bench --workload W1|W3 [options]

  --workload NAME   W1 (5 clusters of 500 pods) or W3 (50 of 2,000)
  --runs N          how often (default 1); each run has fresh processes
  --out FILE        where the JSON goes (default bench/out/<workload>.json)
  --no-peers        leaves out the informers
  --write-docs      puts the table into docs/performance.md
  --profile FOLDER  keeps CPU profiles there; the profiler costs time itself
  --clusters N, --pods N, --churn N, --viewers N, --seconds N
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
  readonly workload: Workload;
  readonly runs: number;
  readonly out: string;
  readonly peers: boolean;
  readonly writeDocs: boolean;
  readonly profile?: string;
}

/** Undefined when the command line asks for help. */
export function parseOptions(args: string[]): BenchOptions | undefined {
  const values = parsed(args);
  if (values.help) return undefined;
  const named = workloads[values.workload ?? ''];
  if (!named) {
    throw new UsageError(
      values.workload === undefined
        ? '--workload is missing: choose W1 or W3.'
        : `--workload must be W1 or W3, not "${values.workload}".`,
    );
  }
  const whole = (
    name: 'runs' | 'clusters' | 'pods' | 'churn' | 'viewers' | 'seconds',
    least: number,
    most: number,
    otherwise: number,
  ) => {
    const text = values[name];
    if (text === undefined) return otherwise;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new UsageError(
        `--${name} must be a whole number from ${least} to ${most}, not "${text}".`,
      );
    }
    return value;
  };
  const workload: Workload = {
    ...named,
    clusters: whole('clusters', 1, 300, named.clusters),
    pods: whole('pods', 1, 20_000, named.pods),
    churn: whole('churn', 1, 10_000, named.churn),
    viewers: whole('viewers', 1, 500, named.viewers),
    seconds: whole('seconds', 1, 600, named.seconds),
  };
  const asNamed = JSON.stringify(workload) === JSON.stringify(named);
  if (values['write-docs'] && !asNamed) {
    throw new UsageError(
      '--write-docs goes only with a workload in its own sizes.',
    );
  }
  if (values['write-docs'] && values.profile !== undefined) {
    throw new UsageError(
      '--write-docs does not go with --profile: a profiler slows down what it measures.',
    );
  }
  return {
    workload: asNamed
      ? named
      : { ...workload, name: `${named.name} (changed)` },
    runs: whole('runs', 1, 20, 1),
    out: values.out ?? `bench/out/${named.name}.json`,
    peers: !values['no-peers'],
    writeDocs: values['write-docs'] ?? false,
    profile: values.profile,
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
        profile: text,
        peers: flag,
        'no-peers': flag,
        'write-docs': flag,
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.peers && values['no-peers']) {
      throw new UsageError('Choose one of --peers and --no-peers.');
    }
    return values;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const [reason] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(`${reason.replace(/\.$/, '')}. See --help.`);
  }
}
