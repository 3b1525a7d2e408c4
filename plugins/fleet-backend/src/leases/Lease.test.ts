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

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ManualClock } from '../inventory/__testUtils__/ManualClock';
import { LeaseHarness, openLeases, until } from './__testUtils__/leaseHarness';
import { Lease, LeaseContext } from './Lease';
import { LeaseLostError } from './LeaseLostError';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const SECOND = 1_000;

describe.each(databases.eachSupportedId())('Lease on %s', databaseId => {
  let harness: LeaseHarness;
  let clock: ManualClock;
  let context: LeaseContext;

  beforeEach(async () => {
    harness = await openLeases(await databases.init(databaseId));
    clock = new ManualClock();
    context = {
      store: harness.store,
      times: {
        duration: 600 * SECOND,
        margin: 60 * SECOND,
        retry: SECOND,
      },
      clock,
      logger: mockServices.logger.mock(),
    };
  });

  afterEach(() => harness.knex.destroy());

  const taken = async (holder: string) => {
    const lease = await Lease.take(context, 'sweep', holder);
    if (!lease) throw new Error(`${holder} did not get the lease`);
    return lease;
  };
  const remaining = async () =>
    (await harness.store.current('sweep'))?.remaining ?? 0;

  it('renews itself while it is held, and can be taken at once when it is given back', async () => {
    const lease = await taken('ada');
    expect(lease).toMatchObject({ name: 'sweep', token: 1 });
    await expect(Lease.take(context, 'sweep', 'bo')).resolves.toBeUndefined();

    for (let round = 0; round < 3; round++) {
      await harness
        .knex('leases')
        .decrement('expires_at', 300 * SECOND)
        .where({ name: 'sweep' });
      clock.step(200 * SECOND);
      await until(
        async () => (await remaining()) > 500 * SECOND,
        'it is renewed',
      );
      expect(lease.signal.aborted).toBe(false);
    }

    await lease.release();
    expect(lease.signal.aborted).toBe(true);
    expect((await taken('bo')).token).toBe(2);
    await lease.release();
    await expect(harness.store.current('sweep')).resolves.toMatchObject({
      holder: 'bo',
    });
  });

  it('tells its work when it finds that another has it', async () => {
    const lease = await taken('ada');
    await harness.expire('sweep');
    await taken('bo');
    expect(lease.signal.aborted).toBe(false);
    clock.step(200 * SECOND);
    await until(() => lease.signal.aborted, 'the loss is noticed');
    expect(lease.signal.reason).toBeInstanceOf(LeaseLostError);
    await lease.release();
    await expect(harness.store.current('sweep')).resolves.toMatchObject({
      holder: 'bo',
      token: 2,
    });
  });

  it('ends its work before another could take it, when the database stays away', async () => {
    const lease = await taken('ada');
    const start = clock.now();
    await harness.knex.schema.renameTable('leases', 'elsewhere');
    const { warn } = context.logger as jest.Mocked<typeof context.logger>;
    for (let asked = 1; clock.now() - start < 540 * SECOND; asked++) {
      expect(lease.signal.aborted).toBe(false);
      clock.step(540 * SECOND);
      await until(
        () => lease.signal.aborted || warn.mock.calls.length >= asked,
        'the renewal fails',
      );
    }
    expect(lease.signal.reason).toBeInstanceOf(LeaseLostError);
    expect(clock.now() - start).toBe(540 * SECOND);
    expect(warn.mock.calls.length).toBeGreaterThan(3);
  });

  it('bears a database that is away for a while', async () => {
    const lease = await taken('ada');
    const { warn } = context.logger as jest.Mocked<typeof context.logger>;
    await harness.knex.schema.renameTable('leases', 'elsewhere');
    clock.step(200 * SECOND);
    await until(() => warn.mock.calls.length === 1, 'the renewal fails');
    await harness.knex.schema.renameTable('elsewhere', 'leases');
    await harness.knex('leases').decrement('expires_at', 300 * SECOND);
    clock.step(40 * SECOND);
    await until(
      async () => (await remaining()) > 500 * SECOND,
      'it is renewed',
    );
    clock.step(399 * SECOND);
    expect(lease.signal.aborted).toBe(false);
    await lease.release();
  });

  it('refuses the write of a holder that does not know yet that it was replaced, and tells it', async () => {
    const { knex } = harness;
    await knex.schema.createTable('notes', table => table.text('note'));
    const write = (lease: Lease, note: string) =>
      lease.fenced(transaction => transaction('notes').insert({ note }));
    const ada = await taken('ada');
    await write(ada, 'ada');
    await harness.expire('sweep');
    const bo = await taken('bo');
    await write(bo, 'bo');

    expect(ada.signal.aborted).toBe(false);
    await expect(write(ada, 'ada again')).rejects.toThrow(LeaseLostError);
    expect(ada.signal.aborted).toBe(true);
    await expect(knex('notes').pluck('note')).resolves.toEqual(['ada', 'bo']);
  });
});
