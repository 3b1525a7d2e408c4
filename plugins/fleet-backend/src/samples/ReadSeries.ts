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

import { unpackFigures } from './packFigures';
import { BlockTier } from './RawDbSamples';
import { DayBlock, digestsOf, RawBlock } from './SampleBlock';
import { RecentSample, StoredBlock } from './SampleStore';
import { DOWNSAMPLED_STEP, HOUR } from './sampleTimes';
import { TrendSpans } from './TrendGrid';

/** One series of all clusters, as its blocks tell it. */
export class ReadSeries {
  readonly #tier: BlockTier;
  readonly #id: string;
  readonly #raw = new Map<number, RawBlock[]>();
  readonly #days = new Map<number, DayBlock[]>();

  constructor(tier: BlockTier, id: string) {
    this.#tier = tier;
    this.#id = id;
  }

  /** Adds a later block. One that is damaged is a gap. */
  add({ clusterId, start, step, packed }: StoredBlock): void {
    let figures: Float64Array;
    try {
      figures = unpackFigures(packed);
    } catch {
      return;
    }
    if (this.#tier === 'raw') {
      push(this.#raw, clusterId, { start, step, figures });
    } else {
      // Seven digits are enough to draw, in half of the memory.
      push(this.#days, clusterId, {
        start,
        figures: new Float32Array(figures),
      });
    }
  }

  /** Puts the samples of a cluster into spans of time: those of the blocks, and the recent ones that are not among them. */
  fill(
    clusterId: number,
    recent: readonly RecentSample[],
    spans: TrendSpans,
  ): void {
    let end = -Infinity;
    for (const block of this.#raw.get(clusterId) ?? []) {
      end = block.start + HOUR;
      if (end > spans.start) fillRaw(block, spans);
    }
    for (const block of this.#days.get(clusterId) ?? []) {
      for (const { at, mean, ...digest } of digestsOf(block)) {
        end = at + DOWNSAMPLED_STEP;
        spans.add(at, DOWNSAMPLED_STEP, mean, digest);
      }
    }
    for (const { at, step, figures } of recent) {
      const value = figures[this.#id];
      if (at >= end && value !== undefined) spans.add(at, step, value);
    }
  }
}

function fillRaw({ start, step, figures }: RawBlock, spans: TrendSpans): void {
  for (let place = 0; place < figures.length; place++) {
    if (!Number.isNaN(figures[place])) {
      spans.add(start + place * step, step, figures[place]);
    }
  }
}

function push<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  list.push(item);
}
