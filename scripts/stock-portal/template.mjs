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

import { createRequire } from 'node:module';
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SetupError } from '../setup/SetupError.mjs';
import { step } from '../testing/step.mjs';

/** The release of create-app that belongs to the Backstage version of this repository. */
const CREATE_APP = '@backstage/create-app@0.9.2';

/** Files that are text with placeholders end so. */
const PLACEHOLDERS = '.hbs';

async function unpack(folder, node) {
  await mkdir(folder, { recursive: true });
  const printed = await step(
    'Fetching the public template',
    'npm',
    ['pack', '--silent', '--pack-destination', folder, CREATE_APP],
    { cwd: folder, env: node.environment },
  );
  const archive = printed.trim().split('\n').pop();
  await step('Unpacking the public template', 'tar', ['xzf', archive], {
    cwd: folder,
  });
  return join(folder, 'package');
}

async function filesOf(folder, inside = '') {
  const entries = await readdir(join(folder, inside), { withFileTypes: true });
  const files = await Promise.all(
    entries.map(entry => {
      const path = join(inside, entry.name);
      return entry.isDirectory() ? filesOf(folder, path) : [path];
    }),
  );
  return files.flat();
}

/** The template uses two placeholders: a name, and the version of a Backstage package at its release. */
export function fillPlaceholders(text, { values, versions, file }) {
  return text.replace(
    /\{\{\s*(?:version\s+'([^']+)'|(\w+))\s*\}\}/g,
    (placeholder, packageName, name) => {
      const value = packageName ? versions[packageName] : values[name];
      if (value === undefined) {
        throw new SetupError(
          `${file} has the unknown placeholder ${placeholder}.`,
        );
      }
      return value;
    },
  );
}

/**
 * Makes a plain Backstage app in `portal`, as `npx @backstage/create-app` does. The tool itself asks questions and installs at once, so its published
 * templates are filled in here.
 */
export async function makePortal({ template, portal, node }) {
  const fetched = `${portal}.create-app`;
  await rm(fetched, { recursive: true, force: true });
  const tool = await unpack(fetched, node);
  const { packageVersions } = createRequire(import.meta.url)(
    join(tool, 'dist/lib/versions.cjs.js'),
  );
  const values = {
    name: 'stock-portal',
    defaultBranch: 'main',
    version: '1.55.0',
  };
  const shared = join(tool, 'templates/default-app');
  const source = join(tool, 'templates', template);
  for (const file of await filesOf(source)) {
    const to = join(
      portal,
      file.endsWith(PLACEHOLDERS) ? file.slice(0, -PLACEHOLDERS.length) : file,
    );
    await mkdir(dirname(to), { recursive: true });
    const content = await readFile(join(source, file));
    await writeFile(
      to,
      file.endsWith(PLACEHOLDERS)
        ? fillPlaceholders(content.toString(), {
            values,
            versions: packageVersions,
            file,
          })
        : content,
    );
  }
  await copyYarn(shared, portal);
  await rm(fetched, { recursive: true, force: true });
}

/** The old-system template leaves yarn out: both get the one of the default template. */
async function copyYarn(shared, portal) {
  const release = '.yarn/releases/yarn-4.13.0.cjs';
  await mkdir(dirname(join(portal, release)), { recursive: true });
  await writeFile(join(portal, release), await readFile(join(shared, release)));
  await chmod(join(portal, release), 0o755);
  await writeFile(
    join(portal, '.yarnrc.yml'),
    `nodeLinker: node-modules\n\nyarnPath: ${release}\n`,
  );
}
