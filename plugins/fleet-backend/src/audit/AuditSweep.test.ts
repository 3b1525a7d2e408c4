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
import { Knex } from 'knex';
import { ManualClock } from '../inventory/__testUtils__/ManualClock';
import { longTimes, until } from '../leases/__testUtils__/leaseHarness';
import { Lease } from '../leases/Lease';
import { LeaseLostError } from '../leases/LeaseLostError';
import { LeaseStore } from '../leases/LeaseStore';
import { steadyClock } from '../leases/steadyClock';
import { openAudit, OpenAudit } from './__testUtils__/openAudit';
import { AuditSweep } from './AuditSweep';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('AuditSweep on %s', databaseId => {
  let knex: Knex;
  let time: number;
  let timer: ManualClock;
  let processes: OpenAudit[];

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    time = 1_800_000_000_000;
    timer = new ManualClock();
    processes = [];
  });

  afterEach(async () => {
    await Promise.all(processes.map(process => process.stop()));
    await knex.destroy();
  });

  const start = async () => {
    const process = await openAudit({ knex, clock: () => time, timer });
    processes.push(process);
    return process;
  };
  const begin = async ({ audit }: OpenAudit, key: string) => {
    const { id } = await audit.begin({
      action: 'workload.scale',
      actor: 'user:default/ada',
      channel: 'rest',
      target: { cluster: 'east', kind: 'Deployment', name: 'web' },
      input: { key },
      idempotencyKey: key,
      requestHash: key,
    });
    return id;
  };
  const outcomes = async () =>
    Object.fromEntries(
      (await knex('audit_records')).map(row => [
        row.idempotency_key,
        row.outcome,
      ]),
    );
  const swept = (key: string) =>
    until(
      async () => (await outcomes())[key] === 'unknown',
      `'${key}' is closed`,
    );

  it('closes as unknown what a dead process left pending, and takes the true outcome of one that was alive', async () => {
    const old = await start();
    const id = await begin(old, 'old');
    await old.die();
    time += 1000;
    const { audit } = await start();

    await swept('old');
    const { items } = await audit.list({ limit: 1 });
    expect(items).toMatchObject([
      {
        outcome: 'unknown',
        message:
          'The portal stopped before the outcome was known. Look at the object to see whether it was done.',
        completedAt: 1_800_000_001_000,
      },
    ]);

    await old.audit.complete(id, { outcome: 'succeeded', message: 'Scaled' });
    await expect(audit.list({ limit: 1 })).resolves.toMatchObject({
      items: [{ outcome: 'succeeded' }],
    });
  });

  it('leaves what living processes do alone, and closes it when they die later', async () => {
    const first = await start();
    const second = await start();
    await begin(second, 'second');
    await begin(first, 'first');
    await begin(first, 'ancient');
    // Of a process of a release without leases.
    await knex('audit_records')
      .where({ idempotency_key: 'ancient' })
      .update({ instance_id: 'from before leases' });

    const sweep = async () => timer.step(5_000);
    await until(async () => {
      await sweep();
      return (await outcomes()).ancient === 'unknown';
    }, 'the ancient one is closed');
    await expect(outcomes()).resolves.toEqual({
      first: 'pending',
      second: 'pending',
      ancient: 'unknown',
    });

    await second.die();
    await until(async () => {
      await sweep();
      return (await outcomes()).second === 'unknown';
    }, 'what the dead one did is closed');
    await expect(outcomes()).resolves.toMatchObject({ first: 'pending' });
  });

  it('closes at once what a process left behind that stopped cleanly', async () => {
    const old = await start();
    await begin(old, 'old');
    await old.stop();
    await start();
    await swept('old');
    await expect(outcomes()).resolves.toEqual({ old: 'unknown' });
  });

  it('writes nothing when it was paused and another has taken over', async () => {
    const dead = await start();
    await begin(dead, 'dead');
    await dead.stop();
    const store = new LeaseStore({ database: knex, duration: 600_000 });
    const logger = mockServices.logger.mock();
    const lease = await Lease.take(
      { store, logger, times: longTimes, clock: steadyClock },
      'audit-sweep',
      'paused',
    );
    await knex('leases').update({ expires_at: 1 });
    await store.acquire('audit-sweep', 'other');

    const sweep = new AuditSweep({
      database: knex,
      leases: store,
      instance: 'paused',
      logger,
      clock: () => time,
      timer,
    });
    await expect(sweep.run(lease!)).rejects.toThrow(LeaseLostError);
    await expect(outcomes()).resolves.toEqual({ dead: 'pending' });
    expect(lease!.signal.aborted).toBe(true);
  });

  it('forgets the leases of processes that ended a day ago', async () => {
    const old = await start();
    await old.die();
    const { leases } = await start();
    await until(
      async () => (await knex('leases').pluck('name')).length === 2,
      'it is forgotten',
    );
    await expect(knex('leases').orderBy('name').pluck('name')).resolves.toEqual(
      ['audit-sweep', `instance:${leases.instance.id}`],
    );
  });
});
