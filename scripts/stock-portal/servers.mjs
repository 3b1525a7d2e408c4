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

import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupError } from '../setup/SetupError.mjs';

const PATIENCE_MS = 120_000;

/** A port that nothing listens on at present. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a program that runs until it is stopped, and waits until `ready` says so. */
export async function startServer({ name, command, args, options, ready }) {
  const child = spawn(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', chunk => {
      output += chunk;
    });
  }
  let failure;
  child.on('error', error => {
    failure = error;
  });
  const ended = () =>
    failure || child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (ended()) return;
    const exit = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await exit;
  };
  const end = Date.now() + PATIENCE_MS;
  while (!(await ready(() => output))) {
    if (ended() || Date.now() > end) {
      await stop();
      throw new SetupError(
        `${name} does not start:\n${output}${failure ?? ''}`,
      );
    }
    await pause(200);
  }
  return { stop, output: () => output };
}

/** Whether an address answers well. */
export async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
