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

import { SampleRefusal } from '@quarterdeck/backstage-plugin-fleet-common';
import { SampleSeries } from '@quarterdeck/backstage-plugin-fleet-node';
import { SampleLimits } from './readSampleLimits';
import { DAY, DOWNSAMPLED_STEP } from './sampleTimes';

const FIGURE_BYTES = 8;
const DIGEST_FIGURES = 4;

/** Which series are sampled within the budget, and which are not. */
export interface SeriesPlan {
  readonly sampled: readonly SampleSeries[];
  readonly leftOut: ReadonlyMap<string, SampleRefusal>;
  /** The most that a day of all that is sampled can take. */
  readonly bytesPerDay: number;
}

/** The most that a day of one series of one cluster can take: figures of eight bytes, before they are packed. */
export function seriesBytesPerDay(interval: number): number {
  return (
    Math.ceil(DAY / interval) * FIGURE_BYTES +
    (DAY / DOWNSAMPLED_STEP) * DIGEST_FIGURES * FIGURE_BYTES
  );
}

/**
 * Holds the series against the budget, in the order in which they were declared.
 *
 * @remarks
 *
 * It counts the most that can come, so that what is sampled does not depend on what the figures happen to be: a chart would have a gap
 * every evening otherwise.
 */
export function planSeries(
  series: readonly SampleSeries[],
  clusters: number,
  limits: SampleLimits,
): SeriesPlan {
  const each = seriesBytesPerDay(limits.interval) * clusters;
  const affordable =
    each > 0 ? Math.floor(limits.maxBytesPerDay / each) : Infinity;
  const leftOut = new Map<string, SampleRefusal>();
  const sampled = series.filter(({ id }, place) => {
    if (place >= limits.maxSeriesPerCluster) leftOut.set(id, 'series');
    else if (place >= affordable) leftOut.set(id, 'bytes');
    return !leftOut.has(id);
  });
  return { sampled, leftOut, bytesPerDay: each * sampled.length };
}
