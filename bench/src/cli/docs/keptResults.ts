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

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BenchResult } from '../../BenchResult';
import { benchFolder } from '../../processes/root';
import { workloads } from '../../workloads';

const folder = join(benchFolder, 'results');

/** What every kept result has. */
export type KeptResult = Pick<BenchResult, 'date' | 'summary'>;

/** The last results that the documentation was written from, by workload. */
export async function readKeptResults(): Promise<
  Record<string, BenchResult | undefined>
> {
  const names = Object.keys(workloads);
  const results = await Promise.all(names.map(name => read<BenchResult>(name)));
  return Object.fromEntries(names.map((name, index) => [name, results[index]]));
}

/** All that aims are held against: the workloads, and what browsers do with them. */
export async function readAimedResults(): Promise<
  Record<string, KeptResult | undefined>
> {
  return { ...(await readKeptResults()), live: await read<KeptResult>('live') };
}

export async function keepResult(name: string, result: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, `${name}.json`),
    `${JSON.stringify(result, undefined, 2)}\n`,
  );
}

async function read<T>(name: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
