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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPostgres } from '../setup/postgres.mjs';
import { SetupError } from '../setup/SetupError.mjs';
import { openTestDatabase } from './testDatabase.mjs';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const postgres = await findPostgres();
const quiet = () => {};

test('leaves the server alone that somebody named', async () => {
  const { env, missing, stop } = await openTestDatabase({
    log: quiet,
    environment: { [VARIABLE]: 'postgresql://elsewhere' },
    require: () => assert.fail('another server is looked for'),
  });
  assert.deepEqual({ env, missing }, { env: {}, missing: undefined });
  await stop();
});

test('says why there is none', async () => {
  const { env, missing, stop } = await openTestDatabase({
    log: quiet,
    environment: {},
    require: async () => {
      throw new SetupError('Install it.');
    },
  });
  assert.deepEqual({ env, missing }, { env: {}, missing: 'Install it.' });
  await stop();
});

test('hides no mistake of its own', async () => {
  await assert.rejects(
    openTestDatabase({
      log: quiet,
      environment: {},
      require: async () => {
        throw new TypeError('no');
      },
    }),
    TypeError,
  );
});

test(
  'names the server that it started',
  { skip: postgres ? false : 'PostgreSQL is not on this machine' },
  async () => {
    const lines = [];
    const { env, missing, stop } = await openTestDatabase({
      log: line => lines.push(line),
      environment: {},
      require: async () => postgres,
    });
    await stop();
    assert.match(env[VARIABLE], /^postgresql:\/\/postgres@127\.0\.0\.1:\d+$/);
    assert.equal(missing, undefined);
    assert.deepEqual(lines, [
      `PostgreSQL ${postgres.major} at ${env[VARIABLE]}`,
    ]);
  },
);
