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
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findPostgres } from '../setup/postgres.mjs';
import { PostgresServer } from './PostgresServer.mjs';

const postgres = await findPostgres();
const skip = postgres ? false : 'PostgreSQL is not on this machine';

async function answers(url) {
  const { port, hostname } = new URL(url);
  const socket = createConnection(Number(port), hostname);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

test(
  'starts on a port of its own, and leaves nothing when it is stopped',
  { skip },
  async () => {
    const [one, other] = await Promise.all([
      PostgresServer.start(postgres),
      PostgresServer.start(postgres),
    ]);
    const { folder } = one;
    assert.notEqual(one.url, other.url);
    assert.equal(await answers(one.url), true);
    assert.equal(existsSync(folder), true);

    await one.stop();
    assert.equal(await answers(one.url), false);
    assert.equal(existsSync(folder), false);
    assert.equal(await answers(other.url), true);
    await other.stop();
  },
);

test('ends with a run that is ended by a signal', { skip }, async () => {
  const program = `
    import { PostgresServer } from ${JSON.stringify(
      fileURLToPath(new URL('./PostgresServer.mjs', import.meta.url)),
    )};
    const server = await PostgresServer.start(${JSON.stringify(postgres)});
    console.log(JSON.stringify([server.url, server.folder]));
    setInterval(() => {}, 1000);
  `;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', program],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const [url, folder] = JSON.parse(line);
  assert.equal(await answers(url), true);

  child.kill('SIGTERM');
  assert.deepEqual(await ended, [null, 'SIGTERM']);
  assert.equal(await answers(url), false);
  assert.equal(existsSync(folder), false);
});

test('says what initdb said when it cannot start', async () => {
  await assert.rejects(PostgresServer.start({ bin: '/nowhere' }), {
    name: 'SetupError',
    message: /^PostgreSQL's initdb failed:\n.*ENOENT/s,
  });
});
