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
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Clock } from '../inventory/scheduling/Clock';
import { HeldLease, holdLease, LeasedWork } from './holdLease';
import { InstanceLease } from './InstanceLease';
import { LeaseContext, LeaseTimes } from './Lease';
import { LeaseStore } from './LeaseStore';
import { steadyClock } from './steadyClock';

/** Another process takes over at most 15 + 4.5 seconds after one died. */
export const defaultLeaseTimes: LeaseTimes = {
  duration: 15_000,
  margin: 3_000,
  retry: 3_000,
};

/** The leases of this process: the one that says that it lives, and those of its background work. */
export class FleetLeases {
  readonly #context: LeaseContext;
  readonly #random: () => number;
  readonly #works = new Map<string, HeldLease>();
  readonly instance: InstanceLease;

  /** Takes the lease of the process. The database must be migrated already. */
  static async start(options: {
    database: Knex;
    logger: LoggerService;
    times?: LeaseTimes;
    clock?: Clock;
    random?: () => number;
  }): Promise<FleetLeases> {
    const {
      database,
      logger,
      times = defaultLeaseTimes,
      clock = steadyClock,
      random = Math.random,
    } = options;
    const store = new LeaseStore({ database, duration: times.duration });
    const leases = new FleetLeases({ store, times, clock, logger }, random);
    await leases.instance.ensure();
    return leases;
  }

  private constructor(context: LeaseContext, random: () => number) {
    this.#context = context;
    this.#random = random;
    this.instance = new InstanceLease(randomUUID(), context);
  }

  get store(): LeaseStore {
    return this.#context.store;
  }

  /** Does background work while this process holds its lease, until `stop`. */
  hold(work: LeasedWork): void {
    if (this.#works.has(work.name)) {
      throw new Error(`The lease '${work.name}' is for one work only`);
    }
    this.#works.set(
      work.name,
      holdLease({
        ...this.#context,
        holder: this.instance.id,
        random: this.#random,
        work,
      }),
    );
  }

  /** Ends the background work and gives all leases back, so that others go on at once. */
  async stop(): Promise<void> {
    await Promise.all(Array.from(this.#works.values(), work => work.stop()));
    await this.instance.stop();
  }
}
