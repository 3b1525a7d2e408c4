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

import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { openFleetDatabase } from '../../database/openFleetDatabase';
import { LeaseTimes } from '../Lease';
import { LeaseStore } from '../LeaseStore';

/** So long that no machine is slow enough for a lease to end during a test by itself. */
export const longTimes: LeaseTimes = {
  duration: 600_000,
  margin: 60_000,
  retry: 20,
};

/** A migrated database with a store of leases, and what other processes and time may do to it. */
export interface LeaseHarness {
  readonly knex: Knex;
  readonly store: LeaseStore;
  /** Lets a lease be at its end, as if time had passed. */
  expire(name: string): Promise<void>;
}

export async function openLeases(
  knex: Knex,
  duration: number = longTimes.duration,
): Promise<LeaseHarness> {
  await openFleetDatabase(mockServices.database({ knex }));
  return {
    knex,
    store: new LeaseStore({ database: knex, duration }),
    async expire(name) {
      await knex('leases').where({ name }).update({ expires_at: 1 });
    },
  };
}

/** Waits until something is so. */
export async function until(
  test: () => boolean | Promise<boolean>,
  what: string,
): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await test())) {
    if (performance.now() > deadline) {
      throw new Error(`It did not come about that ${what}`);
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
