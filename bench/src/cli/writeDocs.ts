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

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../processes/root';
import { BenchResult } from '../runBench';
import { resultTable } from './resultTable';

/** Puts the table of a workload between its markers in docs/performance.md. */
export async function writeDocs(result: BenchResult): Promise<string> {
  const file = join(repositoryRoot, 'docs/performance.md');
  const text = await readFile(file, 'utf8');
  const { name } = result.workload;
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`${file} has no place for ${name}`);
  }
  await writeFile(
    file,
    `${text.slice(0, from + begin.length)}\n\n${section(result)}\n\n${text.slice(to)}`,
  );
  return file;
}

function section(result: BenchResult): string {
  const { workload, machine, date, runs, notMeasured } = result;
  const spread = runs.length > 1 ? ': median (least–most)' : '';
  const [head, ...rows] = resultTable(result);
  const table = [head, head.map(() => '---'), ...rows];
  // Aligned, as the formatter of the repository would leave it.
  const widths = widthsOf(table);
  const lines = table.map(
    row =>
      `| ${row
        .map((cell, index) =>
          cell === '---'
            ? '-'.repeat(widths[index])
            : cell.padEnd(widths[index]),
        )
        .join(' | ')} |`,
  );
  return [
    `${workload.clusters} clusters of ${workload.pods.toLocaleString('en-GB')} pods, ${workload.churn} changes a second, ${workload.viewers} viewers; ${runs.length} ${runs.length === 1 ? 'run' : 'runs'}${spread}.`,
    `Measured on ${date.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, ${machine.pinned ? 'pinned to cores' : 'not pinned to cores'}.`,
    '',
    ...lines,
    '',
    'Not measured:',
    '',
    ...notMeasured.map(
      (each, index) =>
        `- ${each}${index === notMeasured.length - 1 ? '.' : ';'}`,
    ),
  ].join('\n');
}

function widthsOf(rows: readonly string[][]): number[] {
  return rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
}
