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
import knexFactory, { Knex } from 'knex';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openAudit } from '../audit/__testUtils__/openAudit';
import { CredentialCipher } from '../clusters/stored/CredentialCipher';
import { StoredClusterStore } from '../clusters/stored/StoredClusterStore';
import { until } from '../leases/__testUtils__/leaseHarness';
import { databaseKind } from './databaseKind';
import { takeMigrationLock } from './migrationLock';
import { migrationNames } from './migrationNames';
import { openFleetDatabase } from './openFleetDatabase';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

/** Brings an empty database to where an earlier release left it. */
async function restore(knex: Knex, newestMigration: string): Promise<void> {
  const kind = databaseKind(knex);
  const file = `${newestMigration}.${kind}.sql`;
  const sql = readFileSync(path.join(__dirname, '__fixtures__', file), 'utf8');
  // SQLite takes one statement at a time, and its file has one a line.
  const statements = kind === 'sqlite' ? sql.trim().split('\n') : [sql];
  for (const statement of statements) {
    await knex.raw(statement);
  }
}

describe.each(databases.eachSupportedId())(
  'openFleetDatabase on %s',
  databaseId => {
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });

    afterEach(() => knex.destroy());

    const open = (skip?: boolean) =>
      openFleetDatabase(mockServices.database({ knex, migrations: { skip } }));
    const done = () => knex('knex_migrations').orderBy('id').pluck('name');
    const everything = async () => ({
      leases: await knex.schema.hasTable('leases'),
      dashboards: await knex.schema.hasTable('dashboards'),
      migrations: await knex('knex_migrations').orderBy('id'),
      locks: await knex('knex_migrations_lock').orderBy('index'),
      records: await knex('audit_records').orderBy('sequence'),
      clusters: await knex('stored_clusters').orderBy('name'),
    });

    it('makes the tables of this release, and finds them again', async () => {
      await expect(open()).resolves.toBe(knex);
      await expect(done()).resolves.toEqual(await migrationNames());
      const before = await everything();
      await open();
      await expect(everything()).resolves.toEqual(before);
    });

    it.each([
      {
        newest: '20261121050000_stored_clusters',
        leases: false,
        migrations: 2,
      },
      { newest: '20261128160000_leases', leases: true, migrations: 3 },
    ])(
      'upgrades the database of $newest and loses nothing',
      async ({ newest, ...known }) => {
        await restore(knex, newest);
        const before = await everything();
        expect(before).toMatchObject({
          leases: known.leases,
          dashboards: false,
          migrations: { length: known.migrations },
          records: { length: 3 },
          clusters: { length: 1 },
        });

        await open();
        const after = await everything();
        expect(after).toMatchObject({
          leases: true,
          dashboards: true,
          records: before.records,
          clusters: before.clusters,
        });
        expect(after.migrations.slice(0, known.migrations)).toEqual(
          before.migrations,
        );
        await expect(done()).resolves.toEqual(await migrationNames());

        const process = await openAudit({
          knex,
          clock: () => 1_796_000_000_000,
        });
        const outcomes = async () =>
          (await process.audit.list({ limit: 9 })).items.map(
            ({ outcome }) => outcome,
          );
        // The process of the previous release is gone, and held no lease.
        await until(
          async () => (await outcomes())[0] === 'unknown',
          'what was pending is closed',
        );
        await expect(outcomes()).resolves.toEqual([
          'unknown',
          'denied',
          'succeeded',
        ]);
        await process.stop();

        const clusters = await StoredClusterStore.create({
          database: mockServices.database({ knex }),
          cipher: CredentialCipher.fromConfig(
            mockServices.rootConfig({
              data: { fleet: { encryption: { keys: ['o'.repeat(43)] } } },
            }),
          ),
          clock: Date.now,
        });
        await expect(clusters.usable()).resolves.toMatchObject([
          {
            cluster: { name: 'east', title: 'East' },
            credential: { type: 'token', token: 'token-of-the-fixture' },
          },
        ]);
      },
    );

    it.each([{ skip: false }, { skip: true }])(
      'refuses a database that a newer release has changed, and writes nothing (%o)',
      async ({ skip }) => {
        await restore(knex, '20261121050000_stored_clusters');
        await knex('knex_migrations').insert({
          name: '29990101000000_of_the_future.js',
          batch: 3,
        });
        const before = await everything();
        await expect(open(skip)).rejects.toThrow(
          /^The fleet plugin cannot use the (SQLite|PostgreSQL) database '[^']+'.*: a newer release has changed it \(29990101000000_of_the_future\.js\), and this one, \d+\.\d+\.\d+, does not know how to read it\. Run the newer release, or restore a backup from before it; nothing was changed\.$/,
        );
        await expect(everything()).resolves.toEqual(before);
      },
    );

    it('leaves migrations to others where Backstage is told to skip them', async () => {
      await restore(knex, '20261121050000_stored_clusters');
      const before = await everything();
      await expect(open(true)).resolves.toBe(knex);
      await expect(everything()).resolves.toEqual(before);
    });

    it('explains a lock that a killed command of knex left behind', async () => {
      await restore(knex, '20261121050000_stored_clusters');
      await knex('knex_migrations_lock').update({ is_locked: 1 });
      await expect(open()).rejects.toThrow(
        'run "update knex_migrations_lock set is_locked = 0" in it and start again',
      );
      await expect(knex.schema.hasTable('leases')).resolves.toBe(false);

      await knex.raw('update knex_migrations_lock set is_locked = 0');
      await open();
      await expect(done()).resolves.toEqual(await migrationNames());
    });

    it('mends a lock of knex that two processes of an older release made twice', async () => {
      await restore(knex, '20261121050000_stored_clusters');
      await knex('knex_migrations_lock').insert({ is_locked: 0 });
      await open();
      await expect(done()).resolves.toEqual(await migrationNames());
      await expect(knex('knex_migrations_lock')).resolves.toHaveLength(1);
    });

    it('writes all of an upgrade or nothing', async () => {
      await restore(knex, '20261121050000_stored_clusters');
      // In the way of a migration.
      await knex.schema.createTable('leases', table => table.text('other'));
      const before = await everything();
      await expect(open()).rejects.toThrow('leases');
      await expect(everything()).resolves.toEqual(before);
    });
  },
);

const postgres = databases
  .eachSupportedId()
  .filter(([id]) => id !== 'SQLITE_3');

(postgres.length > 0 ? describe : describe.skip)(
  'openFleetDatabase by several processes of PostgreSQL',
  () => {
    let pools: Knex[];

    beforeEach(async () => {
      const first = await databases.init('POSTGRES_15');
      const more = Array.from({ length: 4 }, () =>
        knexFactory({
          client: 'pg',
          connection: first.client.config.connection,
        }),
      );
      pools = [first, ...more];
    });

    afterEach(() => Promise.all(pools.map(pool => pool.destroy())));

    const open = (knex: Knex) =>
      openFleetDatabase(mockServices.database({ knex }));

    it('lets all of them start on an empty database at once', async () => {
      await Promise.all(pools.map(open));
      const [knex] = pools;
      await expect(
        knex('knex_migrations').orderBy('id').pluck('name'),
      ).resolves.toEqual(await migrationNames());
      await expect(knex('knex_migrations_lock')).resolves.toMatchObject([
        { is_locked: 0 },
      ]);
    });

    it('waits for one that migrates, and goes on when that dies', async () => {
      const [dying, waiting] = pools;
      const transaction = await dying.transaction();
      await takeMigrationLock(transaction, 60_000);
      const opened = open(waiting);
      await until(async () => {
        const locks = await transaction('pg_locks').where('granted', false);
        return locks.length > 0;
      }, 'it waits');
      await transaction.rollback();
      await expect(opened).resolves.toBe(waiting);
    });

    it('says so when it has waited for too long', async () => {
      const [slow, waiting] = pools;
      const transaction = await slow.transaction();
      await takeMigrationLock(transaction, 60_000);
      await expect(
        openFleetDatabase(mockServices.database({ knex: waiting }), {
          patience: 100,
        }),
      ).rejects.toThrow('another process has had it locked for too long');
      await transaction.rollback();
    });
  },
);

describe('openFleetDatabase by several processes of SQLite', () => {
  it('says so when another has had the file locked for too long', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'quarterdeck-database-'));
    const [slow, waiting] = [1, 2].map(() =>
      knexFactory({
        client: 'better-sqlite3',
        connection: { filename: path.join(folder, 'fleet.sqlite') },
        useNullAsDefault: true,
      }),
    );
    const transaction = await slow.transaction();
    await takeMigrationLock(transaction, 60_000);
    const open = () =>
      openFleetDatabase(mockServices.database({ knex: waiting }));
    await expect(open()).rejects.toThrow(
      `The fleet plugin cannot use the SQLite database '${folder}/fleet.sqlite': another process has had it locked for too long. Look for one that hangs while it starts.`,
    );

    await transaction.rollback();
    await expect(open()).resolves.toBe(waiting);
    await slow.destroy();
    await waiting.destroy();
    rmSync(folder, { recursive: true });
  });
});

describe('databaseKind', () => {
  it('refuses other databases', () => {
    const knex = knexFactory({ client: class extends knexFactory.Client {} });
    knex.client.config.client = 'mysql2';
    expect(() => databaseKind(knex)).toThrow(
      "The fleet plugin works with PostgreSQL and SQLite, not with 'mysql2': change backend.database.client.",
    );
  });
});
