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

import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot as root } from '../setup/root.mjs';
import { step } from '../testing/step.mjs';
import { editText } from './editText.mjs';
import { addToLegacyApp } from './legacyApp.mjs';

const FRONTEND = ['@quarterdeck/backstage-plugin-fleet'];

const BACKEND = [
  '@quarterdeck/backstage-plugin-fleet-backend',
  '@quarterdeck/backstage-plugin-catalog-backend-module-fleet',
];

async function editJson(file, change) {
  const content = JSON.parse(await readFile(file, 'utf8'));
  change(content);
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** Names the packed plugins in the portal, as `yarn workspace app add` would do with published ones. */
async function nameDependencies(portal, archives) {
  const ours = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const packed = Object.fromEntries(
    Object.entries(archives).map(([name, file]) => [name, `file:${file}`]),
  );
  await editJson(join(portal, 'package.json'), manifest => {
    // Of our own resolutions some are for versions that this registry lacks; those of our packages stand for the registry.
    manifest.resolutions = {
      ...manifest.resolutions,
      ...ours.resolutions,
      ...packed,
    };
    manifest.dependenciesMeta = ours.dependenciesMeta;
  });
  const add = names => manifest => {
    for (const name of names) manifest.dependencies[name] = packed[name];
  };
  await editJson(join(portal, 'packages/app/package.json'), add(FRONTEND));
  await editJson(join(portal, 'packages/backend/package.json'), add(BACKEND));
}

/** The two lines of the README: the backend plugin and the catalog's module. The app finds its part by itself. */
async function addToBackend(portal) {
  await editText(join(portal, 'packages/backend/src/index.ts'), [
    [
      'backend.start();',
      `${BACKEND.map(name => `backend.add(import('${name}'));\n`).join(
        '',
      )}\nbackend.start();`,
    ],
  ]);
}

/** Installs and builds the portal with the packed plugins in it. */
export async function installPlugins({
  portal,
  archives,
  template,
  node,
  log,
}) {
  await nameDependencies(portal, archives);
  await addToBackend(portal);
  if (template === 'legacy-app') await addToLegacyApp(portal);
  // Known good versions as a start: the rest of the template's dependencies is resolved anew.
  await copyFile(join(root, 'yarn.lock'), join(portal, 'yarn.lock'));
  const run = (what, args, cwd) => {
    log(what);
    return step(what, node.executable, args, {
      cwd,
      env: { ...node.environment, YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' },
    });
  };
  await run(
    'Installing the portal',
    [join(portal, '.yarn/releases/yarn-4.13.0.cjs'), 'install'],
    portal,
  );
  await run(
    'Checking its types',
    [join(portal, 'node_modules/.bin/tsc'), '--pretty', 'false'],
    portal,
  );
  await run(
    'Building its app',
    [join(portal, 'node_modules/.bin/backstage-cli'), 'package', 'build'],
    join(portal, 'packages/app'),
  );
}
