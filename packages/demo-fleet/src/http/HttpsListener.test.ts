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
import { createServer } from 'node:net';
import { startDemoCluster } from '../startDemoCluster';

it('takes its port again when somebody else who had it lets go', async () => {
  const cluster = await startDemoCluster({ name: 'east' });
  await cluster.stop();
  const other = createServer();
  other.listen(Number(new URL(cluster.url).port), '127.0.0.1');
  await once(other, 'listening');
  let started = false;
  const starting = cluster.start().then(() => {
    started = true;
  });
  await new Promise(resolve => setImmediate(resolve));
  expect(started).toBe(false);
  other.close();
  await starting;
  expect(cluster.running).toBe(true);
  await cluster.stop();
});
