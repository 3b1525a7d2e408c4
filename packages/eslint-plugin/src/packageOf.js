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

const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const byFolder = new Map();

/** Name, role and folder of the package that a file belongs to; undefined outside any package. */
function packageOf(file) {
  const folder = dirname(file);
  if (byFolder.has(folder)) return byFolder.get(folder);
  const manifest = join(folder, 'package.json');
  let found;
  if (existsSync(manifest)) {
    const { name, backstage } = JSON.parse(readFileSync(manifest, 'utf8'));
    found = { name, role: backstage && backstage.role, folder };
  } else if (dirname(folder) !== folder) {
    found = packageOf(folder);
  }
  byFolder.set(folder, found);
  return found;
}

module.exports = { packageOf };
