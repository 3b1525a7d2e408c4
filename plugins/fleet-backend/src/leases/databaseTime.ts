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
import { databaseKind, DatabaseKind } from '../database/databaseKind';

// Both at the moment in which a row is looked at. now() of PostgreSQL is the start of the transaction, long before a lock was waited for.
const NOW: Record<DatabaseKind, string> = {
  postgresql: '(extract(epoch from clock_timestamp()) * 1000)::bigint',
  sqlite: "cast(unixepoch('subsec') * 1000 as integer)",
};

/**
 * Epoch milliseconds by the database's clock, some milliseconds from now.
 *
 * @remarks
 *
 * Replicas have clocks of their own that differ; a PostgreSQL server has one. SQLite has none: it asks the machine, which all processes
 * that share its file are on.
 */
export function databaseTime(database: Knex, plus: number = 0): Knex.Raw {
  return database.raw(`${NOW[databaseKind(database)]} + ?`, [plus]);
}
