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

// Removes the packs from outside and shows that the portal still builds and runs: nothing in it may depend on a pack.
// Works on a copy of the repository; run it after the dependencies are installed.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findNode } from './setup/node.mjs';
import { cacheFolder } from './setup/root.mjs';
import { runMain, SetupError } from './setup/SetupError.mjs';
import { sourceArguments } from './setup/sourceCommand.mjs';
import { copyWithoutPacks } from './testing/copyWithoutPacks.mjs';
import { step } from './testing/step.mjs';

const READY_WITHIN_MS = 90_000;

const seconds = since => `${((Date.now() - since) / 1000).toFixed(0)} s`;

async function buildApp(copy, node) {
  const cli = join(copy, 'node_modules/.bin/backstage-cli');
  const cwd = join(copy, 'packages/app');
  await step('Building the app', node.executable, [cli, 'package', 'build'], {
    cwd,
    env: { ...node.environment, NODE_ENV: 'production' },
  });
  const scripts = join(cwd, 'dist/static');
  const contents = await Promise.all(
    (await readdir(scripts))
      .filter(name => name.endsWith('.js'))
      .map(name => readFile(join(scripts, name), 'utf8')),
  );
  const has = text => contents.some(content => content.includes(text));
  if (!has('clusters.health') || has('certificates.list')) {
    throw new SetupError(
      'The built app is not that of the portal without its packs.',
    );
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A cluster where nobody listens: what the portal does must not hang on it. */
function kubeconfig(port) {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name: 'nowhere', cluster: { server: `https://127.0.0.1:${port}` } },
    ],
    users: [{ name: 'nobody', user: { token: 'none' } }],
    contexts: [
      { name: 'nowhere', context: { cluster: 'nowhere', user: 'nobody' } },
    ],
  });
}

function startBackend(copy, { node, port, kubeconfigFile }) {
  const address = `http://localhost:${port}`;
  const configs = ['app-config.yaml', 'app-config.e2e.yaml'];
  const child = spawn(
    node.executable,
    [
      ...sourceArguments('src/index.ts'),
      ...configs.flatMap(file => ['--config', join(copy, file)]),
    ],
    {
      cwd: join(copy, 'packages/backend'),
      env: {
        ...node.environment,
        NODE_ENV: 'production',
        QUARTERDECK_KUBECONFIG: kubeconfigFile,
        APP_CONFIG_app_baseUrl: address,
        APP_CONFIG_backend_baseUrl: address,
        APP_CONFIG_backend_listen: `127.0.0.1:${port}`,
        APP_CONFIG_backend_cors_origin: address,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', chunk => {
      output += chunk;
    });
  }
  return {
    address,
    // Our own questions whether it is ready say nothing.
    output: () =>
      output
        .split('\n')
        .filter(line => !line.includes('/.backstage/health/'))
        .join('\n'),
    ended: () => child.exitCode !== null || child.signalCode !== null,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const exit = once(child, 'exit');
        child.kill('SIGKILL');
        await exit;
      }
    },
  };
}

async function read(url, headers = {}) {
  const response = await fetch(url, {
    headers,
    signal: AbortSignal.timeout(5_000),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new SetupError(`${url} answers ${response.status}: ${text}`);
  }
  return text;
}

async function untilReady(backend) {
  const end = Date.now() + READY_WITHIN_MS;
  const url = `${backend.address}/.backstage/health/v1/readiness`;
  while (Date.now() < end && !backend.ended()) {
    if (
      await read(url).then(
        () => true,
        () => false,
      )
    ) {
      return;
    }
    await pause(250);
  }
  throw new SetupError(
    `The backend is not ready after ${seconds(end - READY_WITHIN_MS)}:\n${backend.output()}`,
  );
}

async function checkPortal({ address }) {
  const page = await read(`${address}/`);
  if (!page.includes('<div id="root">')) {
    throw new SetupError(`${address}/ does not serve the app.`);
  }
  const { backstageIdentity } = JSON.parse(
    await read(`${address}/api/auth/guest/refresh`, {
      'x-requested-with': 'XMLHttpRequest',
    }),
  );
  const api = JSON.parse(
    await read(`${address}/api/fleet/v1/openapi.json`, {
      authorization: `Bearer ${backstageIdentity.token}`,
    }),
  );
  const views = Object.keys(api.paths).filter(path =>
    path.startsWith('/views/'),
  );
  if (
    !views.includes('/views/clusters.health') ||
    views.some(view => view.includes('certificates'))
  ) {
    throw new SetupError(`The backend has the views ${views.join(', ')}.`);
  }
  return views.length;
}

await runMain(async () => {
  const node = await findNode({ cache: cacheFolder, log: console.error });
  const start = Date.now();
  const copy = await copyWithoutPacks();
  let backend;
  const cleanUp = async () => {
    await backend?.stop();
    await rm(copy, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => cleanUp().then(() => process.exit(1)));
  }
  try {
    const copied = seconds(start);
    const buildStart = Date.now();
    await buildApp(copy, node);
    const built = seconds(buildStart);

    const runStart = Date.now();
    const kubeconfigFile = join(copy, 'nowhere.kubeconfig');
    await writeFile(kubeconfigFile, kubeconfig(await freePort()));
    backend = startBackend(copy, {
      node,
      port: await freePort(),
      kubeconfigFile,
    });
    await untilReady(backend);
    const views = await checkPortal(backend);
    process.stdout.write(
      `✔ Without the outside pack the portal builds (${built}) and runs (ready in ${seconds(
        runStart,
      )}) with ${views} views; the copy took ${copied}.\n`,
    );
  } finally {
    await cleanUp();
  }
});
