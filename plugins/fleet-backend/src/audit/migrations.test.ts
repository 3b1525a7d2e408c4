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
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const directory = resolve(__dirname, '../../migrations');

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('go up and down again one by one', async () => {
    const knex = await databases.init(databaseId);
    const files = readdirSync(directory);

    for (const _ of files) {
      await knex.migrate.up({ directory });
    }
    await expect(knex.schema.hasTable('audit_records')).resolves.toBe(true);
    await expect(
      knex('audit_records').columnInfo().then(Object.keys),
    ).resolves.toEqual([
      'sequence',
      'id',
      'instance_id',
      'action',
      'actor',
      'channel',
      'cluster',
      'namespace',
      'kind',
      'name',
      'uid',
      'input',
      'reason',
      'outcome',
      'message',
      'before',
      'after',
      'result',
      'conflict',
      'idempotency_key',
      'request_hash',
      'requested_at',
      'completed_at',
    ]);

    for (const _ of files) {
      await knex.migrate.down({ directory });
    }
    await expect(knex.schema.hasTable('audit_records')).resolves.toBe(false);
    await knex.destroy();
  });
});
