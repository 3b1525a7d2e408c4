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

import { withinTime } from '../database/withinTime';
import { Lease } from '../leases/Lease';
import { packSamples } from './packSamples';
import { SampledCluster, SampleStore } from './SampleStore';
import { HOUR, startOf } from './sampleTimes';
import { ClusterFigures } from './SampleTaker';

/** How long after an hour its samples are packed, for a process that was late with the last one. */
const PACK_AFTER_MS = 2 * 60_000;
/** What is written while the lease is held once. */
export class SamplingRun {
  readonly #store: SampleStore;
  readonly #lease: Lease;
  /** Begins empty, so that a cluster is registered anew under each holder: of several incarnations the last one counts. */
  readonly #known = new Map<string, number>();
  #packedBefore = 0;
  #toPack: SampledCluster[] = [];

  constructor(store: SampleStore, lease: Lease) {
    this.#store = store;
    this.#lease = lease;
  }

  async add(
    at: number,
    step: number,
    samples: readonly ClusterFigures[],
  ): Promise<void> {
    if (samples.length === 0) return;
    // What is not committed is not known.
    const known = new Map(this.#known);
    await withinTime(
      this.#lease.fenced(transaction =>
        this.#store.add(transaction, { at, step, samples, known }),
      ),
    );
    known.forEach((id, key) => this.#known.set(key, id));
  }

  /** Packs the hours that are over, one cluster after another, for some milliseconds; the rest comes with the next sample. */
  async pack(now: number, milliseconds: number): Promise<void> {
    const before = startOf(now - PACK_AFTER_MS, HOUR);
    if (this.#toPack.length === 0) {
      if (before <= this.#packedBefore) return;
      this.#toPack = await this.#store.clusters();
      this.#packedBefore = before;
    }
    const until = performance.now() + milliseconds;
    while (this.#toPack.length > 0 && performance.now() < until) {
      const next = this.#toPack.shift()!;
      await withinTime(
        this.#lease.fenced(transaction =>
          packSamples(transaction, next, this.#packedBefore),
        ),
      );
      this.#lease.signal.throwIfAborted();
    }
  }
}
