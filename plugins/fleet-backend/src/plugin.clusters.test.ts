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

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  FleetClustersService,
  fleetClustersServiceRef,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { SingleDemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fleetPlugin } from './plugin';

jest.setTimeout(60_000);

/** Another plugin of the same process, such as the catalog. */
function neighbour(use: (clusters: FleetClustersService) => void) {
  return createBackendPlugin({
    pluginId: 'neighbour',
    register: env =>
      env.registerInit({
        deps: {
          clusters: fleetClustersServiceRef,
          logger: coreServices.logger,
        },
        init: async ({ clusters }) => use(clusters),
      }),
  });
}

describe('clusters that come and go while the fleet is open', () => {
  let east: SingleDemoCluster;
  let west: SingleDemoCluster;
  let folder: string;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let shared: FleetClustersService;
  const ended = new AbortController();

  const write = (...clusters: SingleDemoCluster[]) =>
    writeFileSync(
      path.join(folder, 'config'),
      JSON.stringify({
        clusters: clusters.map(({ name, url, ca }) => ({
          name,
          cluster: {
            server: url,
            'certificate-authority-data': Buffer.from(ca).toString('base64'),
          },
        })),
        users: clusters.map(({ name, tokens }) => ({
          name,
          user: { token: tokens.admin },
        })),
        contexts: clusters.map(({ name }) => ({
          name,
          context: { cluster: name, user: name },
        })),
      }),
    );

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'fleet-'));
    [east, west] = await Promise.all(
      ['east', 'west'].map(name => startDemoCluster({ name })),
    );
    write(east);
    backend = await startTestBackend({
      features: [
        fleetPlugin,
        neighbour(clusters => {
          shared = clusters;
        }),
        mockServices.rootConfig.factory({
          data: {
            fleet: {
              clusters: [
                { type: 'kubeconfig', path: path.join(folder, 'config') },
              ],
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    ended.abort();
    await backend?.stop();
    await Promise.all([east?.close(), west?.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const nextPublication = () =>
    new Promise<void>(changed => {
      const stop = shared.onChange(() => {
        stop();
        changed();
      });
    });

  /** Waits until these clusters are told to the neighbours. */
  async function published(...names: string[]) {
    const told = () => shared.list().map(cluster => cluster.row.name);
    while (told().join() !== names.join()) {
      await nextPublication();
    }
  }

  /** Opens the stream of cluster health; answers with a wait for what it says next. */
  async function openStream() {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/fleet/v1/stream`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          subscriptions: [{ id: 'one', view: 'clusters.health' }],
        }),
        signal: ended.signal,
      },
    );
    const reader = response.body!.getReader();
    const decoder = new TextDecoder();
    let text = '';
    return async (expected: RegExp) => {
      while (!expected.test(text)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`The stream ended before ${expected}`);
        text += decoder.decode(value, { stream: true });
      }
      text = '';
    };
  }

  it('an open stream and the neighbours in the process learn of it', async () => {
    const says = await openStream();
    await says(/"cluster":"east"[^}]*"state":"healthy"/);

    write(east, west);
    await says(/"cluster":"west"[^}]*"state":"healthy"/);

    write(west);
    await says(/"remove":\["east"\]|"rows":\[\{"cluster":"west"/);
    await published('west');
    expect(shared.list().map(cluster => cluster.row.name)).toEqual(['west']);
    const [{ login, row }] = shared.list();
    expect(row.server).toBe(`${west.url}/`);
    expect(await login!.token()).toBe(west.tokens.admin);
    expect(JSON.stringify(shared.list())).not.toContain(west.tokens.admin);
  });
});
