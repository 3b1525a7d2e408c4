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

import { SoakResult, SoakSample } from '../../soak/SoakResult';
import { numberText } from '../resultTables';
import { markdownTable } from './markdownTable';
import { sizesOf, whenAndWhere } from './resultSection';

interface Row {
  readonly label: string;
  readonly value: (sample: SoakSample) => number | undefined;
  readonly perHour?: number;
}

/** What a soak says in the documentation. */
export function soakSection(result: SoakResult): string {
  const { workload, machine, date, samples, perHour, inventory } = result;
  const [first, last] = [samples[0], samples[samples.length - 1]];
  const rows: Row[] = [
    {
      label: 'Memory (RSS) after garbage collection, MB',
      value: ({ rssMb }) => rssMb,
      perHour: perHour.rssMb,
    },
    {
      label: 'Heap after garbage collection, MB',
      value: ({ heapMb }) => heapMb,
      perHour: perHour.heapMb,
    },
    {
      label: 'Open files and sockets',
      value: ({ files }) => files,
      perHour: perHour.files,
    },
    { label: 'CPU, % of a core', value: ({ cpuCores }) => cpuCores * 100 },
    {
      label: 'Change to client, p99 of a minute, ms',
      value: ({ latencyMs }) => latencyMs?.p99,
    },
    {
      label: 'Longest stall of the event loop in a minute, ms',
      value: ({ longestStallMs }) => longestStallMs,
    },
    {
      label: 'Lists of watched kinds in a minute',
      value: ({ requests }) => requests.watchedListsPerMinute,
    },
  ];
  const cell = (value: number | undefined) =>
    value === undefined ? '–' : numberText(value);
  const most = ({ value }: Row) => {
    const values = samples.flatMap(sample => value(sample) ?? []);
    return values.length > 0 ? Math.max(...values) : undefined;
  };
  return [
    `${Math.round(last.minute)} minutes of ${workload.name}: ${sizesOf(workload)}; each minute another viewer comes and something happens to a cluster: its watches are ended, answered with 410, or their history expires.`,
    whenAndWhere(date, machine),
    '',
    markdownTable([
      ['Measure', 'First minute', 'Last minute', 'Most', 'Growth an hour'],
      ...rows.map(row => [
        row.label,
        cell(row.value(first)),
        cell(row.value(last)),
        cell(most(row)),
        row.perHour === undefined ? '' : cell(row.perHour),
      ]),
    ]),
    '',
    `At the end the backend held the ${inventory.pods.toLocaleString('en-GB')} pods and ${inventory.nodes.toLocaleString('en-GB')} nodes of the fleet, and every change that was looked for had reached the client.`,
  ].join('\n');
}
