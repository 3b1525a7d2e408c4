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

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { BenchResult } from '../BenchResult';
import { WrongInventoryError } from '../measure/awaitCounts';
import { LOAD_CORE, pinThisProcess } from '../processes/pinning';
import { runBench } from '../runBench';
import { runSoak } from '../soak/runSoak';
import { Workload } from '../workloads';
import { sizesOf } from './docs/resultSection';
import { soakSection } from './docs/soakSection';
import { writeDocs, writeSoak } from './docs/writeDocs';
import { BenchOptions, HELP, parseOptions, UsageError } from './parseOptions';
import { plainTable } from './plainTable';
import { resultTables } from './resultTables';

export async function runCli(args: string[]): Promise<void> {
  try {
    const options = parseOptions(args);
    if (options) await run(options);
    else process.stdout.write(HELP);
  } catch (error) {
    const wrong = error instanceof WrongInventoryError;
    if (!wrong && !(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = wrong ? 1 : 2;
  }
}

async function run(options: BenchOptions): Promise<void> {
  // The clients are in this process.
  pinThisProcess(LOAD_CORE);
  for (const workload of options.workloads) {
    await (options.soakMinutes === undefined
      ? runOne(workload, options)
      : soakOne(workload, options.soakMinutes, options));
  }
}

const log = (line: string) => process.stderr.write(`[bench] ${line}\n`);

async function soakOne(
  workload: Workload,
  minutes: number,
  options: BenchOptions,
): Promise<void> {
  const out = resolve(options.out ?? 'bench/out/soak.json');
  await mkdir(dirname(out), { recursive: true });
  const result = await runSoak({ workload, minutes, log });
  await writeFile(out, `${JSON.stringify(result, undefined, 2)}\n`);
  process.stdout.write(`${soakSection(result)}\n\nAll of it: ${out}\n`);
  if (options.writeDocs) {
    process.stdout.write(`Written to ${await writeSoak(result)}\n`);
  }
}

async function runOne(
  workload: Workload,
  options: BenchOptions,
): Promise<void> {
  const out = resolve(
    options.out ?? `bench/out/${workload.name.split(' ')[0]}.json`,
  );
  await mkdir(dirname(out), { recursive: true });
  const result = await runBench({
    ...options,
    workload,
    log,
  });
  await writeFile(out, `${JSON.stringify(result, undefined, 2)}\n`);
  process.stdout.write(textOf(result));
  process.stdout.write(`All of it: ${out}\n`);
  if (options.writeDocs) {
    process.stdout.write(`Written to ${await writeDocs(result)}\n`);
  }
}

function textOf(result: BenchResult): string {
  const { workload, runs } = result;
  return [
    '',
    `${workload.name}: ${sizesOf(workload)}, ${runs.length} run(s)`,
    ...resultTables(result).flatMap(({ title, rows }) => [
      '',
      ...(title ? [title, ''] : []),
      plainTable(rows),
    ]),
    ...runs.flatMap(({ failed }) =>
      Object.entries(failed).map(([key, why]) => `\nFailed: ${key}: ${why}`),
    ),
    '',
    '',
  ].join('\n');
}
