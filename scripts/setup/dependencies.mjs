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

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { SetupError } from './SetupError.mjs';
import { howToInstallBuildTools, missingBuildTools } from './compiler.mjs';
import { execute } from './execute.mjs';
import { saysNoNetwork } from './network.mjs';

const STAMP = 'node_modules/.quarterdeck-setup';

/** The committed yarn release, as an argument for Node. */
export async function yarnRelease(root) {
  const settings = await readFile(join(root, '.yarnrc.yml'), 'utf8');
  return join(root, /^yarnPath:\s*(\S+)/m.exec(settings)[1]);
}

async function manifests(root) {
  const { workspaces } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  );
  const folders = await Promise.all(
    workspaces.map(async pattern => {
      if (!pattern.endsWith('/*')) return [pattern];
      const parent = pattern.slice(0, -2);
      const names = existsSync(join(root, parent))
        ? await readdir(join(root, parent))
        : [];
      return names.sort().map(name => `${parent}/${name}`);
    }),
  );
  return folders
    .flat()
    .map(folder => `${folder}/package.json`)
    .filter(file => existsSync(join(root, file)));
}

/** Changes whenever an install would: manifests, lock file, yarn itself, or the Node that native modules are built for. */
export async function dependencyHash(root, nodeVersion) {
  const hash = createHash('sha256').update(nodeVersion);
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const file of [...files, ...(await manifests(root))]) {
    hash.update(`\0${file}\0`).update(await readFile(join(root, file)));
  }
  return hash.digest('hex');
}

async function explain(output, environment) {
  if (saysNoNetwork(output) || environment.YARN_ENABLE_NETWORK === '0') {
    return 'The npm registry cannot be reached, so the dependencies could not be installed: check the network or proxy and run the command again.';
  }
  const missing = await missingBuildTools(environment);
  if (missing.length > 0) {
    return `better-sqlite3 has to be compiled, which needs ${missing.join(
      ' and ',
    )}: install with ${howToInstallBuildTools()} and run the command again.`;
  }
  return 'The dependencies could not be installed: the lines above say why.';
}

// npm's registry also holds for yarn, so that a machine that reaches a mirror through npm needs nothing else. Without
// a network yarn would retry every package for many minutes; with it switched off it takes what its cache has, or fails at once.
async function registryEnvironment(environment) {
  const npm = args => execute('npm', args, { env: environment });
  const yarnHasItsOwn =
    environment.YARN_NPM_REGISTRY_SERVER ||
    existsSync(join(homedir(), '.yarnrc.yml'));
  if (yarnHasItsOwn) return {};

  const probe = await npm([
    'view',
    'semver',
    'version',
    '--fetch-retries=0',
    '--fetch-timeout=20000',
  ]);
  if (probe.code !== 0 && saysNoNetwork(probe.output)) {
    return { YARN_ENABLE_NETWORK: '0' };
  }
  const { output } = await npm(['config', 'get', 'registry']);
  const registry = output
    .trim()
    .split('\n')
    .find(line => line.startsWith('http'));
  if (!registry || registry.includes('registry.npmjs.org')) return {};
  const { protocol, hostname } = new URL(registry);
  return {
    YARN_NPM_REGISTRY_SERVER: registry.replace(/\/$/, ''),
    ...(protocol === 'http:' && { YARN_UNSAFE_HTTP_WHITELIST: hostname }),
  };
}

/** Installs the dependencies unless the last install was for exactly these manifests; says whether it did. */
export async function installDependencies({ root, node, log }) {
  const stamp = join(root, STAMP);
  const wanted = await dependencyHash(root, node.version);
  const present = existsSync(stamp) ? await readFile(stamp, 'utf8') : '';
  if (present === wanted) return false;

  log('installing dependencies (a few minutes the first time)');
  const environment = {
    ...node.environment,
    ...(await registryEnvironment(node.environment)),
  };
  const { code, output } = await execute(
    node.executable,
    [
      await yarnRelease(root),
      'install',
      ...(environment.CI ? ['--immutable'] : []),
    ],
    { cwd: root, env: environment, onLine: log },
  );
  if (code !== 0) throw new SetupError(await explain(output, environment));

  const database = await execute(
    node.executable,
    ['-e', "new (require('better-sqlite3'))(':memory:').close()"],
    { cwd: join(root, 'packages/backend'), env: environment },
  );
  if (database.code !== 0) {
    log(database.output);
    throw new SetupError(
      `better-sqlite3 was installed but does not load in Node ${node.version}: delete node_modules and run the command again.`,
    );
  }
  await mkdir(dirname(stamp), { recursive: true });
  // An install may touch the lock file; the stamp is for what is there now.
  await writeFile(stamp, await dependencyHash(root, node.version));
  return true;
}
