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

import { Spread } from './summarise';

/** What a number of a run at W3 is to be; `live` is the browser's part of it. */
export interface Aim {
  readonly measure: string;
  /** Where the number stands in the summary of a result. */
  readonly path: string;
  readonly workload: 'W3' | 'W6' | 'live';
  readonly direction: 'at most' | 'at least';
  readonly value: number;
  /** `×` for ratios, empty for counts. */
  readonly unit: string;
}

const limit = (
  measure: string,
  path: string,
  value: number,
  unit: string,
  workload: Aim['workload'] = 'W3',
): Aim => ({ measure, path, workload, direction: 'at most', value, unit });

export const aims: readonly Aim[] = [
  {
    measure: 'Complete inventory, times faster than the informers',
    path: 'ratios.coldSyncComplete',
    workload: 'W3',
    direction: 'at least',
    value: 12,
    unit: '×',
  },
  limit(
    'First cluster complete',
    'ours.coldSync.firstClusterSeconds',
    0.3,
    's',
  ),
  limit('Memory added', 'ours.memory.addedRssMb', 200, 'MB'),
  limit(
    'Change to client, p99, all viewers, the API server’s time in it',
    'ours.manyViewers.latencyMs.p99',
    150,
    'ms',
  ),
  limit(
    'From the API server’s answer to client, p99, all viewers',
    'ours.manyViewers.afterWriteMs.p99',
    150,
    'ms',
  ),
  limit(
    'Page of 50, sorted and filtered, new question, p99',
    'ours.readPageMs.new.p99',
    25,
    'ms',
  ),
  limit('The next page of it, p99', 'ours.readPageMs.again.p99', 25, 'ms'),
  limit(
    'Longest stall of the event loop, all phases',
    'ours.longestStallMs',
    60,
    'ms',
  ),
  limit(
    'CPU for 10,000 changes, twenty live views, beside the idle process',
    'ours.twentyViews.cpuSecondsPer10kChangesBesideIdle',
    0.6,
    's',
  ),
  limit(
    'CPU for 10,000 changes, all viewers, beside the idle process',
    'ours.manyViewers.cpuSecondsPer10kChangesBesideIdle',
    0.6,
    's',
  ),
  limit(
    'Lists of watched kinds a minute, all viewers',
    'ours.manyViewers.requests.watchedListsPerMinute',
    0,
    '',
  ),
  limit(
    'Healthy clusters complete, with ten of fifty sick',
    'ratios.sickComplete',
    1.05,
    '×',
    'W6',
  ),
  limit(
    'From the API server’s answer to client, p99, with ten of fifty sick',
    'ratios.sickLatency',
    1.05,
    '×',
    'W6',
  ),
  limit(
    'Twenty cards in a browser: frames of more than 50 ms, left alone',
    'frames.still.longFrames',
    0,
    '',
    'live',
  ),
  limit(
    'The same while it is scrolled',
    'frames.scrolled.longFrames',
    0,
    '',
    'live',
  ),
  limit(
    'Reloaded: rows with data are shown after',
    'reloaded.dashboard.dataShown',
    300,
    'ms',
    'live',
  ),
  limit(
    'Opened: largest contentful paint, beside the catalog page',
    'ratios.largestContentfulPaint',
    1.2,
    '×',
    'live',
  ),
];

export type Verdict =
  | { readonly state: 'not measured' }
  | {
      readonly state: 'met' | 'missed';
      readonly measured: number;
      /** Measured to aim, turned so that it is above 1 where the aim is missed. */
      readonly off: number;
    };

/** How an aim stands by the medians of a result. */
export function verdictOf(
  aim: Aim,
  summary: Readonly<Record<string, Spread>> | undefined,
): Verdict {
  const measured = summary?.[aim.path]?.median;
  if (measured === undefined) return { state: 'not measured' };
  const atMost = aim.direction === 'at most';
  const met = atMost ? measured <= aim.value : measured >= aim.value;
  const off = atMost ? measured / aim.value : aim.value / measured;
  return { state: met ? 'met' : 'missed', measured, off };
}
