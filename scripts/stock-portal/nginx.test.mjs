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
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { nginxConfiguration, writeNginxConfiguration } from './nginx.mjs';

const proxy = { port: 8080, backend: 7007, path: '/portal' };

test('takes the sub-path off and keeps the host that the browser asked for', () => {
  const text = nginxConfiguration({ folder: '/tmp/proxy', ...proxy });
  assert.match(text, /listen 127\.0\.0\.1:8080;/);
  assert.match(
    text,
    /location \/portal\/ \{\s+proxy_pass http:\/\/127\.0\.0\.1:7007\/;/,
  );
  assert.match(text, /location = \/portal \{ return 301 \/portal\/; \}/);
  assert.match(text, /proxy_set_header Host \$http_host;/);
});

test('is as hard on streams as nginx is by default', () => {
  const text = nginxConfiguration({ folder: '/tmp/proxy', ...proxy });
  assert.match(text, /proxy_buffering on;/);
  assert.match(text, /proxy_read_timeout 60s;/);
});

test('writes nothing outside its folder', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-nginx-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = await writeNginxConfiguration({ folder, ...proxy });
  const text = await readFile(file, 'utf8');
  assert.equal(file, join(folder, 'nginx.conf'));
  assert.ok(existsSync(join(folder, 'temporary')));
  const places = [...text.matchAll(/(?:_temp_path|pid) ([^;]+);/g)];
  assert.equal(places.length, 6);
  for (const [, place] of places) assert.ok(place.startsWith(`${folder}/`));
});
