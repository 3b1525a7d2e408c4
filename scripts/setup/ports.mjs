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

import { createServer } from 'node:net';
import { SetupError } from './SetupError.mjs';

function isTaken(port, host) {
  return new Promise(done => {
    const server = createServer();
    server.once('error', error => done(error.code === 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => done(false)),
    );
  });
}

/**
 * Throws one sentence for the first port that something else already listens on.
 * Each need names what wants the port and, where that is possible, how to choose another.
 */
export async function requireFreePorts(needs) {
  for (const { port, what, choose } of needs) {
    const taken = [
      await isTaken(port, '127.0.0.1'),
      await isTaken(port, undefined),
    ];
    if (taken.includes(true)) {
      const otherwise = choose ? `, or choose another with ${choose}` : '';
      throw new SetupError(
        `Port ${port}, which ${what} needs, is already in use: stop the program that uses it${otherwise}.`,
      );
    }
  }
}
