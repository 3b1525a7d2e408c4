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

import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock, sleep } from '../inventory/scheduling/Clock';
import { LeasedWork } from '../leases/holdLease';
import { Lease } from '../leases/Lease';
import { SeriesPlan } from './planSeries';
import { SampleStore } from './SampleStore';
import { startOf } from './sampleTimes';
import { SampleTaker } from './SampleTaker';
import { SamplingRun } from './SamplingRun';

export const SAMPLES_LEASE = 'samples';

/** How much too early a timer may be. */
const EARLY_MS = 20;
/** Most time between two samples that goes into packing, as a part of the interval. */
const PACKING_SHARE = 0.25;

/**
 * Takes the samples of all clusters at equal intervals and keeps the database in order: one process of all does.
 *
 * @remarks
 *
 * A sample that cannot be taken or written in its time is left out: what was not collected stays a gap.
 */
export class Sampler implements LeasedWork {
  readonly name = SAMPLES_LEASE;
  readonly #store: SampleStore;
  readonly #taker: () => SampleTaker;
  readonly #plan: () => SeriesPlan;
  readonly #interval: number;
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  readonly #onSampled: () => void;

  constructor(options: {
    store: SampleStore;
    /** A new one for each time that this process holds the lease. */
    taker: () => SampleTaker;
    /** What is to be sampled with the present clusters. */
    plan: () => SeriesPlan;
    /** Milliseconds. */
    interval: number;
    clock: Clock;
    logger: LoggerService;
    onSampled: () => void;
  }) {
    this.#store = options.store;
    this.#taker = options.taker;
    this.#plan = options.plan;
    this.#interval = options.interval;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#onSampled = options.onSampled;
  }

  async run(lease: Lease): Promise<void> {
    const taker = this.#taker();
    const work = new SamplingRun(this.#store, lease);
    let failing = false;
    try {
      taker.open(this.#plan().sampled);
      while (!lease.signal.aborted) {
        await this.#untilNext(lease.signal);
        if (lease.signal.aborted) return;
        try {
          await this.#sample(taker, work);
          failing = false;
        } catch (error) {
          if (lease.signal.aborted) return;
          if (!failing) {
            this.#logger.warn('Samples could not be written', error as Error);
          }
          failing = true;
        }
      }
    } finally {
      taker.stop();
    }
  }

  async #untilNext(signal: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    const next = startOf(now, this.#interval) + this.#interval;
    await sleep(this.#clock, next - now, signal);
  }

  async #sample(taker: SampleTaker, work: SamplingRun): Promise<void> {
    const now = this.#clock.now();
    const at = startOf(now + EARLY_MS, this.#interval);
    const samples = taker.take(this.#plan().sampled, now);
    await work.add(at, this.#interval, samples);
    this.#onSampled();
    await work.pack(now, this.#interval * PACKING_SHARE);
  }
}
