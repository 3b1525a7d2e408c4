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

import { TrendRange } from '@quarterdeck/backstage-plugin-fleet-common';
import { BlockTier } from './RawDbSamples';
import { DAY, DOWNSAMPLED_STEP, HOUR, startOf } from './sampleTimes';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Most spans of a trend. */
const MOST_SPANS = 300;

const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map(seconds => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map(minutes => minutes * MINUTE),
  ...[1, 2, 3, 6].map(hours => hours * HOUR),
];

const RANGES: Record<TrendRange, number> = {
  '15m': 15 * MINUTE,
  '1h': HOUR,
  '6h': 6 * HOUR,
  '24h': DAY,
  '7d': 7 * DAY,
  '30d': 30 * DAY,
};

/** Equal spans of time; the last one is that of now. */
export interface TrendGrid {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** Which samples a range is drawn from. */
export function tierOf(range: TrendRange): BlockTier {
  return RANGES[range] > DAY ? 'day' : 'raw';
}

/** The spans of a range: at most 300, and none shorter than the time between two samples. */
export function trendGrid(
  range: TrendRange,
  interval: number,
  now: number,
): TrendGrid {
  const length = RANGES[range];
  const finest = tierOf(range) === 'raw' ? interval : DOWNSAMPLED_STEP;
  const step = STEPS.find(
    each => each >= finest && each * MOST_SPANS >= length,
  )!;
  const count = Math.ceil(length / step);
  return { start: startOf(now, step) - (count - 1) * step, step, count };
}

/** What a range may show of any grid at a time: what is older need not be read. */
export function earliestOf(tier: BlockTier, now: number): number {
  const length = tier === 'raw' ? RANGES['24h'] : RANGES['30d'];
  return now - length - (tier === 'raw' ? HOUR : DAY);
}

/** Puts samples into the spans of a grid. */
export class TrendSpans {
  readonly #grid: TrendGrid;
  readonly #sums: Float64Array;
  readonly #weights: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;

  constructor(grid: TrendGrid) {
    this.#grid = grid;
    this.#sums = new Float64Array(grid.count);
    this.#weights = new Float64Array(grid.count);
    this.low = new Float64Array(grid.count).fill(NaN);
    this.high = new Float64Array(grid.count).fill(NaN);
  }

  /** The time from which samples are of interest. */
  get start(): number {
    return this.#grid.start;
  }

  /** Adds what was measured from `at` until `at + length`. What lasts longer than a span stands for each that it touches. */
  add(
    at: number,
    length: number,
    mean: number,
    digest: { low: number; high: number; count: number } = {
      low: mean,
      high: mean,
      count: 1,
    },
  ): void {
    const { start, step, count } = this.#grid;
    const first = Math.floor((at - start) / step);
    const last =
      length > step ? Math.floor((at + length - 1 - start) / step) : first;
    const { low, high } = digest;
    for (
      let place = Math.max(0, first);
      place <= last && place < count;
      place++
    ) {
      this.#sums[place] += mean * digest.count;
      this.#weights[place] += digest.count;
      if (!(this.low[place] <= low)) this.low[place] = low;
      if (!(this.high[place] >= high)) this.high[place] = high;
    }
  }

  /** Means; NaN where there is no sample. */
  means(): Float64Array {
    return this.#sums.map((sum, place) => sum / this.#weights[place]);
  }
}
