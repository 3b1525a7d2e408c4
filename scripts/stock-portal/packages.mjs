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

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { yarnRelease } from '../setup/dependencies.mjs';
import { copyRepository } from '../testing/copyRepository.mjs';
import { step } from '../testing/step.mjs';

/** The types of what is published: without tests and programs. */
const TYPES = {
  extends: './tsconfig.json',
  files: ['node_modules/@backstage/cli/asset-types/asset-types.d.ts'],
  include: ['plugins/*/src', 'plugins/*/config.d.ts'],
  exclude: [
    'node_modules',
    '**/*.test.ts',
    '**/*.test.tsx',
    '**/__testUtils__',
    '**/setupTests.ts',
  ],
};

async function publicPackages(root) {
  const folders = (await readdir(join(root, 'plugins')))
    .map(name => join(root, 'plugins', name))
    .filter(folder => existsSync(join(folder, 'package.json')));
  const packages = await Promise.all(
    folders.map(async folder => {
      const manifest = await readFile(join(folder, 'package.json'), 'utf8');
      return { folder, ...JSON.parse(manifest) };
    }),
  );
  return packages.filter(each => !each.private);
}

/** Does something while only the plugins are workspaces: `backstage-cli repo build` builds programs and examples too. */
async function withPluginsOnly(root, run) {
  const file = join(root, 'package.json');
  const manifest = await readFile(file, 'utf8');
  const workspaces = ['plugins/*'];
  await writeFile(
    file,
    JSON.stringify({ ...JSON.parse(manifest), workspaces }),
  );
  await run();
  await writeFile(file, manifest);
}

async function packEach(root, { folder, node, log }) {
  const run = (what, args, cwd) => {
    log(what);
    return step(what, node.executable, args, { cwd, env: node.environment });
  };
  const bin = name => join(root, 'node_modules/.bin', name);
  const types = 'tsconfig.packages.json';
  await writeFile(join(root, types), JSON.stringify(TYPES));
  await run(
    'Making the types',
    [bin('tsc'), '--pretty', 'false', '--project', types],
    root,
  );
  const build = [bin('backstage-cli'), 'repo', 'build'];
  await withPluginsOnly(root, () => run('Building the packages', build, root));
  const yarn = await yarnRelease(root);
  const archives = {};
  for (const { folder: from, name } of await publicPackages(root)) {
    const file = `${name.replace('@', '').replace('/', '-')}.tgz`;
    const archive = join(folder, file);
    await run(`Packing ${name}`, [yarn, 'pack', '--out', archive], from);
    archives[name] = archive;
  }
  return archives;
}

/**
 * Builds the plugins and packs them as they would be published. Answers with the archive of each by its name. Works on a copy of the repository:
 * packing changes manifests for a moment.
 */
export async function packPlugins({ folder, node, log }) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const copy = await copyRepository({ name: 'stock-portal' });
  try {
    return await packEach(copy, { folder, node, log });
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
