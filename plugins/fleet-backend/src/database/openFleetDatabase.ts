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

import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import packageJson from '../../package.json';
import { databaseKind } from './databaseKind';
import { checkKnexLock, takeMigrationLock } from './migrationLock';
import { migrationNames, migrationsDirectory } from './migrationNames';

const MIGRATIONS_TABLE = 'knex_migrations';
const LOCK_NOT_AVAILABLE = ['55P03', 'SQLITE_BUSY'];

/**
 * The plugin's database, with the tables of this release: the one place that migrates.
 *
 * @remarks
 *
 * Several processes may start at once; the first one migrates, the others wait for it. All of a migration is written or nothing.
 *
 * @param options.patience - milliseconds to wait for another process that migrates; a minute by default.
 * @throws Error when a newer release has migrated the database, or when it is locked; nothing is written then.
 */
export async function openFleetDatabase(
  database: DatabaseService,
  options: { patience?: number } = {},
): Promise<Knex> {
  const { patience = 60_000 } = options;
  const client = await database.getClient();
  databaseKind(client);
  try {
    await client.transaction(async transaction => {
      await takeMigrationLock(transaction, patience);
      await refuseNewer(transaction);
      if (!database.migrations?.skip) {
        await checkKnexLock(transaction);
        await transaction.migrate.latest({ directory: migrationsDirectory });
      }
    });
  } catch (error) {
    throw new Error(
      `The fleet plugin cannot use ${await describeDatabase(client)}: ${reason(error)}.`,
      { cause: error },
    );
  }
  return client;
}

async function refuseNewer(transaction: Knex.Transaction): Promise<void> {
  if (!(await transaction.schema.hasTable(MIGRATIONS_TABLE))) return;
  const known = await migrationNames();
  const done = await transaction(MIGRATIONS_TABLE)
    .orderBy('id')
    .pluck<string[]>('name');
  const unknown = done.filter(name => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `a newer release has changed it (${unknown.join(', ')}), and this one, ${packageJson.version}, does not know how to read it. Run the newer release, or restore a backup from before it; nothing was changed`,
    );
  }
}

function reason(error: any): string {
  return LOCK_NOT_AVAILABLE.includes(error?.code)
    ? 'another process has had it locked for too long. Look for one that hangs while it starts'
    : String(error?.message ?? error);
}

async function describeDatabase(client: Knex): Promise<string> {
  if (databaseKind(client) === 'sqlite') {
    return `the SQLite database '${client.client.config.connection?.filename}'`;
  }
  try {
    const { rows } = await client.raw(
      'select current_database() as name, current_schema() as schema',
    );
    return `the PostgreSQL database '${rows[0].name}' (schema '${rows[0].schema}')`;
  } catch {
    return 'its PostgreSQL database';
  }
}
