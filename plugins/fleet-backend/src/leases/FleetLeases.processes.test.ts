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
import knexFactory, { Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from './__testUtils__/leaseHarness';
import { WorkerProcess } from './__testUtils__/WorkerProcess';
import { LeaseTimes } from './Lease';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const brief: LeaseTimes = { duration: 3_000, margin: 600, retry: 200 };
/** Longer than a test waits for anything. */
const long: LeaseTimes = { duration: 300_000, margin: 600, retry: 200 };

describe.each(databases.eachSupportedId())(
  'FleetLeases of two processes on %s',
  databaseId => {
    let folder: string;
    let knex: Knex;
    let workers: WorkerProcess[];

    beforeEach(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'quarterdeck-leases-'));
      knex =
        databaseId === 'SQLITE_3'
          ? knexFactory({
              client: 'better-sqlite3',
              connection: { filename: path.join(folder, 'fleet.sqlite') },
              useNullAsDefault: true,
            })
          : await databases.init(databaseId);
      workers = [];
    });

    afterEach(async () => {
      await Promise.all(workers.map(worker => worker.kill()));
      await knex.destroy();
      rmSync(folder, { recursive: true });
    });

    const written = (): Promise<Array<{ token: number; holder: string }>> =>
      knex('work').orderBy('sequence').select('token', 'holder');

    /** Waits until there are so many writes with a token that is larger. */
    const writes = (count: number, than: number = 0) =>
      until(
        async () =>
          (await written()).filter(({ token }) => token > than).length >= count,
        `${count} writes after token ${than}`,
      );

    /** Two processes that open the empty database at once and then ask for the lease. The first one is the one that got it. */
    async function startTwo(times: LeaseTimes) {
      const { client, connection } = knex.client.config;
      const options = { database: { client, connection }, times };
      workers = await Promise.all([
        WorkerProcess.open(options),
        WorkerProcess.open(options),
      ]);
      await knex.schema.createTable('work', table => {
        table.increments('sequence');
        table.integer('token').notNullable();
        table.text('holder').notNullable();
      });
      workers.forEach(worker => worker.tell('start'));
      await until(() => workers.some(({ token }) => token === 1), 'one works');
      workers.sort((a, b) => b.token - a.token);
      await writes(5);
      return workers;
    }

    /** Every write is of the newest holder, and a token is one holder's. */
    async function expectOneHolderAtATime() {
      const rows = await written();
      const tokens = rows.map(({ token }) => token);
      expect(tokens).toEqual([...tokens].sort((a, b) => a - b));
      const holders = new Set(rows.map(row => `${row.token} ${row.holder}`));
      expect(holders.size).toBe(new Set(tokens).size);
    }

    it('lets the other take over from one that is killed', async () => {
      const [first, second] = await startTwo(brief);
      await first.kill();
      const { token } = first;
      await writes(5, token);
      await until(() => second.token > 0, 'the other says so');
      expect(second.token).toBeGreaterThan(token);
      await expectOneHolderAtATime();
    });

    it('refuses the late write of one that stood still while the other took over', async () => {
      const [first, second] = await startTwo(brief);
      first.tell('stand still');
      await writes(5, first.token);
      await until(() => second.token > first.token, 'the other says so');

      first.signal('SIGCONT');
      await until(
        () => first.has('refused') || first.has('wrote late'),
        'the first one tries to write',
      );
      expect(first.notices).toContainEqual({
        type: 'refused',
        token: first.token,
        why: "LeaseLostError: The lease 'work' is not held any longer",
      });
      const { length } = await written();
      await writes(length + 5);
      await expectOneHolderAtATime();
    });

    it('lets the other take over at once from one that stops cleanly', async () => {
      const [first, second] = await startTwo(long);
      const { token } = first;
      first.tell('stop');
      await writes(5, token);
      await until(() => second.token === token + 1, 'the other says so');
      expect(first.has('refused')).toBe(false);
      await expectOneHolderAtATime();
    });

    if (databaseId !== 'SQLITE_3') {
      // SQLite keeps the file locked for as long as the process lives.
      it('undoes the write in which one stood still', async () => {
        const [first, second] = await startTwo(brief);
        first.tell('stand still inside');
        await writes(5, first.token);
        await until(() => second.token > first.token, 'the other says so');
        const before = await written();

        first.signal('SIGCONT');
        await until(() => first.has('refused'), 'its write is refused');
        expect(first.has('wrote late')).toBe(false);
        const after = await written();
        expect(after.slice(0, before.length)).toEqual(before);
        await expectOneHolderAtATime();
      });
    }
  },
);
