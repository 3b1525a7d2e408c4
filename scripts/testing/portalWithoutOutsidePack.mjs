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

import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

const OUTSIDE = '@acme/';
const LEFT_BEHIND = ['node_modules', 'dist', '.eslintrc.js'];

async function edit(file, change) {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

function withoutOutsideDependencies(text) {
  const manifest = JSON.parse(text);
  const dependencies = Object.entries(manifest.dependencies).filter(
    ([name]) => !name.startsWith(OUTSIDE),
  );
  return JSON.stringify({
    ...manifest,
    dependencies: Object.fromEntries(dependencies),
  });
}

/**
 * Copies the portal and takes the outside pack away as a person would: its dependencies and its line in
 * `outsidePacks.ts`. The copy lies in the cache folder, from where everything else is found in the repository.
 */
export async function copyPortalWithoutOutsidePack({ root, cache }) {
  const copy = join(cache, 'without-outside-pack');
  await rm(copy, { recursive: true, force: true });
  await mkdir(join(copy, 'packages'), { recursive: true });
  const filter = path => !LEFT_BEHIND.includes(basename(path));
  for (const folder of ['packages/app', 'packages/backend', 'examples']) {
    await cp(join(root, folder), join(copy, folder), {
      recursive: true,
      filter:
        folder === 'examples'
          ? path => filter(path) && basename(path) !== 'outside-pack'
          : filter,
    });
  }
  for (const name of ['app', 'backend']) {
    await edit(
      join(copy, 'packages', name, 'package.json'),
      withoutOutsideDependencies,
    );
  }
  await edit(join(copy, 'packages/backend/src/outsidePacks.ts'), text =>
    text
      .split('\n')
      .filter(line => !line.includes(OUTSIDE))
      .join('\n'),
  );
  return copy;
}
