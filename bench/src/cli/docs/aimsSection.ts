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

import { Aim, aims, Verdict, verdictOf } from '../../aims';
import { KeptResult } from './keptResults';
import { numberText } from '../resultTables';
import { markdownTable } from './markdownTable';

const SOURCES = new Map<Aim['workload'], string>([
  ['W3', 'W3'],
  ['W6', 'W6'],
  ['live', 'the browser'],
]);

/** The aims, and how the kept results stand to them. */
export function aimsSection(
  results: Readonly<Record<string, KeptResult | undefined>>,
): string {
  const dates = [...SOURCES].flatMap(([name, label]) => {
    const result = results[name];
    return result ? [`${label} of ${result.date.slice(0, 10)}`] : [];
  });
  return [
    dates.length > 0
      ? `From ${new Intl.ListFormat('en').format(dates)}.`
      : 'Not run yet.',
    '',
    markdownTable([
      ['Measure', 'Aim', 'Measured', ''],
      ...aims.map(aim => {
        const verdict = verdictOf(aim, results[aim.workload]?.summary);
        return [aim.measure, aimText(aim), ...verdictCells(aim, verdict)];
      }),
    ]),
  ].join('\n');
}

function aimText({ direction, value, unit }: Aim): string {
  return `${direction === 'at most' ? '≤' : '≥'} ${withUnit(`${value}`, unit)}`;
}

function verdictCells(aim: Aim, verdict: Verdict): [string, string] {
  if (verdict.state === 'not measured') return ['–', 'not measured'];
  const { measured, state, off } = verdict;
  const text = withUnit(numberText(measured), aim.unit);
  if (state === 'met') return [text, 'met'];
  return [
    text,
    Number.isFinite(off) ? `missed, ${off.toFixed(2)} × the aim` : 'missed',
  ];
}

function withUnit(number: string, unit: string): string {
  return unit ? `${number} ${unit}` : number;
}
