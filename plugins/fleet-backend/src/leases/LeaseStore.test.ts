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

import { TestDatabases } from '@backstage/backend-test-utils';
import { LeaseHarness, openLeases, until } from './__testUtils__/leaseHarness';
import { LeaseLostError } from './LeaseLostError';
import { LeaseStore } from './LeaseStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('LeaseStore on %s', databaseId => {
  let harness: LeaseHarness;
  let store: LeaseStore;

  beforeEach(async () => {
    harness = await openLeases(await databases.init(databaseId));
    store = harness.store;
  });

  afterEach(() => harness.knex.destroy());

  const taken = async (name: string, holder: string) => {
    const grant = await store.acquire(name, holder);
    if (!grant) throw new Error(`${holder} did not get '${name}'`);
    return grant;
  };

  it('gives a lease to one at a time, with a token that grows', async () => {
    await expect(store.current('sweep')).resolves.toBeUndefined();
    const ada = await taken('sweep', 'ada');
    expect(ada).toEqual({ name: 'sweep', holder: 'ada', token: 1 });
    await expect(store.acquire('sweep', 'bo')).resolves.toBeUndefined();
    await expect(store.acquire('other', 'bo')).resolves.toMatchObject({
      token: 1,
    });
    const state = await store.current('sweep');
    expect(state).toEqual({
      name: 'sweep',
      holder: 'ada',
      token: 1,
      remaining: expect.any(Number),
    });
    expect(state?.remaining).toBeGreaterThan(500_000);
    expect(state?.remaining).toBeLessThanOrEqual(600_000);

    await expect(store.release(ada)).resolves.toBe(true);
    await expect(store.current('sweep')).resolves.toEqual({
      name: 'sweep',
      holder: undefined,
      token: 1,
      remaining: 0,
    });
    await expect(store.acquire('sweep', 'bo')).resolves.toMatchObject({
      token: 2,
    });
  });

  it('renews a lease that is held, and none that has expired', async () => {
    const ada = await taken('sweep', 'ada');
    await harness
      .knex('leases')
      .decrement('expires_at', 300_000)
      .where({ name: 'sweep' });
    await expect(store.renew(ada)).resolves.toBe(true);
    const state = await store.current('sweep');
    expect(state?.remaining).toBeGreaterThan(500_000);

    await harness.expire('sweep');
    await expect(store.renew(ada)).resolves.toBe(false);
    await expect(store.release(ada)).resolves.toBe(false);
  });

  it('gives an expired lease to the next, and refuses the old holder everything', async () => {
    const ada = await taken('sweep', 'ada');
    await harness.expire('sweep');
    await expect(store.current('sweep')).resolves.toMatchObject({
      holder: undefined,
      token: 1,
    });
    const bo = await taken('sweep', 'bo');
    expect(bo.token).toBe(2);

    await expect(store.renew(ada)).resolves.toBe(false);
    await expect(store.release(ada)).resolves.toBe(false);
    const work = jest.fn();
    await expect(store.fenced(ada, work)).rejects.toThrow(LeaseLostError);
    expect(work).not.toHaveBeenCalled();
    await expect(store.current('sweep')).resolves.toMatchObject({
      holder: 'bo',
      token: 2,
    });
  });

  it('lets a holder take his own lease again, and fences off what he did before', async () => {
    const before = await taken('sweep', 'ada');
    const after = await taken('sweep', 'ada');
    expect(after.token).toBe(2);
    await expect(store.renew(before)).resolves.toBe(false);
    await expect(store.fenced(before, async () => 1)).rejects.toThrow(
      LeaseLostError,
    );
    await expect(store.fenced(after, async () => 1)).resolves.toBe(1);
  });

  it('gives it to one of many who ask at once, whether it is new, free or expired', async () => {
    const ask = (round: string) =>
      Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          store.acquire('sweep', `${round}-${index}`),
        ),
      );
    const winners: number[] = [];
    for (const round of ['new', 'free', 'expired']) {
      const grants = (await ask(round)).filter(grant => grant !== undefined);
      expect(grants).toHaveLength(1);
      winners.push(grants[0].token);
      await (round === 'new'
        ? store.release(grants[0])
        : harness.expire('sweep'));
    }
    expect(winners).toEqual([1, 2, 3]);
  });

  it('writes all that is done under the fence, or nothing', async () => {
    const ada = await taken('sweep', 'ada');
    const { knex } = harness;
    await knex.schema.createTable('notes', table => table.text('note'));
    await store.fenced(ada, transaction =>
      transaction('notes').insert({ note: 'done' }),
    );
    await expect(
      store.fenced(ada, async transaction => {
        await transaction('notes').insert({ note: 'half' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await expect(knex('notes').pluck('note')).resolves.toEqual(['done']);
  });

  it('lets nobody take a lease over while a write under it is under way', async () => {
    const { knex } = harness;
    await knex.schema.createTable('notes', table => table.text('note'));
    const ada = await taken('sweep', 'ada');
    const seen: string[][] = [];
    const takeOver = async () => {
      await taken('sweep', 'bo');
      seen.push(await knex('notes').pluck('note'));
    };
    let takingOver: Promise<void> | undefined;

    await store.fenced(ada, async transaction => {
      await transaction('notes').insert({ note: 'late' });
      await transaction('leases').update({ expires_at: 1 });
      takingOver = takeOver();
      if (databaseId !== 'SQLITE_3') {
        await until(async () => {
          const waiting = await transaction('pg_locks').where('granted', false);
          return waiting.length > 0;
        }, 'the other waits for the row');
      }
      expect(seen).toEqual([]);
    });
    await takingOver;
    expect(seen).toEqual([['late']]);
  });

  it('knows which of many are held, and forgets those that ended long ago', async () => {
    await taken('instance:a', 'a');
    await store.release(await taken('instance:b', 'b'));
    await taken('instance:c', 'c');
    await taken('sweep', 'c');
    await harness.expire('instance:c');
    await harness.expire('sweep');
    const names = ['instance:a', 'instance:b', 'instance:c', 'instance:d'];
    await expect(store.held(names)).resolves.toEqual(new Set(['instance:a']));
    await expect(store.held([])).resolves.toEqual(new Set());

    await expect(store.forget('instance:', 86_400_000)).resolves.toBe(1);
    await expect(
      harness.knex('leases').orderBy('name').pluck('name'),
    ).resolves.toEqual(['instance:a', 'instance:b', 'sweep']);
  });
});

const postgres = databases
  .eachSupportedId()
  .filter(([id]) => id !== 'SQLITE_3');

// A table of no databases is an error to Jest.
(postgres.length > 0 ? describe : describe.skip)('LeaseStore', () => {
  it('ends the transaction of a holder that stands still in it', async () => {
    const { knex, store, expire } = await openLeases(
      await databases.init('POSTGRES_15'),
    );
    await knex.schema.createTable('notes', table => table.text('note'));
    const ada = await store.acquire('sweep', 'ada');
    const brief = new LeaseStore({ database: knex, duration: 300 });

    await expect(
      brief.fenced(ada!, async transaction => {
        await transaction('notes').insert({ note: 'late' });
        // It waits for the row, which the transaction holds while it lives.
        await expire('sweep');
        await store.acquire('sweep', 'bo');
        await transaction('notes').insert({ note: 'too late' });
      }),
    ).rejects.toThrow();
    await expect(knex('notes').pluck('note')).resolves.toEqual([]);
    await expect(store.current('sweep')).resolves.toMatchObject({
      holder: 'bo',
      token: 2,
    });
    await knex.destroy();
  });
});
