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
import { ClusterAccess } from '@quarterdeck/backstage-plugin-fleet-common';
import { SingleDemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import { fleetPlugin } from '../plugin';
import { kubeconfigOf } from '../rbac/__testUtils__/kubeconfigOf';
import {
  apply,
  objectsOf,
  tokenOf,
} from '../rbac/__testUtils__/serviceAccount';

jest.setTimeout(60_000);

describe('clusterAccessRoutes', () => {
  let cluster: SingleDemoCluster;
  let backend: Awaited<ReturnType<typeof startTestBackend>> | undefined;
  let base: string;

  beforeAll(async () => {
    cluster = await startDemoCluster({ name: 'east' });
  });
  afterEach(async () => {
    await backend?.stop();
    backend = undefined;
  });
  afterAll(() => cluster?.close());

  async function connect(token: string, denied = false): Promise<void> {
    const content = kubeconfigOf(cluster, token);
    backend = await startTestBackend({
      features: [
        fleetPlugin,
        mockServices.rootConfig.factory({
          data: { fleet: { clusters: [{ type: 'kubeconfig', content }] } },
        }),
        ...(denied
          ? [mockServices.permissions.factory({ result: 'DENY' as any })]
          : []),
      ],
    });
    base = `http://localhost:${backend.server.port()}/api/fleet/v1`;
  }

  async function get(path: string) {
    const response = await fetch(`${base}${path}`);
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text,
    };
  }

  /** Asks until the cluster has answered for the first time. */
  async function accessOf(query = ''): Promise<ClusterAccess> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const { status, text } = await get(`/clusters/east/access${query}`);
      if (status === 200) return JSON.parse(text);
      expect([status, Date.now() < deadline, text]).toEqual([503, true, text]);
    }
  }

  const allowedOf = ({ capabilities }: ClusterAccess, part: string) =>
    Object.fromEntries(
      capabilities
        .filter(({ resource }) => resource.startsWith(part))
        .map(({ verb, resource, allowed }) => [`${verb} ${resource}`, allowed]),
    );

  it('says that an administrator may do everything, and that this is too much', async () => {
    await connect(cluster.tokens.admin);
    const access = await accessOf();
    expect(access).toMatchObject({
      cluster: 'east',
      identity: {
        username: 'admin',
        groups: ['system:masters', 'system:authenticated'],
      },
      namespace: 'default',
      incomplete: false,
      excessive: [expect.stringContaining('everything')],
    });
    expect(access.capabilities.every(({ allowed }) => allowed)).toBe(true);
    expect(access.capabilities).toContainEqual({
      title: 'Scale workload',
      verb: 'patch',
      group: 'apps',
      resource: 'deployments/scale',
      allowed: true,
    });
    expect(await accessOf()).toEqual(access);
  });

  it('grants by its manifest what it then finds, in the namespaces asked for', async () => {
    await connect(cluster.tokens.admin);
    const manifest = await get(
      '/rbac-manifest?namespaces=checkout&actions=workload.scale&serviceAccountNamespace=checkout',
    );
    expect([manifest.status, manifest.type]).toEqual([
      200,
      expect.stringContaining('text/yaml'),
    ]);
    await apply(cluster, objectsOf(manifest.text));
    await backend!.stop();
    await connect(await tokenOf(cluster, 'checkout', 'quarterdeck'));
    const within = await accessOf('?namespace=checkout');
    expect(within.identity?.username).toBe(
      'system:serviceaccount:checkout:quarterdeck',
    );
    expect(allowedOf(within, 'pods')).toMatchObject({
      'list pods': true,
      'watch pods': true,
    });
    expect(allowedOf(within, 'nodes')).toMatchObject({ 'list nodes': false });
    expect(allowedOf(within, 'deployments/scale')).toEqual({
      'get deployments/scale': true,
      'patch deployments/scale': true,
    });
    expect(allowedOf(within, 'secrets')).toEqual({
      'list secrets': false,
      'watch secrets': false,
    });
    expect(within.excessive).toEqual([]);
    expect(within.rules).toContainEqual(
      expect.objectContaining({
        verbs: ['get', 'patch'],
        resources: expect.arrayContaining(['deployments/scale']),
      }),
    );
    const elsewhere = await accessOf('?namespace=storefront');
    expect(allowedOf(elsewhere, 'pods')).toMatchObject({ 'list pods': false });
  });

  it.each([
    ['/clusters/nowhere/access', 404, "no cluster 'nowhere'"],
    ['/clusters/east/access?namespace=A%2F..', 400, 'namespace'],
    ['/rbac-manifest?serviceAccount=a%0Ab', 400, 'serviceAccount'],
    ['/rbac-manifest?namespaces=a,B', 400, 'namespaces'],
    ['/rbac-manifest?actions=no.action', 400, "no action 'no.action'"],
  ])('answers %s with %d', async (path, status, message) => {
    await connect(cluster.tokens.admin);
    const answer = await get(path);
    expect([answer.status, answer.text]).toEqual([
      status,
      expect.stringContaining(message),
    ]);
  });

  it('hides the cluster from who may not read it', async () => {
    await connect(cluster.tokens.admin, true);
    expect((await get('/clusters/east/access')).status).toBe(404);
  });
});
