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

// Shows that the plugins can be added to anybody's portal: packs them as they would be published, makes a plain Backstage app from the public
// template, installs them there, adds configuration, and uses the fleet in a browser; once more behind nginx under a sub-path.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireChromium } from './setup/chromium.mjs';
import { runMain, SetupError } from './setup/SetupError.mjs';
import { setUp } from './setup/setUp.mjs';
import { sourceArguments } from './setup/sourceCommand.mjs';
import { checkFleet } from './stock-portal/checkFleet.mjs';
import {
  requireNginx,
  writeNginxConfiguration,
} from './stock-portal/nginx.mjs';
import { packPlugins } from './stock-portal/packages.mjs';
import { installPlugins } from './stock-portal/portal.mjs';
import { answers, freePort, startServer } from './stock-portal/servers.mjs';
import { makePortal } from './stock-portal/template.mjs';

const SUB_PATH = '/portal';
/** Longer than the proxy waits for an answer that says nothing. */
const IDLE_MS = 65_000;

const HELP = `Adds the plugins to a plain Backstage app and uses them in a browser.

  --template NAME   default-app (the new frontend system) or legacy-app
  --no-proxy        leaves out nginx and the sub-path
  --keep            keeps the portal and says where it is
  --portal FOLDER   uses a portal that was kept, instead of making one
  --help            this text

The demo fleet takes the ports from 7340 on, or from STOCK_PORTAL_DEMO_PORT on.
`;

function readOptions() {
  try {
    return parseArgs({
      options: {
        template: { type: 'string', default: 'default-app' },
        'no-proxy': { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        portal: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new SetupError(`${error.message} (try --help)`);
  }
}

/** The configuration that the README asks for: nothing but where the clusters are. */
const FLEET = kubeconfig => `fleet:
  clusters:
    - type: kubeconfig
      path: ${kubeconfig}
catalog:
  providers:
    fleet:
      defaultOwner: group:default/guests
`;

/** What a portal in production has, on top of what the template brings for development. */
const PRODUCTION = ({ address, port }) => `app:
  baseUrl: ${address}
backend:
  baseUrl: ${address}
  listen: 127.0.0.1:${port}
  cors:
    origin: ${new URL(address).origin}
auth:
  providers:
    guest:
      dangerouslyAllowOutsideDevelopment: true
`;

/** Makes a plain portal and adds the plugins to it, as they are published. */
async function makePortalWithFleet({ folder, portal, template, node, log }) {
  const archives = await packPlugins({
    folder: join(folder, 'packages'),
    node,
    log,
  });
  await makePortal({ template, portal, node });
  await installPlugins({ portal, archives, template, node, log });
}

function startPortal({ portal, node, port, files }) {
  return startServer({
    name: 'The portal',
    command: node.executable,
    args: [
      ...sourceArguments('src/index.ts'),
      ...['../../app-config.yaml', ...files].flatMap(file => [
        '--config',
        file,
      ]),
    ],
    options: {
      cwd: join(portal, 'packages/backend'),
      env: {
        ...node.environment,
        NODE_ENV: 'production',
        GITHUB_TOKEN: 'none',
      },
    },
    ready: () =>
      answers(`http://127.0.0.1:${port}/.backstage/health/v1/readiness`),
  });
}

await runMain(async () => {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  const { root, cache, node } = await setUp();
  const start = Date.now();
  const log = line => {
    const seconds = ((Date.now() - start) / 1000).toFixed(0);
    process.stdout.write(`${seconds.padStart(4)} s  ${line}\n`);
  };
  const chromium = await requireChromium({ log });
  const nginx = options['no-proxy'] ? undefined : await requireNginx({ log });
  const folder = join(cache, 'stock-portal');
  await mkdir(folder, { recursive: true });
  // Outside the repository, so that Node finds no dependency there that a package forgot to declare.
  const portal =
    options.portal ??
    (await mkdtemp(join(tmpdir(), 'quarterdeck-stock-portal-')));
  const keep = options.keep || options.portal !== undefined;

  const servers = [];
  const cleanUp = async () => {
    while (servers.length > 0) await servers.pop().stop();
    if (keep) log(`The portal is in ${portal}`);
    else await rm(portal, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => cleanUp().then(() => process.exit(1)));
  }
  try {
    const { template } = options;
    if (!options.portal) {
      await makePortalWithFleet({ folder, portal, template, node, log });
    }

    const kubeconfig = join(folder, 'kubeconfig');
    const demoPort = Number(process.env.STOCK_PORTAL_DEMO_PORT ?? 7340);
    servers.push(
      await startServer({
        name: 'The demo fleet',
        command: node.executable,
        args: [
          ...sourceArguments('packages/demo-fleet/src/cli.ts'),
          ...['--port', String(demoPort), '--kubeconfig', kubeconfig],
        ],
        options: { cwd: root, env: node.environment },
        ready: output => output().includes('demo-fleet ready'),
      }),
    );
    const control = `http://127.0.0.1:${demoPort}`;
    const fleetFile = join(folder, 'app-config.fleet.yaml');
    await writeFile(fleetFile, FLEET(`${kubeconfig}.portal`));

    const use = async ({ what, address, port, idle }) => {
      const production = join(folder, 'app-config.check.yaml');
      await writeFile(production, PRODUCTION({ address, port }));
      const server = await startPortal({
        portal,
        node,
        port,
        files: [fleetFile, production],
      });
      servers.push(server);
      try {
        await checkFleet({
          executable: chromium,
          address,
          control,
          idle,
          screenshot: join(folder, `${template}-${what}.png`),
        });
      } catch (error) {
        throw new SetupError(
          `${what}: ${error.message}\n${server.output().slice(-4_000)}`,
        );
      } finally {
        await server.stop();
      }
      log(`✔ ${template}, ${what}: the fleet works`);
    };

    const port = await freePort();
    await use({ what: 'direct', address: `http://localhost:${port}`, port });
    if (nginx) {
      const proxyPort = await freePort();
      const configuration = await writeNginxConfiguration({
        folder: join(folder, 'nginx'),
        port: proxyPort,
        backend: port,
        path: SUB_PATH,
      });
      servers.push(
        await startServer({
          name: 'nginx',
          command: nginx,
          args: ['-c', configuration, '-e', 'stderr'],
          options: {},
          ready: async () => true,
        }),
      );
      await use({
        what: 'nginx-and-sub-path',
        address: `http://localhost:${proxyPort}${SUB_PATH}`,
        port,
        idle: IDLE_MS,
      });
    }
  } finally {
    await cleanUp();
  }
});
