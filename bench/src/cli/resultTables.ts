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

import { BenchResult } from '../BenchResult';
import { Spread } from '../summarise';
import { informerLines } from './tables/informerLines';
import { Line } from './tables/Line';
import { sickLines } from './tables/sickLines';
import { tabLines } from './tables/tabLines';

export interface ResultTable {
  readonly title?: string;
  /** Rows of cells; the first is the head. */
  readonly rows: readonly string[][];
}

/** What a result tells, as tables. */
export function resultTables(result: BenchResult): ResultTable[] {
  const { workload } = result;
  if (workload.sick) {
    return [
      tableOf(result, sickLines, {
        left: 'Healthy clusters alone',
        right: 'Among the sick',
      }),
    ];
  }
  return [
    tableOf(result, informerLines, {
      left: 'Quarterdeck',
      right: 'client-node informers',
    }),
    {
      title: `${workload.viewers} viewers who all look at one component with pods in every cluster`,
      ...tableOf(result, tabLines, {
        left: 'Quarterdeck',
        right: 'Kubernetes plugin',
      }),
    },
  ];
}

function tableOf(
  { summary, runs }: BenchResult,
  lines: readonly Line[],
  columns: { left: string; right: string },
): ResultTable {
  const cell = (path: string | undefined, unit: string, none: string) => {
    if (path === undefined) return none;
    const spread = summary[path];
    return spread ? spreadText(spread, unit, runs.length) : '–';
  };
  return {
    rows: [
      ['Measure', columns.left, columns.right, 'Ratio'],
      ...lines.map(({ label, unit, left, right, ratio }) => [
        label,
        cell(left, unit, '–'),
        cell(right, unit, '–'),
        cell(ratio, '×', ''),
      ]),
    ],
  };
}

function spreadText(spread: Spread, unit: string, runs: number): string {
  const scale = unit === '%' ? 100 : 1;
  const number = (value: number) => numberText(value * scale);
  const range =
    runs > 1 ? ` (${number(spread.min)}–${number(spread.max)})` : '';
  return `${number(spread.median)}${unit && ` ${unit}`}${range}`;
}

export function numberText(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en-GB');
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en-GB');
  return value.toFixed(size >= 10 ? 1 : 2);
}
