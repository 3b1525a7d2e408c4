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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
// The module is tested in the plugin that it extends.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import fleetPlugin from '@quarterdeck/backstage-plugin-fleet-backend';
import { SingleDemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import certificatesModule from '.';
import {
  certificateDefinition,
  certificateObject,
} from './__testUtils__/certManager';

jest.setTimeout(60_000);

describe('certificates module', () => {
  let east: SingleDemoCluster;
  let bare: SingleDemoCluster;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    east = await startDemoCluster({
      name: 'east',
      controllers: false,
      objects: [
        certificateDefinition,
        certificateObject('web', {
          ready: true,
          message: 'Up to date',
          notAfter: '2031-05-01T00:00:00Z',
        }),
        certificateObject('api', { ready: false, message: 'No such issuer' }),
      ],
    });
    bare = await startDemoCluster({ name: 'bare', controllers: false });
    backend = await startTestBackend({
      features: [
        fleetPlugin,
        certificatesModule,
        mockServices.rootConfig.factory({
          data: {
            fleet: {
              clusters: [east, bare].map(cluster => ({
                type: 'kubeconfig',
                content: cluster.kubeconfig(),
                contexts: { include: [cluster.name] },
              })),
            },
          },
        }),
      ],
    });
    await eventually(
      'clusters.health',
      ({ coverage }) => coverage.answered === 2,
    );
  });

  afterAll(async () => {
    await backend?.stop();
    await Promise.all([east?.close(), bare?.close()]);
  });

  async function get(path: string): Promise<any> {
    const port = backend.server.port();
    const response = await fetch(
      `http://localhost:${port}/api/fleet/v1${path}`,
    );
    expect([path, response.status]).toEqual([path, 200]);
    return response.json();
  }

  /** Asks for a view until its answer is as wanted. */
  async function eventually(view: string, wanted: (answer: any) => boolean) {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const answer = await get(`/views/${view}`);
      if (wanted(answer)) return answer;
      if (Date.now() > deadline) {
        throw new Error(`Not in time: ${JSON.stringify(answer)}`);
      }
    }
  }

  const row = (name: string, rest: object) => ({
    uid: expect.any(String),
    cluster: 'east',
    namespace: 'shop',
    name,
    secret: `${name}-tls`,
    issuer: 'ClusterIssuer letsencrypt',
    dnsNames: [`${name}.example`],
    ...rest,
  });
  const web = row('web', {
    status: 'Ready',
    expiry: Date.UTC(2031, 4, 1),
  });
  const api = row('api', { status: 'Not ready', message: 'No such issuer' });

  it('shows the certificates of a live API and where there are none to be had', async () => {
    const answer = await eventually(
      'certificates.list',
      ({ coverage }) => coverage.answered === 2,
    );
    expect(answer).toEqual({
      rows: [web, api],
      total: 2,
      summary: { ready: 1, notReady: 1, unknown: 0 },
      coverage: {
        asked: 2,
        answered: 2,
        failed: [
          expect.objectContaining({
            cluster: 'bare',
            resource: 'certificates',
            reason: 'not-installed',
          }),
        ],
        asOf: expect.any(Number),
        demo: false,
      },
    });
  });

  it('follows what happens to them', async () => {
    const { types } = east.store;
    const type = types.find('cert-manager.io', 'v1', 'certificates')!;
    const added = certificateObject('shop', { ready: true, message: '' });
    east.store.create(type, added);
    const more = await eventually(
      'certificates.list',
      ({ total }) => total > 2,
    );
    expect(more.rows).toEqual([web, api, row('shop', { status: 'Ready' })]);
    expect(more.summary).toEqual({ ready: 2, notReady: 1, unknown: 0 });

    east.store.delete(type, 'shop', 'shop');
    const less = await eventually(
      'certificates.list',
      ({ total }) => total < 3,
    );
    expect(less.rows).toEqual([web, api]);
  });

  it('filters by parameters', async () => {
    const params = { before: Date.UTC(2031, 4, 2) };
    const answer = await get(
      `/views/certificates.list?params=${encodeURIComponent(
        JSON.stringify(params),
      )}`,
    );
    expect(answer.rows).toEqual([web]);
  });

  it('counts by cluster', async () => {
    const { rows, summary } = await get('/views/certificates.totals');
    const counts = { certificates: 2, ready: 1, notReady: 1, unknown: 0 };
    expect(rows).toEqual([{ cluster: 'east', ...counts }]);
    expect(summary).toEqual({ clusters: 1, ...counts });
  });

  it('polls what the API servers say of themselves', async () => {
    const { rows, summary } = await eventually(
      'certificates.readiness',
      ({ coverage }) => coverage.answered === 2,
    );
    expect(rows).toEqual(
      ['bare', 'east'].map(cluster => ({
        cluster,
        ready: true,
        passing: expect.arrayContaining(['ping', 'informer-sync', 'shutdown']),
        failing: [],
      })),
    );
    expect(summary).toEqual({ ready: 2, notReady: 0 });
  });

  it('is described like any other view', async () => {
    const { paths } = await get('/openapi.json');
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/views/certificates.list',
        '/views/certificates.totals',
        '/views/certificates.readiness',
      ]),
    );
  });
});
