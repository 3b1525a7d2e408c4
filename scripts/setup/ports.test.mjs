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
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { requireFreePorts } from './ports.mjs';

test('names the port in use, what needs it and how to choose another', async t => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { port } = server.address();
  const need = {
    port,
    what: 'the portal',
    choose: '"npm run dev -- --port N"',
  };

  await assert.rejects(requireFreePorts([need]), {
    name: 'SetupError',
    message: `Port ${port}, which the portal needs, is already in use: stop the program that uses it, or choose another with "npm run dev -- --port N".`,
  });

  server.close();
  await once(server, 'close');
  await requireFreePorts([need]);
});
