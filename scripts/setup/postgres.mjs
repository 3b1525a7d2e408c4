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

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { SetupError } from './SetupError.mjs';
import { execute } from './execute.mjs';

const OLDEST = 15;
const PROGRAMS = ['initdb', 'postgres'];
// Debian keeps each version in a folder of its own and none of them on the PATH.
const DEBIAN = '/usr/lib/postgresql';
const PACKAGES = ['postgresql-15', 'postgresql'];

/** The major version that `postgres --version` tells. */
export function postgresMajor(output) {
  const major = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  return major === undefined ? undefined : Number(major);
}

async function folders({ debian, path }) {
  const versions = existsSync(debian) ? await readdir(debian) : [];
  return [
    ...versions
      .sort((a, b) => Number(a) - Number(b))
      .map(version => join(debian, version, 'bin')),
    ...path.split(delimiter).filter(Boolean),
  ];
}

/** The folder with the oldest PostgreSQL of this machine that will do, or nothing. */
export async function findPostgres({
  debian = DEBIAN,
  path = process.env.PATH ?? '',
} = {}) {
  for (const bin of await folders({ debian, path })) {
    if (!PROGRAMS.every(program => existsSync(join(bin, program)))) continue;
    const { code, output } = await execute(join(bin, 'postgres'), [
      '--version',
    ]);
    const major = postgresMajor(output);
    if (code === 0 && major >= OLDEST) return { bin, major };
  }
  return undefined;
}

async function install(log) {
  log('installing PostgreSQL with apt-get');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await execute('apt-get', ['update', '-q'], { env });
  for (const name of PACKAGES) {
    const { code } = await execute(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', name],
      { env, onLine: log },
    );
    if (code === 0) return;
  }
}

/** PostgreSQL for the tests of the database: the system's, installed with apt-get where that is possible. */
export async function requirePostgres({ log }) {
  const found = await findPostgres();
  if (found) return found;

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await install(log);
    const installed = await findPostgres();
    if (installed) return installed;
  }
  throw new SetupError(
    `PostgreSQL ${OLDEST} or later is not on this machine and cannot be installed: install it ("apt-get install -y postgresql"), or name a server in BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING.`,
  );
}
