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

import { Knex } from 'knex';
import { databaseKind } from './databaseKind';

const LOCK_TABLE = 'knex_migrations_lock';
// Any number that nobody else in the database uses for an advisory lock.
const ADVISORY_LOCK = 7_107_202_611;

/**
 * Lets one process after the other migrate, each waiting for some milliseconds on PostgreSQL and for five seconds on SQLite. The lock ends with
 * the transaction, also when the process is killed.
 *
 * @remarks
 *
 * knex' own lock begins too late: two that start on an empty database both create its tables, and one fails.
 */
export async function takeMigrationLock(
  transaction: Knex.Transaction,
  patience: number,
): Promise<void> {
  if (databaseKind(transaction) === 'postgresql') {
    await transaction.raw("select set_config('lock_timeout', ?, true)", [
      String(patience),
    ]);
    await transaction.raw('select pg_advisory_xact_lock(?)', [ADVISORY_LOCK]);
    return;
  }
  // knex begins a transaction that reads first; two of those that want to write then refuse each other at once instead of waiting.
  await transaction.raw('rollback');
  try {
    await transaction.raw('begin immediate');
  } catch (error) {
    // knex rolls back what it began.
    await transaction.raw('begin');
    throw error;
  }
}

/**
 * Looks at knex' own lock, and mends it where two processes of an older release made it twice.
 *
 * @throws Error when it is locked. Who migrates at the start of a portal never leaves it so; a command of knex that was killed does.
 */
export async function checkKnexLock(
  transaction: Knex.Transaction,
): Promise<void> {
  if (!(await transaction.schema.hasTable(LOCK_TABLE))) return;
  const rows = await transaction(LOCK_TABLE).orderBy('index');
  if (rows.some(({ is_locked: locked }) => Number(locked) !== 0)) {
    throw new Error(
      `somebody migrates it with a command of knex, or was stopped doing so. If nobody does, run "update ${LOCK_TABLE} set is_locked = 0" in it and start again`,
    );
  }
  const [first, ...more] = rows;
  if (more.length > 0) {
    await transaction(LOCK_TABLE).whereNot('index', first.index).delete();
  }
}
