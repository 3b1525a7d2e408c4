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
import { rbacManifestOptionsSchema } from '@quarterdeck/backstage-plugin-fleet-common';
import { SingleDemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import { scaleWorkload } from './actions/scaleWorkload';
import { coreResources } from './inventory/resources/coreResources';
import { fleetPlugin } from './plugin';
import { kubeconfigOf } from './rbac/__testUtils__/kubeconfigOf';
import { apply, objectsOf, tokenOf } from './rbac/__testUtils__/serviceAccount';
import { fleetAccess } from './rbac/fleetAccess';
import { rbacManifest } from './rbac/rbacManifest';

jest.setTimeout(60_000);

describe('fleet plugin with a credential for one namespace', () => {
  let cluster: SingleDemoCluster;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let base: string;

  async function request(method: string, path: string, body?: object) {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'one-and-only',
      },
      body: body && JSON.stringify(body),
    });
    const answer = await response.json();
    expect([path, response.status, answer.error]).toEqual([
      path,
      200,
      undefined,
    ]);
    return answer;
  }
  const get = (path: string) => request('GET', path);

  beforeAll(async () => {
    cluster = await startDemoCluster({ name: 'east' });
    const access = fleetAccess({
      resources: coreResources,
      actions: [scaleWorkload],
    });
    const manifest = rbacManifest(
      access,
      rbacManifestOptionsSchema.parse({
        namespaces: ['checkout'],
        serviceAccountNamespace: 'checkout',
        actions: ['workload.scale'],
      }),
    );
    await apply(cluster, objectsOf(manifest));
    const token = await tokenOf(cluster, 'checkout', 'quarterdeck');
    const content = kubeconfigOf(cluster, token);
    backend = await startTestBackend({
      features: [
        fleetPlugin,
        mockServices.rootConfig.factory({
          data: { fleet: { clusters: [{ type: 'kubeconfig', content }] } },
        }),
      ],
    });
    base = `http://localhost:${backend.server.port()}/api/fleet/v1`;
    const deadline = Date.now() + 20_000;
    for (;;) {
      const { rows, coverage } = await get('/views/clusters.health');
      const [row] = rows;
      if (row?.state === 'healthy' && row.namespacesOnly && row.deployments) {
        break;
      }
      if (Date.now() > deadline) {
        throw new Error(`Not in time: ${JSON.stringify([row, coverage])}`);
      }
    }
  });

  afterAll(async () => {
    await backend?.stop();
    await cluster?.close();
  });

  const objects = (group: string, plural: string) =>
    cluster.store.list(
      cluster.store.types.find(group, 'v1', plural)!,
      'checkout',
    );

  it('counts what it reads, leaves out what it does not, and says which that is', async () => {
    const { rows, coverage } = await get('/views/clusters.health');
    expect(rows).toEqual([
      expect.objectContaining({
        state: 'healthy',
        namespacesOnly: ['checkout'],
        namespaces: 1,
        pods: objects('', 'pods').length,
        deployments: objects('apps', 'deployments').length,
      }),
    ]);
    expect(rows[0].nodes).toBeUndefined();
    expect(coverage.failed).toEqual([
      expect.objectContaining({
        cluster: 'east',
        resource: 'nodes',
        reason: 'forbidden',
      }),
    ]);
    const pods = await get('/views/pods.list');
    expect(pods.total).toBe(objects('', 'pods').length);
    expect(pods.coverage).toMatchObject({ answered: 1, failed: [] });
  });

  it('knows the namespace for permissions', async () => {
    expect((await get('/whoami')).clusters).toEqual([
      {
        name: 'east',
        clusterScoped: true,
        visibleNamespaces: 1,
        namespaces: 1,
      },
    ]);
  });

  it('runs the action that the manifest was made for', async () => {
    const [deployment] = objects('apps', 'deployments') as any[];
    const input = {
      cluster: 'east',
      namespace: 'checkout',
      name: deployment.metadata.name,
      replicas: deployment.spec.replicas + 1,
    };
    const { target, warnings } = await request(
      'POST',
      '/actions/workload.scale/preview',
      { input },
    );
    expect(warnings).toEqual([]);
    expect(
      await request('POST', '/actions/workload.scale', {
        input,
        uid: target.uid,
      }),
    ).toMatchObject({ status: 'succeeded' });
  });
});
