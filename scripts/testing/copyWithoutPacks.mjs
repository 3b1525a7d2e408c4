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

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../setup/SetupError.mjs';
import { copyRepository } from './copyRepository.mjs';

const PACKS = 'examples/outside-pack/';
const SCOPE = '@acme';

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
      text.replace(new RegExp(`^ *"${SCOPE}/[^"]*": "[^"]*",?\n`, 'gm'), ''),
    );
  }
  await edit(join(copy, 'packages/backend/src/outsidePacks.ts'), text =>
    text.replace(new RegExp(`^ *import\\('${SCOPE}/[^']*'\\),?\n`, 'gm'), ''),
  );
}

/** Copies the repository with its dependencies, without the packs from outside; answers with the folder. */
export async function copyWithoutPacks() {
  const copy = await copyRepository({
    name: 'without-outside-pack',
    without: PACKS,
  });
  try {
    await rm(join(copy, 'node_modules', SCOPE), {
      recursive: true,
      force: true,
    });
    await removePacks(copy);
    return copy;
  } catch (error) {
    await rm(copy, { recursive: true, force: true });
    throw error;
  }
}
