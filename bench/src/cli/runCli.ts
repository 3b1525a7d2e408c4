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
import { WrongInventoryError } from '../measure/awaitCounts';
import { LOAD_CORE, pinThisProcess } from '../processes/pinning';
import { runBench } from '../runBench';
import { BenchOptions, HELP, parseOptions, UsageError } from './parseOptions';
import { plainTable, resultTable } from './resultTable';
import { writeDocs } from './writeDocs';

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
  const { workload } = options;
  // The clients are in this process.
  pinThisProcess(LOAD_CORE);
  const out = resolve(options.out);
  await mkdir(dirname(out), { recursive: true });
  const result = await runBench({
    ...options,
    log: line => process.stderr.write(`[bench] ${line}\n`),
  });
  await writeFile(out, `${JSON.stringify(result, undefined, 2)}\n`);
  process.stdout.write(
    [
      '',
      `${workload.name}: ${workload.clusters} clusters of ${workload.pods} pods, ${workload.churn} changes a second, ${workload.viewers} viewers, ${result.runs.length} run(s)`,
      '',
      plainTable(resultTable(result)),
      '',
      `All of it: ${out}`,
      ...(options.writeDocs ? [`Written to ${await writeDocs(result)}`] : []),
      '',
    ].join('\n'),
  );
}
