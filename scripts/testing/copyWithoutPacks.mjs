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

import { existsSync } from 'node:fs';
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryRoot as root } from '../setup/root.mjs';
import { SetupError } from '../setup/SetupError.mjs';
import { execute } from '../setup/execute.mjs';

const PACKS = 'examples/outside-pack/';
const SCOPE = '@acme/';

/** Runs a command to its end; its output is shown only when it fails. */
export async function step(what, command, args, options) {
  const { code, output } = await execute(command, args, options);
  if (code !== 0) {
    throw new SetupError(`${what} failed (exit code ${code}):\n${output}`);
  }
  return output;
}

/** A folder on the disk of the repository, so that files can be linked, and outside it, so that Node finds nothing of it. */
async function makeFolder() {
  const device = async folder => (await stat(folder)).dev;
  const near = (await device(tmpdir())) === (await device(root));
  const parent = near ? tmpdir() : dirname(root);
  return mkdtemp(join(parent, 'without-outside-pack-')).catch(() =>
    mkdtemp(join(tmpdir(), 'without-outside-pack-')),
  );
}

async function copySources(copy) {
  const listed = await step(
    'Listing the files of the repository',
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root },
  );
  const files = listed
    .split('\0')
    .filter(file => file && !file.startsWith(PACKS))
    .filter(file => existsSync(join(root, file)));
  for (const folder of new Set(files.map(dirname))) {
    await mkdir(join(copy, folder), { recursive: true });
  }
  await Promise.all(
    files.map(file => copyFile(join(root, file), join(copy, file))),
  );
}

/** Links to workspaces are relative, so in the copy they lead to the copy's workspaces. */
async function copyDependencies(copy) {
  const workspaces = (
    await Promise.all(
      ['packages', 'plugins'].map(async parent =>
        (await readdir(join(copy, parent))).map(name => join(parent, name)),
      ),
    )
  ).flat();
  for (const workspace of ['', ...workspaces]) {
    const from = join(root, workspace, 'node_modules');
    const to = join(copy, workspace, 'node_modules');
    if (!existsSync(from)) continue;
    const { code } = await execute('cp', ['-al', from, to]);
    if (code !== 0) {
      // Another disk, or a cp that cannot link.
      await rm(to, { recursive: true, force: true });
      await step('Copying the dependencies', 'cp', ['-a', from, to]);
    }
    await rm(join(to, SCOPE), { recursive: true, force: true });
    await rm(join(to, '.cache'), { recursive: true, force: true });
  }
}

async function edit(file, change) {
  const before = await readFile(file, 'utf8');
  const after = change(before);
  if (after === before) {
    throw new SetupError(`${file} names no pack from outside any more.`);
  }
  await writeFile(file, after);
}

/** Takes the packs out of the three files that name them. */
async function removePacks(copy) {
  for (const program of ['app', 'backend']) {
    await edit(join(copy, 'packages', program, 'package.json'), text =>
      text.replace(new RegExp(`^ *"${SCOPE}[^"]*": "[^"]*",?\n`, 'gm'), ''),
    );
  }
  await edit(join(copy, 'packages/backend/src/outsidePacks.ts'), text =>
    text.replace(new RegExp(`^ *import\\('${SCOPE}[^']*'\\),?\n`, 'gm'), ''),
  );
}

/** Copies the repository with its dependencies, without the packs from outside; answers with the folder. */
export async function copyWithoutPacks() {
  const copy = await makeFolder();
  try {
    await copySources(copy);
    await copyDependencies(copy);
    await removePacks(copy);
    return copy;
  } catch (error) {
    await rm(copy, { recursive: true, force: true });
    throw error;
  }
}
