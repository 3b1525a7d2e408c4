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

import { requirePostgres } from '../setup/postgres.mjs';
import { SetupError } from '../setup/SetupError.mjs';
import { PostgresServer } from './PostgresServer.mjs';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

/**
 * PostgreSQL for the unit tests: the server that somebody named, or one of its own. Answers with the environment for the tests and with what
 * stops the server; where there is none, with the reason why the tests with PostgreSQL are not run.
 */
export async function openTestDatabase({
  log,
  environment = process.env,
  require = requirePostgres,
}) {
  if (environment[VARIABLE]) return { env: {}, stop: async () => {} };
  try {
    const { bin, major } = await require({ log });
    const server = await PostgresServer.start({ bin });
    log(`PostgreSQL ${major} at ${server.url}`);
    return { env: { [VARIABLE]: server.url }, stop: () => server.stop() };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { env: {}, stop: async () => {}, missing: error.message };
  }
}
