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

import { SampleSettings } from '@quarterdeck/backstage-plugin-fleet-common';
import { SampleSeries } from '@quarterdeck/backstage-plugin-fleet-node';
import { Inventory } from '../inventory/Inventory';
import { FleetLeases } from '../leases/FleetLeases';
import { SeriesPlan } from './planSeries';
import { SampleLimits } from './readSampleLimits';
import { SAMPLES_LEASE } from './Sampler';
import { SampleStore } from './SampleStore';
import {
  DOWNSAMPLED_RETENTION,
  DOWNSAMPLED_STEP,
  RAW_RETENTION,
} from './sampleTimes';

/** What is sampled, by whom, and what it takes. */
export class SampleReport {
  readonly #store: SampleStore;
  readonly #leases: FleetLeases;
  readonly #series: readonly SampleSeries[];
  readonly #plan: () => SeriesPlan;
  readonly #limits: SampleLimits;
  readonly #inventory: Inventory;

  constructor(options: {
    store: SampleStore;
    leases: FleetLeases;
    series: readonly SampleSeries[];
    plan: () => SeriesPlan;
    limits: SampleLimits;
    inventory: Inventory;
  }) {
    this.#store = options.store;
    this.#leases = options.leases;
    this.#series = options.series;
    this.#plan = options.plan;
    this.#limits = options.limits;
    this.#inventory = options.inventory;
  }

  async read(now: number = Date.now()): Promise<SampleSettings> {
    const { enabled, interval, ...budget } = this.#limits;
    const { sampled, leftOut, bytesPerDay } = this.#plan();
    const [lease, used, newest] = await Promise.all([
      this.#leases.store.current(SAMPLES_LEASE),
      this.#store.use(now),
      this.#store.newest(),
    ]);
    return {
      enabled,
      interval,
      rawRetention: RAW_RETENTION,
      downsampledRetention: DOWNSAMPLED_RETENTION,
      downsampledStep: DOWNSAMPLED_STEP,
      series: this.#series.map(({ id, title, unit }) => ({
        id,
        title,
        unit,
        leftOut: leftOut.get(id),
      })),
      budget,
      use: {
        clusters: this.#inventory.clusters().length,
        seriesPerCluster: sampled.length,
        plannedBytesPerDay: bytesPerDay,
        measuredBytesPerDay: used.lastDay,
        storedBytes: used.stored,
      },
      ...(lease?.holder && {
        sampler: {
          instance: lease.holder,
          here: lease.holder === this.#leases.instance.id,
        },
      }),
      lastSample: newest,
    };
  }
}
