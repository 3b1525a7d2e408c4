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

import { BenchResult, Machine } from '../../BenchResult';
import { Workload } from '../../workloads';
import { resultTables } from '../resultTables';
import { markdownTable } from './markdownTable';

const NAMES: Readonly<Record<string, string>> = {
  peers: 'the informers',
  polling: 'the Kubernetes plugin',
};

/** What a result says in the documentation. */
export function resultSection(result: BenchResult): string {
  const { workload, machine, date, runs, notMeasured } = result;
  const spread = runs.length > 1 ? ': median (least–most)' : '';
  const failures = runs.flatMap(({ failed }) => Object.entries(failed));
  return [
    `${sizesOf(workload)}; ${runs.length} ${runs.length === 1 ? 'run' : 'runs'}${spread}.`,
    whenAndWhere(date, machine),
    '',
    ...resultTables(result).flatMap(({ title, rows }) => [
      ...(title ? [`${title}:`, ''] : []),
      markdownTable(rows),
      '',
    ]),
    'Not measured:',
    '',
    ...listOf([
      ...failures.map(([key, why]) => `${NAMES[key]}, which failed: ${why}`),
      ...notMeasured,
    ]),
  ].join('\n');
}

export function sizesOf(workload: Workload): string {
  const { clusters, pods, churn, viewers, sick } = workload;
  const number = (value: number) => value.toLocaleString('en-GB');
  return [
    `${number(clusters)} ${clusters === 1 ? 'cluster' : 'clusters'} of ${number(pods)} pods${sick ? `, ${sick} of them sick` : ''}`,
    `${number(churn)} changes a second`,
    `${number(viewers)} ${viewers === 1 ? 'viewer' : 'viewers'}`,
  ].join(', ');
}

export function whenAndWhere(date: string, machine: Machine): string {
  return `Measured on ${date.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, ${machine.pinned ? 'pinned to cores' : 'not pinned to cores'}.`;
}

function listOf(items: readonly string[]): string[] {
  return items.map(
    (each, index) => `- ${each}${index === items.length - 1 ? '.' : ';'}`,
  );
}
