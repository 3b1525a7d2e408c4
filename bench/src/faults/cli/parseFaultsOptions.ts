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

const DEFAULT_RUNS = 2_000;
const DEFAULT_OUT = 'bench/out/faults.json';

export const HELP = `Breaks simulated clusters in every way of a table and in many at random, and checks what the fleet plugin and its client then hold.

Usage: yarn bench:faults [options]

  --runs N          random schedules (default ${DEFAULT_RUNS}; none with --cases)
  --seed N          of the first schedule, each has the next (default: by the time)
  --cases A1,B36    these cases of the table alone; "none" for no case
  --no-peers        leaves out the informers of @kubernetes/client-node
  --at-once N       cases or schedules played at once (default 12 and 60); they mostly wait
  --patience N      multiplies upper limits of time, for a slow machine (default 1)
  --out FILE        where the JSON goes (default ${DEFAULT_OUT})
  --write-docs      puts the results into docs/reliability.md
  --help            this text

Ends with 1 when the fleet plugin failed anywhere. A schedule that failed is played again with --cases none --runs 1 --seed N.
`;

/** A command line that cannot be followed, with the reason. */
export class FaultsUsageError extends Error {
  readonly name = 'FaultsUsageError';
}

export interface FaultsOptions {
  readonly runs: number;
  readonly seed: number;
  /** All when undefined. */
  readonly cases?: readonly string[];
  readonly peers: boolean;
  readonly atOnce?: number;
  readonly patience: number;
  readonly out: string;
  readonly writeDocs: boolean;
}

/** Undefined when the command line asks for help. */
export function parseFaultsOptions(
  args: string[],
  known: readonly string[],
  now: number,
): FaultsOptions | undefined {
  const values = parsed(args);
  if (values.help) return undefined;
  const whole = (
    name: 'runs' | 'seed' | 'at-once' | 'patience',
    least: number,
    most: number,
  ) => {
    const text = values[name];
    if (text === undefined) return undefined;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new FaultsUsageError(
        `--${name} must be a whole number from ${least} to ${most}, not "${text}".`,
      );
    }
    return value;
  };
  const cases = values.cases === 'none' ? [] : values.cases?.split(',');
  const unknown = cases?.find(id => !known.includes(id));
  if (unknown !== undefined) {
    throw new FaultsUsageError(
      `There is no case "${unknown}": choose of ${known.join(', ')}.`,
    );
  }
  if (values['write-docs'] && (cases || values['no-peers'])) {
    throw new FaultsUsageError(
      '--write-docs goes only with the whole table and all systems.',
    );
  }
  return {
    runs: whole('runs', 0, 1_000_000) ?? (cases ? 0 : DEFAULT_RUNS),
    seed: whole('seed', 0, 2 ** 31) ?? Math.floor(now / 1_000) % 2 ** 31,
    cases,
    peers: !values['no-peers'],
    atOnce: whole('at-once', 1, 500),
    patience: whole('patience', 1, 20) ?? 1,
    out: values.out ?? DEFAULT_OUT,
    writeDocs: values['write-docs'] ?? false,
  };
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args,
      options: {
        runs: text,
        seed: text,
        cases: text,
        'no-peers': flag,
        'at-once': text,
        patience: text,
        out: text,
        'write-docs': flag,
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const [reason] = (error as Error).message.split(/\. |\n/);
    throw new FaultsUsageError(`${reason.replace(/\.$/, '')}. See --help.`);
  }
}
