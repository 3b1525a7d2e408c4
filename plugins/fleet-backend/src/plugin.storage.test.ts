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
import { SingleDemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import { fleetPlugin } from './plugin';

jest.setTimeout(60_000);

const GIB = 2 ** 30;

const claim = (name: string, storageClassName: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, namespace: 'data' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    storageClassName,
    resources: { requests: { storage: '5Gi' } },
  },
  status: { phase: 'Pending' },
});

const service = (name: string, spec: object, loadBalancer = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { ports: [{ port: 80, protocol: 'TCP' }], ...spec },
  status: { loadBalancer },
});

describe('fleet plugin, asked for kinds that it does not always watch', () => {
  let cluster: SingleDemoCluster;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let base: string;

  async function read(view: string): Promise<any> {
    const response = await fetch(`${base}/views/${view}`);
    expect([view, response.status]).toEqual([view, 200]);
    return response.json();
  }

  /** What a view says once that is what is expected of it. */
  async function eventually(
    view: string,
    test: (answer: any) => boolean,
  ): Promise<any> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const answer = await read(view);
      if (test(answer)) return answer;
      if (Date.now() > deadline) {
        throw new Error(`Not in time: ${JSON.stringify(answer)}`);
      }
    }
  }

  const lists = (resource: string) =>
    cluster.requests.total({ verb: 'list', resource }).requests;

  beforeAll(async () => {
    cluster = await startDemoCluster({
      name: 'east',
      objects: [
        {
          apiVersion: 'storage.k8s.io/v1',
          kind: 'StorageClass',
          metadata: { name: 'now' },
          provisioner: 'csi.example.com',
          volumeBindingMode: 'Immediate',
        },
        claim('orders', 'now'),
        claim('reports', 'nobody-has-it'),
        service('edge', { type: 'LoadBalancer', selector: { app: 'edge' } }),
        service(
          'lb',
          { type: 'LoadBalancer', selector: { app: 'lb' } },
          { ingress: [{ ip: '203.0.113.7' }] },
        ),
        service('by-hand', {}),
      ],
    });
    backend = await startTestBackend({
      features: [
        fleetPlugin,
        mockServices.rootConfig.factory({
          data: {
            fleet: {
              clusters: [
                { type: 'kubeconfig', content: cluster.portalKubeconfig() },
              ],
            },
          },
        }),
      ],
    });
    base = `http://localhost:${backend.server.port()}/api/fleet/v1`;
    await eventually(
      'clusters.health',
      ({ rows }) => rows[0]?.state === 'healthy',
    );
  });

  afterAll(async () => {
    await backend?.stop();
    await cluster?.close();
  });

  it('shows claims and volumes as the cluster has them, and reads them only now', async () => {
    expect(lists('persistentvolumeclaims')).toBe(0);
    const claims = await eventually(
      'claims.status',
      ({ summary, coverage }) => summary.bound === 1 && coverage.answered === 1,
    );
    expect(lists('persistentvolumeclaims')).toBe(1);
    expect(claims.rows).toEqual([
      expect.objectContaining({
        cluster: 'east',
        namespace: 'data',
        name: 'reports',
        status: 'Pending',
        severity: 'warning',
        storageClass: 'nobody-has-it',
        requested: 5 * GIB,
      }),
      expect.objectContaining({
        name: 'orders',
        status: 'Bound',
        capacity: 5 * GIB,
        accessModes: ['RWO'],
      }),
    ]);
    const { rows, summary } = await eventually(
      'storage.overview',
      ({ summary: { volumes } }) => volumes === 1,
    );
    expect(rows).toEqual([
      expect.objectContaining({
        storageClass: 'now',
        provisioner: 'csi.example.com',
        missing: false,
        bound: 1,
        provisioned: 5 * GIB,
      }),
      expect.objectContaining({
        storageClass: 'nobody-has-it',
        missing: true,
        pending: 1,
        provisioned: 0,
      }),
    ]);
    expect(summary).toMatchObject({
      claims: 2,
      requested: 10 * GIB,
      missing: 1,
    });
  });

  it('marks services that nobody reaches, and sees when that changes', async () => {
    const { rows, summary } = await eventually(
      'services.status',
      ({ total }) => total >= 3,
    );
    expect(rows.slice(0, 2)).toEqual([
      expect.objectContaining({
        name: 'edge',
        status: 'No address',
        severity: 'warning',
        ports: [expect.stringMatching(/^80:3\d{4}\/TCP$/)],
      }),
      expect.objectContaining({ name: 'by-hand', status: 'No selector' }),
    ]);
    expect(summary).toMatchObject({ loadBalancers: 2, withoutAddress: 1 });

    const type = cluster.store.types.find('', 'v1', 'services')!;
    const edge = cluster.store.get(type, 'shop', 'edge')!;
    cluster.store.update(type, {
      ...edge,
      status: { loadBalancer: { ingress: [{ hostname: 'edge.example.com' }] } },
    });
    const after = await eventually(
      'services.status',
      answer => answer.summary.withoutAddress === 0,
    );
    expect(after.rows).toContainEqual(
      expect.objectContaining({
        name: 'edge',
        status: 'Set up',
        addresses: ['edge.example.com'],
      }),
    );
  });
});
