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

import { DAY, DOWNSAMPLED_STEP, HOUR, startOf } from './sampleTimes';

/** One figure, which stands for the time from `at` until `at + step`. */
export interface Sample {
  readonly at: number;
  readonly step: number;
  readonly value: number;
}

/** The samples of an hour, one for each `step` from `start`; NaN where there is none. */
export interface RawBlock {
  readonly start: number;
  readonly step: number;
  readonly figures: Float64Array;
}

/** What became of the samples of one downsampled step. */
export interface Digest {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
  /** Samples; without any the others are NaN. */
  readonly count: number;
}

/** The digests of a day: all lows, then all means, highs and counts. */
export interface DayBlock {
  readonly start: number;
  readonly figures: Float64Array | Float32Array;
}

const DIGESTS = DAY / DOWNSAMPLED_STEP;

/** The samples of one hour as a block, added to those that were there. Of two of the same time the later one counts. */
export function rawBlock(
  hour: number,
  samples: readonly Sample[],
  before?: RawBlock,
): RawBlock {
  const all = before ? [...samplesOf(before), ...samples] : samples;
  const step = all.reduce(
    (least, sample) => Math.min(least, sample.step),
    HOUR,
  );
  const figures = new Float64Array(Math.ceil(HOUR / step)).fill(NaN);
  for (const { at, value } of all) {
    figures[Math.floor((at - hour) / step)] = value;
  }
  return { start: hour, step, figures };
}

export function* samplesOf(block: RawBlock): Generator<Sample> {
  const { start, step, figures } = block;
  for (let place = 0; place < figures.length; place++) {
    const value = figures[place];
    if (!Number.isNaN(value)) yield { at: start + place * step, step, value };
  }
}

/** A day with the digests of one hour made anew from its samples; those of other hours stay. */
export function dayBlock(
  hour: RawBlock,
  before?: DayBlock,
): { start: number; figures: Float64Array } {
  const start = startOf(hour.start, DAY);
  const figures = before
    ? Float64Array.from(before.figures)
    : new Float64Array(4 * DIGESTS).fill(NaN);
  const spans = new Map<number, number[]>();
  for (const { at, value } of samplesOf(hour)) {
    const place = Math.floor((at - start) / DOWNSAMPLED_STEP);
    spans.set(place, [...(spans.get(place) ?? []), value]);
  }
  const first = (hour.start - start) / DOWNSAMPLED_STEP;
  for (let place = first; place < first + HOUR / DOWNSAMPLED_STEP; place++) {
    const { low, mean, high, count } = digestOf(spans.get(place) ?? []);
    figures[place] = low;
    figures[DIGESTS + place] = mean;
    figures[2 * DIGESTS + place] = high;
    figures[3 * DIGESTS + place] = count;
  }
  return { start, figures };
}

export function* digestsOf(
  block: DayBlock,
): Generator<Digest & { readonly at: number }> {
  const { start, figures } = block;
  for (let place = 0; place < DIGESTS; place++) {
    const count = figures[3 * DIGESTS + place];
    if (count > 0) {
      yield {
        at: start + place * DOWNSAMPLED_STEP,
        low: figures[place],
        mean: figures[DIGESTS + place],
        high: figures[2 * DIGESTS + place],
        count,
      };
    }
  }
}

function digestOf(values: readonly number[]): Digest {
  if (values.length === 0) return { low: NaN, mean: NaN, high: NaN, count: 0 };
  return {
    low: Math.min(...values),
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    high: Math.max(...values),
    count: values.length,
  };
}
