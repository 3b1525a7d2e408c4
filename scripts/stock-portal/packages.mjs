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

import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot as root } from '../setup/root.mjs';
import { yarnRelease } from '../setup/dependencies.mjs';
import { step } from './step.mjs';

async function publicPackages() {
  const folders = (await readdir(join(root, 'plugins'))).map(name =>
    join(root, 'plugins', name),
  );
  const found = await Promise.all(
    folders
      .filter(folder => existsSync(join(folder, 'package.json')))
      .map(async folder => ({
        folder,
        manifest: JSON.parse(
          await readFile(join(folder, 'package.json'), 'utf8'),
        ),
      })),
  );
  return found.filter(({ manifest }) => !manifest.private);
}

/**
 * Builds the plugins and packs them as they would be published. Answers with the archive of each by its name.
 */
export async function packPlugins({ folder, node, rebuild }) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const packages = await publicPackages();
  const bin = name => join(root, 'node_modules/.bin', name);
  const run = (what, args, cwd = root) =>
    step(what, node.executable, args, { cwd, env: node.environment });
  const unbuilt = packages.some(each => !existsSync(join(each.folder, 'dist')));
  if (rebuild || unbuilt) {
    await run('Making the types', [bin('tsc')]);
    await run('Building the packages', [bin('backstage-cli'), 'repo', 'build']);
  }
  const yarn = await yarnRelease(root);
  const archives = {};
  for (const { folder: from, manifest } of packages) {
    const archive = join(
      folder,
      `${manifest.name.replace('@', '').replace('/', '-')}.tgz`,
    );
    await run(
      `Packing ${manifest.name}`,
      [yarn, 'pack', '--out', archive],
      from,
    );
    archives[manifest.name] = archive;
  }
  return archives;
}
