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
import { test } from 'node:test';
import { fillPlaceholders } from './template.mjs';

const options = {
  values: { name: 'stock-portal' },
  versions: { '@backstage/cli': '0.36.6' },
  file: 'package.json.hbs',
};

test('fills in names and the versions of Backstage packages', () => {
  assert.equal(
    fillPlaceholders(
      `{"name": "{{name}}", "cli": "^{{ version '@backstage/cli' }}", "again": "{{ name }}"}`,
      options,
    ),
    '{"name": "stock-portal", "cli": "^0.36.6", "again": "stock-portal"}',
  );
});

test('leaves configuration from the environment alone', () => {
  const text = 'token: ${GITHUB_TOKEN}';
  assert.equal(fillPlaceholders(text, options), text);
});

test('says which file has a placeholder that nobody knows', () => {
  for (const placeholder of [
    "{{ version '@backstage/unknown' }}",
    '{{ dbType }}',
  ]) {
    assert.throws(() => fillPlaceholders(`x ${placeholder}`, options), {
      message: `package.json.hbs has the unknown placeholder ${placeholder}.`,
    });
  }
});
