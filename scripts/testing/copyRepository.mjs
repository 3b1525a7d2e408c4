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
import { copyFile, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryRoot as root } from '../setup/root.mjs';
import { execute } from '../setup/execute.mjs';
import { step } from './step.mjs';

/** A folder on the disk of the repository, so that files can be linked, and outside it, so that Node finds nothing of it. */
async function makeFolder(name) {
  const device = async folder => (await stat(folder)).dev;
  const near = (await device(tmpdir())) === (await device(root));
  const parent = near ? tmpdir() : dirname(root);
  return mkdtemp(join(parent, `${name}-`)).catch(() =>
    mkdtemp(join(tmpdir(), `${name}-`)),
  );
}

async function copySources(copy, without) {
  const listed = await step(
    'Listing the files of the repository',
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root },
  );
  const files = listed
    .split('\0')
    .filter(file => file && !(without && file.startsWith(without)))
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
    await rm(join(to, '.cache'), { recursive: true, force: true });
  }
}

/**
 * Copies the repository with its dependencies, so that a check may build there, change files and be stopped at any moment. `without` is
 * the beginning of paths that are left out. Answers with the folder.
 */
export async function copyRepository({ name, without }) {
  const copy = await makeFolder(name);
  try {
    await copySources(copy, without);
    await copyDependencies(copy);
    return copy;
  } catch (error) {
    await rm(copy, { recursive: true, force: true });
    throw error;
  }
}
