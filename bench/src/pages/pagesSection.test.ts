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

import { PageMedians } from './measurePages';
import { pagesSection } from './pagesSection';

const medians: PageMedians = {
  firstContentfulPaint: 500,
  largestContentfulPaint: 1_000,
  dataShown: 1_500,
  scriptBytes: 1_024_000,
  scripts: 60,
  blockingTime: 100,
  longestTask: 80,
};

it('tells pages apart by their ratio, and holds it against the aim', () => {
  const section = pagesSection(
    {
      rounds: 3,
      clusters: 6,
      dashboard: {
        ...medians,
        largestContentfulPaint: 1_160,
        scriptBytes: 1_228_800,
      },
      catalog: medians,
      ratios: { largestContentfulPaint: 1.16, scriptBytes: 1.2 },
      visits: { dashboard: [], catalog: [] },
    },
    '2026-11-28T12:00:00.000Z',
  );
  const cells = section
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
  expect(section).toContain('Medians of 3 visits to each page');
  expect(section).toContain('Measured on 2026-11-28.');
  expect(cells).toContainEqual([
    'Largest contentful paint',
    '1,160 ms',
    '1,000 ms',
    '1.16 ×',
    '≤ 1.15 ×, missed',
  ]);
  expect(cells).toContainEqual([
    'Scripts, as sent',
    '1,200 KiB',
    '1,000 KiB',
    '1.20 ×',
    '≤ 1.2 ×, met',
  ]);
  expect(cells).toContainEqual([
    'Longest task',
    '80 ms',
    '80 ms',
    '1.00 ×',
    '',
  ]);
});
