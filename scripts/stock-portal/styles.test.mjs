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
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryRoot as root } from '../setup/root.mjs';

async function packagesWithStyles() {
  const plugins = join(root, 'plugins');
  const found = [];
  for (const name of await readdir(plugins)) {
    const source = await readdir(join(plugins, name, 'src'), {
      recursive: true,
    }).catch(() => []);
    if (source.some(file => file.endsWith('.css'))) found.push(name);
  }
  return found;
}

// The build turns tokens.css into tokens.css.esm.js; a bundler drops it from an import for its effect alone, unless it is told.
test('packages with stylesheets say that the built ones have an effect', async () => {
  const names = await packagesWithStyles();
  assert.ok(names.includes('fleet-react'));
  for (const name of names) {
    const file = join(root, 'plugins', name, 'package.json');
    const { sideEffects } = JSON.parse(await readFile(file, 'utf8'));
    assert.deepEqual(sideEffects, ['*.css', '*.css.esm.js'], name);
  }
});
