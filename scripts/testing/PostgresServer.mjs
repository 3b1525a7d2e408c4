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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SetupError } from '../setup/SetupError.mjs';
import { execute } from '../setup/execute.mjs';

const READY = 'database system is ready to accept connections';
const READY_WITHIN_MS = 60_000;
const STOP_GRACE_MS = 10_000;
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

// PostgreSQL refuses to run as root.
async function unprivilegedUser() {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = await execute('id', ['-u', name]);
    const gid = await execute('id', ['-g', name]);
    if (uid.code === 0 && gid.code === 0) {
      return { uid: Number(uid.output), gid: Number(gid.output) };
    }
  }
  throw new SetupError(
    'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody" to run it as.',
  );
}

async function openToAll(folder) {
  const { mode } = await stat(folder);
  const above = dirname(folder);
  // eslint-disable-next-line no-bitwise
  return (mode & 0o001) !== 0 && (above === folder || openToAll(above));
}

async function dataFolder(user) {
  const places = [tmpdir(), '/tmp', '/var/tmp'];
  let place = places[0];
  if (user) {
    const open = await Promise.all(
      places.map(each => openToAll(each).catch(() => false)),
    );
    place = places[Math.max(0, open.indexOf(true))];
  }
  const folder = await mkdtemp(join(place, 'quarterdeck-postgres-'));
  await chmod(folder, 0o700);
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A PostgreSQL of its own for one run of the tests: nothing of it is left behind, and nobody's data is in it. */
export class PostgresServer {
  #child;
  #ended;
  #onSignal = signal => this.#endBy(signal);

  /** `bin` is the folder with the programs. */
  static async start({ bin }) {
    const user = await unprivilegedUser();
    const folder = await dataFolder(user);
    try {
      const made = await execute(
        join(bin, 'initdb'),
        [
          ...['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust'],
          ...['-E', 'UTF8', '--locale=C', '--no-sync'],
        ],
        { ...user, cwd: folder },
      );
      if (made.code !== 0) {
        throw new SetupError(`PostgreSQL's initdb failed:\n${made.output}`);
      }
      const port = await freePort();
      const server = new PostgresServer({ bin, user, folder, port });
      await server.#ready();
      return server;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  constructor({ bin, user, folder, port }) {
    /** Where all of it is. */
    this.folder = folder;
    /** To connect to it as the superuser. */
    this.url = `postgresql://postgres@127.0.0.1:${port}`;
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: 200,
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    };
    this.#child = spawn(
      join(bin, 'postgres'),
      [
        ...['-D', join(folder, 'data'), '-p', String(port)],
        ...Object.entries(settings).flatMap(([key, value]) => [
          '-c',
          `${key}=${value}`,
        ]),
      ],
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.#ended = new Promise(resolve => {
      this.#child.on('exit', resolve);
      this.#child.on('error', resolve);
    });
    for (const signal of ENDING_SIGNALS) process.on(signal, this.#onSignal);
  }

  async stop() {
    for (const signal of ENDING_SIGNALS) process.off(signal, this.#onSignal);
    // Ends connections and shuts down; SIGQUIT does not even do that.
    this.#child.kill('SIGINT');
    const patience = setTimeout(
      () => this.#child.kill('SIGQUIT'),
      STOP_GRACE_MS,
    );
    await this.#ended;
    clearTimeout(patience);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async #ready() {
    let log = '';
    const ready = new Promise(resolve => {
      this.#child.stderr.setEncoding('utf8').on('data', chunk => {
        log = `${log}${chunk}`.slice(-10_000);
        if (log.includes(READY)) resolve(true);
      });
    });
    let timer;
    const late = new Promise(resolve => {
      timer = setTimeout(resolve, READY_WITHIN_MS, false);
    });
    const started = await Promise.race([
      ready,
      late,
      this.#ended.then(() => false),
    ]);
    clearTimeout(timer);
    if (!started) {
      await this.stop();
      throw new SetupError(`PostgreSQL did not start:\n${log}`);
    }
  }

  /** Nothing is left when the run is ended by a signal, which then goes its way. */
  async #endBy(signal) {
    for (const each of ENDING_SIGNALS) process.off(each, this.#onSignal);
    this.#child.kill('SIGQUIT');
    await this.#ended;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
    process.kill(process.pid, signal);
  }
}
