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
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dependencyHash } from './dependencies.mjs';

test('the hash changes with the lock file, with any manifest and with Node, and with nothing else', async t => {
  const root = await mkdtemp(join(tmpdir(), 'quarterdeck-hash-'));
  t.after(() => rm(root, { recursive: true }));
  const write = (file, text) => writeFile(join(root, file), text);
  await mkdir(join(root, 'plugins/one/src'), { recursive: true });
  await write('package.json', '{"workspaces":["plugins/*","bench"]}');
  await write('yarn.lock', 'lock');
  await write('.yarnrc.yml', 'yarnPath: .yarn/releases/yarn.cjs');
  await write('plugins/one/package.json', '{}');

  const first = await dependencyHash(root, 'v22.19.0');
  await write('plugins/one/src/index.ts', 'export {};');
  assert.equal(await dependencyHash(root, 'v22.19.0'), first);

  const seen = new Set([first, await dependencyHash(root, 'v22.20.0')]);
  await write('yarn.lock', 'another lock');
  seen.add(await dependencyHash(root, 'v22.19.0'));
  await write('plugins/one/package.json', '{"dependencies":{}}');
  seen.add(await dependencyHash(root, 'v22.19.0'));
  await mkdir(join(root, 'bench'));
  await write('bench/package.json', '{}');
  seen.add(await dependencyHash(root, 'v22.19.0'));
  assert.equal(seen.size, 5);
});
