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

import { workloads } from '../../workloads';
import { liveSection } from './liveSection';
import { LiveFigures } from './measureLive';
import { FrameFigures } from './watchFrames';

const paint = {
  firstContentfulPaint: 400,
  largestContentfulPaint: 1_000,
  blockingTime: 0,
  longestTask: 80,
  dataShown: 700,
};
const visit = { ...paint, scriptBytes: 1, scripts: 1 };
const frames: FrameFigures = {
  seconds: 20,
  frames: 1_180,
  frameMs: { p50: 16.7, p99: 33.4, longest: 83.3 },
  longFrames: 1,
  longestWork: 61.2,
  longestScripts: '',
  changesPerSecond: 12.4,
};
const figures: LiveFigures = {
  workload: workloads.W3,
  machine: {
    cpu: 'a cpu',
    cores: 2,
    memoryGb: 24,
    system: 'linux',
    node: 'v22',
    pinned: false,
  },
  rounds: 3,
  cards: 20,
  churn: 199.6,
  opened: {
    dashboard: { ...visit, largestContentfulPaint: 1_150 },
    catalog: visit,
  },
  reloaded: { dashboard: paint, catalog: { ...paint, dataShown: 900 } },
  frames: {
    still: frames,
    scrolled: { ...frames, longFrames: 0, longestWork: 0 },
  },
  ratios: { largestContentfulPaint: 1.15 },
  visits: { dashboard: [], catalog: [] },
  reloads: { dashboard: [], catalog: [] },
};

it('tells how a live dashboard is opened, reloaded and drawn', () => {
  const section = liveSection(figures, '2026-11-29T12:00:00.000Z');
  const cells = section
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
  expect(section).toContain(
    '20 cards; 50 clusters of 2,000 pods, 200 changes a second, 1 viewer; medians of 3 visits and reloads of each page.',
  );
  expect(section).toContain('The fleet made 200 changes a second meanwhile.');
  expect(cells).toContainEqual([
    'Opened: largest contentful paint',
    '1,150 ms',
    '1,000 ms',
    '1.15 ×',
  ]);
  expect(cells).toContainEqual([
    'From the first paint to the rows',
    '300 ms',
    '500 ms',
    '0.60 ×',
  ]);
  expect(cells).toContainEqual(['Drawn in a second', '59', '59']);
  expect(cells).toContainEqual(['Work over 50 ms', '1', '0']);
});
