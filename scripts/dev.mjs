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

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ChildGroup } from './setup/ChildGroup.mjs';
import { SetupError, runMain } from './setup/SetupError.mjs';
import { requireFreePorts } from './setup/ports.mjs';
import { setUp } from './setup/setUp.mjs';
import { sourceArguments } from './setup/sourceCommand.mjs';

const HELP = `Starts the demo fleet, the backend and the frontend, and prints the address of the portal.

  --kubeconfig FILE   show the clusters of this kubeconfig instead of the demo fleet (also: QUARTERDECK_KUBECONFIG)
  --no-demo-fleet     start no demo fleet; the clusters are those of app-config.yaml and app-config.local.yaml
  --as NAME           sign in as this person of examples/org.yaml instead of guest, for example ada or mo
  --port N            port of the portal (3000)
  --backend-port N    port of the backend (7007)
  --demo-port N       first port of the demo fleet (6440)
  --help              this text
`;

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        kubeconfig: { type: 'string' },
        as: { type: 'string' },
        'no-demo-fleet': { type: 'boolean', default: false },
        port: { type: 'string', default: '3000' },
        'backend-port': { type: 'string', default: '7007' },
        'demo-port': { type: 'string', default: '6440' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new SetupError(`${error.message} ("npm run dev -- --help")`);
  }
  const port = name => {
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number < 1 || number > 65535) {
      throw new SetupError(`--${name} must be a port number.`);
    }
    return number;
  };
  const kubeconfig =
    values.kubeconfig ?? process.env.QUARTERDECK_KUBECONFIG ?? undefined;
  return {
    help: values.help,
    person: values.as && `user:default/${values.as}`,
    kubeconfig: kubeconfig && resolve(kubeconfig),
    demoFleet: !values['no-demo-fleet'] && !kubeconfig,
    port: port('port'),
    backendPort: port('backend-port'),
    demoPort: port('demo-port'),
  };
}

// Its control endpoint, and one port for each of the default fleet's clusters.
const DEMO_FLEET_PORTS = 7;

function portsOf({ port, backendPort, demoFleet, demoPort }) {
  const choose = option => `"npm run dev -- --${option} N"`;
  const demoPorts = Array.from(
    { length: demoFleet ? DEMO_FLEET_PORTS : 0 },
    (_, index) => demoPort + index,
  );
  return [
    { port, what: 'the portal', choose: choose('port') },
    { port: backendPort, what: 'the backend', choose: choose('backend-port') },
    ...demoPorts.map(each => ({
      port: each,
      what: 'the demo fleet',
      choose: choose('demo-port'),
    })),
  ];
}

// Backstage reads these above its files; only what differs from app-config.yaml is set.
function portalEnvironment({
  port,
  backendPort,
  kubeconfig,
  person,
  encryptionKey,
}) {
  const environment = {
    APP_CONFIG_fleet_encryption_keys: JSON.stringify([encryptionKey]),
  };
  if (port !== 3000) {
    environment.APP_CONFIG_app_baseUrl = `http://localhost:${port}`;
    environment.APP_CONFIG_backend_cors_origin = `http://localhost:${port}`;
  }
  if (backendPort !== 7007) {
    environment.APP_CONFIG_backend_baseUrl = `http://localhost:${backendPort}`;
    environment.APP_CONFIG_backend_listen_port = String(backendPort);
  }
  if (kubeconfig) {
    environment.APP_CONFIG_fleet_clusters = JSON.stringify([
      { type: 'kubeconfig', path: kubeconfig },
    ]);
  }
  if (person) {
    environment.APP_CONFIG_auth_providers_guest_userEntityRef = person;
    // Until the catalog knows the person's groups.
    environment.APP_CONFIG_auth_providers_guest_ownershipEntityRefs =
      JSON.stringify([person]);
  }
  return environment;
}

/** Encrypts the credentials of clusters that are added in the portal; made once for this copy of the repository. */
async function encryptionKey(cache) {
  const file = join(cache, 'encryption-key');
  if (!existsSync(file)) {
    await writeFile(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  }
  return readFile(file, 'utf8');
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function until(condition, children) {
  while (!children.stopping && !(await condition())) await pause(500);
  return !children.stopping;
}

await runMain(async () => {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  if (options.kubeconfig && !existsSync(options.kubeconfig)) {
    throw new SetupError(`There is no kubeconfig at ${options.kubeconfig}.`);
  }
  await requireFreePorts(portsOf(options));
  const { root, cache, node } = await setUp();

  const children = new ChildGroup({
    onUnexpectedExit: async (name, code) => {
      process.stderr.write(
        `\n✖ ${name} ended (exit code ${
          code ?? 'none'
        }): its last lines above say why.\n`,
      );
      await children.stop();
      process.exit(1);
    },
  });
  const stop = async () => {
    await children.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, stop);
  }
  // Who stops npm rather than this script leaves it without a parent and without a signal.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 1_000).unref();

  if (options.demoFleet) {
    const kubeconfig = join(cache, 'demo-fleet/kubeconfig');
    await mkdir(join(cache, 'demo-fleet'), { recursive: true });
    // Its appearance is the sign that the clusters answer.
    await rm(kubeconfig, { force: true });
    children.start(
      'demo-fleet',
      node.executable,
      [
        ...sourceArguments(join(root, 'packages/demo-fleet/src/cli.ts')),
        '--port',
        String(options.demoPort),
        '--kubeconfig',
        kubeconfig,
      ],
      { cwd: root, env: node.environment },
    );
    if (!(await until(() => existsSync(kubeconfig), children))) return;
  }

  children.start(
    'portal',
    node.executable,
    [
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'repo',
      'start',
    ],
    {
      cwd: root,
      env: {
        ...node.environment,
        ...portalEnvironment({
          ...options,
          encryptionKey: await encryptionKey(cache),
        }),
      },
    },
  );
  const address = `http://localhost:${options.port}`;
  const health = `http://localhost:${options.backendPort}/.backstage/health/v1/readiness`;
  const ready = await until(
    async () => (await answers(health)) && (await answers(address)),
    children,
  );
  if (ready) {
    process.stdout.write(
      `\nQuarterdeck is ready: ${address}   (Ctrl-C stops everything)\n\n`,
    );
  }
});
