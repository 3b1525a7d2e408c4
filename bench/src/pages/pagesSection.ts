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

import { markdownTable } from '../cli/docs/markdownTable';
import { PageFigures, PageMeasure } from './measurePages';

/** How many times the catalog page's the dashboard's may be. */
const AIMS: Readonly<Partial<Record<PageMeasure, number>>> = {
  largestContentfulPaint: 1.15,
  scriptBytes: 1.2,
};

const ROWS: readonly (readonly [
  PageMeasure,
  string,
  (value: number) => string,
])[] = [
  ['largestContentfulPaint', 'Largest contentful paint', milliseconds],
  ['firstContentfulPaint', 'First contentful paint', milliseconds],
  ['dataShown', 'Rows with data are shown', milliseconds],
  ['scriptBytes', 'Scripts, as sent', kilobytes],
  ['scripts', 'Scripts, requests', value => `${value}`],
  ['blockingTime', 'Main thread blocked (over 50 ms of a task)', milliseconds],
  ['longestTask', 'Longest task', milliseconds],
];

/** What a run says of pages in the documentation. */
export function pagesSection(figures: PageFigures, date: string): string {
  const { rounds, clusters, dashboard, catalog } = figures;
  return [
    `Medians of ${rounds} visits to each page, one after the other in turns, each in a browser that knows nothing; ${clusters} clusters. Measured on ${date.slice(0, 10)}.`,
    '',
    markdownTable([
      ['Measure', 'Dashboard', 'Catalog page', 'Ratio', 'Aim'],
      ...ROWS.map(([measure, label, text]) => {
        const ratio = dashboard[measure] / catalog[measure];
        return [
          label,
          text(dashboard[measure]),
          text(catalog[measure]),
          `${ratio.toFixed(2)} ×`,
          verdict(ratio, AIMS[measure]),
        ];
      }),
    ]),
  ].join('\n');
}

function verdict(ratio: number, aim: number | undefined): string {
  if (aim === undefined) return '';
  return `≤ ${aim} ×, ${ratio <= aim ? 'met' : 'missed'}`;
}

function milliseconds(value: number): string {
  return `${Math.round(value).toLocaleString('en-GB')} ms`;
}

function kilobytes(value: number): string {
  return `${Math.round(value / 1024).toLocaleString('en-GB')} KiB`;
}
