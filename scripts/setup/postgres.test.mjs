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
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { findPostgres, postgresMajor } from './postgres.mjs';

/** Folders with programs that tell a version as PostgreSQL's do. */
async function installed(t, versions) {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-postgres-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const [
    place,
    { version, programs = ['initdb', 'postgres'] },
  ] of Object.entries(versions)) {
    const bin = join(folder, place);
    await mkdir(bin, { recursive: true });
    for (const program of programs) {
      const file = join(bin, program);
      await writeFile(
        file,
        `#!/bin/sh\necho "${program} (PostgreSQL) ${version}"\n`,
      );
      await chmod(file, 0o755);
    }
  }
  return folder;
}

test('reads the version as Debian and others tell it', () => {
  const majors = [
    'postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)',
    'postgres (PostgreSQL) 17beta1',
    'postgres (PostgreSQL) 9.6.24',
    'sh: postgres: not found',
  ].map(postgresMajor);
  assert.deepEqual(majors, [15, 17, 9, undefined]);
});

test('takes the oldest version that will do, of the folders of Debian before the PATH', async t => {
  const folder = await installed(t, {
    'debian/13/bin': { version: '13.9' },
    'debian/15/bin': { version: '15.1', programs: ['postgres'] },
    'debian/16/bin': { version: '16.2' },
    'debian/17/bin': { version: '17.1' },
    path: { version: '15.1' },
  });
  const found = await findPostgres({
    debian: join(folder, 'debian'),
    path: join(folder, 'path'),
  });
  assert.deepEqual(found, { bin: join(folder, 'debian/16/bin'), major: 16 });
});

test('looks at the PATH where Debian has nothing', async t => {
  const folder = await installed(t, {
    old: { version: '14.0' },
    new: { version: '18.0' },
  });
  const found = await findPostgres({
    debian: join(folder, 'debian'),
    path: [
      join(folder, 'old'),
      join(folder, 'nowhere'),
      join(folder, 'new'),
    ].join(delimiter),
  });
  assert.deepEqual(found, { bin: join(folder, 'new'), major: 18 });
});

test('finds nothing where all are too old', async t => {
  const folder = await installed(t, { old: { version: '14.0' } });
  const found = await findPostgres({
    debian: join(folder, 'debian'),
    path: join(folder, 'old'),
  });
  assert.equal(found, undefined);
});
