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
  readonly store: LeaseStore;
  readonly instance: InstanceLease;
  readonly #context: LeaseContext;
  readonly #random: () => number;
  readonly #works: LeasedWork[] = [];
  #held: HeldLease[] | undefined;

  /** The database must be migrated already. Nothing is taken before `start`. */
  constructor(options: {
    database: Knex;
    logger: LoggerService;
    times?: LeaseTimes;
    clock?: Clock;
    random?: () => number;
  }) {
    const {
      database,
      logger,
      times = defaultLeaseTimes,
      clock = steadyClock,
      random = Math.random,
    } = options;
    this.store = new LeaseStore({ database, duration: times.duration });
    this.#context = { store: this.store, times, clock, logger };
    this.#random = random;
    this.instance = new InstanceLease(randomUUID(), this.#context);
  }

  /** Background work that is done whenever this process holds its lease, between `start` and `stop`. */
  hold(work: LeasedWork): void {
    if (this.#works.some(({ name }) => name === work.name)) {
      throw new Error(`The lease '${work.name}' is for one work only`);
    }
    this.#works.push(work);
    this.#held?.push(this.#begin(work));
  }

  /** Says that this process lives, and begins its background work. */
  start(): void {
    this.instance.start();
    this.#held ??= this.#works.map(work => this.#begin(work));
  }

  /** Ends the background work and gives its leases back, so that others go on at once. This process still counts as living. */
  async stopWork(): Promise<void> {
    await Promise.all((this.#held ?? []).map(work => work.stop()));
  }

  /** Ends all: nothing of this process is under way any longer. */
  async stop(): Promise<void> {
    await this.stopWork();
    await this.instance.stop();
  }

  #begin(work: LeasedWork): HeldLease {
    return holdLease({
      ...this.#context,
      holder: this.instance.id,
      random: this.#random,
      work,
    });
  }
}
