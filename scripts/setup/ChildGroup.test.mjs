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
import { createServer } from 'node:http';
import { test } from 'node:test';
import { ChildGroup } from './ChildGroup.mjs';

const node = process.execPath;

test('stopping a child also stops what it started', async t => {
  // A grandchild holds a connection; its end is the only thing that closes it.
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const grandchild = `require('net').connect(${
    server.address().port
  }, '127.0.0.1')`;
  const child = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
    grandchild,
  )}]); setInterval(() => {}, 1000)`;
  const unexpected = [];
  const group = new ChildGroup({
    onUnexpectedExit: (...args) => unexpected.push(args),
  });

  group.start('parent', node, ['-e', child], {});
  const [socket] = await once(server, 'connection');
  const closed = once(socket, 'close');
  socket.resume().on('error', () => {});
  await group.stop();
  await closed;

  assert.deepEqual(unexpected, []);
});

test('tells once of a child that ends by itself', async () => {
  const ended = await new Promise(done => {
    const group = new ChildGroup({
      onUnexpectedExit: (name, code) => done({ name, code }),
    });
    group.start('short', node, ['-e', 'process.exit(3)'], {});
  });
  assert.deepEqual(ended, { name: 'short', code: 3 });
});
