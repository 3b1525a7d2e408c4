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
import type { StartDemoFleetOptions } from '../startDemoFleet';

export const DEFAULT_PORT = 6_440;

export const HELP = `Starts simulated Kubernetes clusters and writes a kubeconfig for them.

Usage: yarn demo-fleet [options]

  --scenario FILE     clusters to start (default: the fleet of scenarios/default.yaml)
  --clusters N        a synthetic fleet of N clusters (default 5), for load
  --pods N            pods in each cluster of a synthetic fleet (default 500)
  --churn N           changes a second over all of a synthetic fleet (default 10)
  --seed N            the same seed gives the same fleet (default 1)
  --port N            control endpoint; the clusters take the ports after it (default ${DEFAULT_PORT})
  --kubeconfig FILE   where to write (default .cache/demo-fleet/kubeconfig); FILE.portal has the credentials of a portal
  --speed F           how fast simulated time passes (default 1)
  --help              this text
`;

/** A command line that cannot be followed, with the reason. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export interface CliOptions {
  help: boolean;
  kubeconfig: string;
  fleet: StartDemoFleetOptions & { port: number };
}

export function parseOptions(args: string[]): CliOptions {
  const values = parsed(args);
  const number = (name: string, least: number, most: number, whole = true) => {
    const text = values[name];
    if (text === undefined) return undefined;
    const value = Number(text);
    const fits = text !== '' && value >= least && value <= most;
    if (!fits || (whole && !Number.isInteger(value))) {
      throw new UsageError(
        `--${name} must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}, not "${text}".`,
      );
    }
    return value;
  };
  const clusters = number('clusters', 1, 500);
  const pods = number('pods', 1, 200_000);
  const churn = number('churn', 0, 20_000, false);
  const synthetic = [clusters, pods, churn].some(value => value !== undefined);
  if (synthetic && values.scenario !== undefined) {
    throw new UsageError(
      '--scenario cannot go with --clusters, --pods or --churn: a fleet is either a scenario or synthetic.',
    );
  }
  return {
    help: values.help === 'true',
    kubeconfig: values.kubeconfig ?? '.cache/demo-fleet/kubeconfig',
    fleet: {
      scenario: values.scenario,
      clusters,
      pods,
      churn,
      seed: number('seed', 0, 2 ** 31 - 1),
      speed: number('speed', 0.01, 1_000, false),
      port: number('port', 1_024, 65_000) ?? DEFAULT_PORT,
    },
  };
}

function parsed(args: string[]): Record<string, string | undefined> {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args,
      options: {
        scenario: text,
        clusters: text,
        pods: text,
        churn: text,
        seed: text,
        port: text,
        kubeconfig: text,
        speed: text,
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { help, ...others } = values;
    return { ...others, ...(help && { help: 'true' }) };
  } catch (error) {
    const [reason] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(`${reason.replace(/\.$/, '')}. See --help.`);
  }
}
