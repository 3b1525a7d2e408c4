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

import { Agent, request } from 'undici';
import { parse } from 'yaml';
import type { ScenarioInput } from './generator/scenarioSchema';
import { startDemoCluster } from './startDemoCluster';
import { DemoFleet, startDemoFleet } from './startDemoFleet';

const SCENARIO: ScenarioInput = {
  name: 'tiny',
  teams: { checkout: { system: 'shop', namespaces: ['checkout'] } },
  clusters: ['east', 'west'].map(name => ({
    name,
    provider: 'eks',
    region: 'eu-west-1',
    version: 'v1.34.2',
    reachable: name === 'east',
    nodePools: [
      {
        name: 'general',
        count: 2,
        instanceType: 'm6i.xlarge',
        cpu: 4,
        memoryGi: 16,
        zones: ['eu-west-1a', 'eu-west-1b'],
      },
    ],
    workloads: [
      {
        namespace: 'checkout',
        name: 'cart-api',
        image: 'example.test/cart-api',
        replicas: 3,
        port: 8080,
      },
    ],
  })),
};

/** Asks a cluster as the user of a context in a kubeconfig. */
async function ask(kubeconfig: string, contextName: string, path: string) {
  const { clusters, contexts, users } = parse(kubeconfig);
  const { context } = named(contexts, contextName);
  const { cluster } = named(clusters, context.cluster);
  const { user } = named(users, context.user);
  const ca = Buffer.from(cluster['certificate-authority-data'], 'base64');
  const dispatcher = new Agent({ connect: { ca: ca.toString() } });
  try {
    const { statusCode, body } = await request(`${cluster.server}${path}`, {
      dispatcher,
      headers: { authorization: `Bearer ${user.token}` },
    });
    return { status: statusCode, body: (await body.json()) as any };
  } finally {
    await dispatcher.close();
  }
}

function named(entries: any[], name: string): any {
  return entries.find(entry => entry.name === name);
}

describe('startDemoFleet', () => {
  let fleet: DemoFleet;

  beforeAll(async () => {
    fleet = await startDemoFleet({ scenario: SCENARIO, seed: 7 });
  });

  afterAll(() => fleet.stop());

  it('serves the clusters of a scenario under the contexts of its kubeconfig', async () => {
    const kubeconfig = fleet.kubeconfig();
    expect(parse(kubeconfig).contexts.map(({ name }: any) => name)).toEqual([
      'east',
      'east-viewer',
      'east-nobody',
      'west',
      'west-viewer',
      'west-nobody',
    ]);
    expect(kubeconfig).not.toMatch(/demo|quarterdeck/i);
    const pods = '/api/v1/namespaces/checkout/pods';
    const { body } = await ask(kubeconfig, 'east', pods);
    expect(body.items.map((pod: any) => pod.status.phase)).toEqual([
      'Running',
      'Running',
      'Running',
    ]);
    const nobody = await ask(kubeconfig, 'east-nobody', pods);
    const viewer = await ask(kubeconfig, 'east-viewer', pods);
    expect([nobody.status, viewer.status]).toEqual([403, 200]);
    const namespace = await ask(
      kubeconfig,
      'east',
      '/api/v1/namespaces/checkout',
    );
    expect(namespace.body.metadata).toMatchObject({
      labels: { 'app.kubernetes.io/part-of': 'shop' },
      annotations: { 'backstage.io/owner': 'group:default/checkout' },
    });
  });

  it('has the shapes of its provider on the nodes', async () => {
    const { body } = await ask(fleet.kubeconfig(), 'east', '/api/v1/nodes');
    const [node] = body.items;
    expect(node.spec.providerID).toMatch(
      /^aws:\/\/\/eu-west-1[ab]\/i-0[0-9a-f]{16}$/,
    );
    expect(node.metadata.labels).toMatchObject({
      'eks.amazonaws.com/capacityType': 'ON_DEMAND',
      'node.kubernetes.io/instance-type': 'm6i.xlarge',
      'topology.kubernetes.io/region': 'eu-west-1',
    });
  });

  it('lets its control endpoint open and close clusters, and set the speed', async () => {
    const control = async (
      method: 'GET' | 'POST',
      path: string,
      body?: any,
    ) => {
      const answer = await request(`${fleet.controlUrl}${path}`, {
        method,
        body: body && JSON.stringify(body),
      });
      return {
        status: answer.statusCode,
        body: (await answer.body.json()) as any,
      };
    };
    const version = () =>
      ask(fleet.kubeconfig(), 'west', '/version').then(
        ({ body }) => body.gitVersion,
        error => error.code,
      );
    expect(await version()).toBe('ECONNREFUSED');
    expect((await control('POST', '/clusters/west/start')).body).toMatchObject({
      name: 'west',
      running: true,
      nodes: 2,
      pods: 3,
    });
    expect(await version()).toBe('v1.34.2-eks-b3126f4');
    await control('POST', '/clusters/west/stop');
    expect(await version()).toBe('ECONNREFUSED');
    expect(
      (await control('GET', '/clusters')).body.map((each: any) => each.running),
    ).toEqual([true, false]);
    expect(await control('POST', '/clusters/north/stop')).toEqual({
      status: 404,
      body: { error: 'No cluster is named "north".' },
    });
    expect((await control('POST', '/speed', { factor: 10 })).status).toBe(200);
    expect((await control('POST', '/speed', { factor: 'x' })).status).toBe(400);
  });

  it('is the same again for the same seed', async () => {
    const again = await startDemoFleet({ scenario: SCENARIO, seed: 7 });
    const other = await startDemoFleet({ scenario: SCENARIO, seed: 8 });
    const names = ({ clusters: [{ store }] }: DemoFleet) =>
      ['Pod', 'Node'].flatMap(kind =>
        store
          .list(store.types.require('v1', kind))
          .map(({ metadata }) => `${metadata.name} ${metadata.uid}`),
      );
    expect(names(again)).toEqual(names(fleet));
    expect(names(other)).not.toEqual(names(fleet));
    await Promise.all([again.stop(), other.stop()]);
  });
});

describe('a synthetic fleet', () => {
  it('has the pods asked for, a fifth of other kinds, and stamped changes', async () => {
    const fleet = await startDemoFleet({ clusters: 2, pods: 200, churn: 500 });
    const [{ store }] = fleet.clusters;
    const pods = store.types.require('v1', 'Pod');
    const others = store.types
      .all()
      .filter(type => type !== pods && !type.storedAs && !type.computed)
      // What every cluster has, however small.
      .filter(({ group }) => !/^(rbac|apiregistration)\./.test(group))
      .reduce((sum, type) => sum + store.list(type).length, 0);
    expect(store.list(pods)).toHaveLength(200);
    expect(others).toBeGreaterThan(40);
    expect(others).toBeLessThan(65);
    const before = Date.now();
    const changed = await new Promise<any>(resolve => {
      store.onChange(({ object, type }) => {
        if (type === 'MODIFIED') resolve(object);
      });
    });
    const at = Number(
      changed.metadata.annotations['demo.quarterdeck.dev/changed-at'],
    );
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
    await fleet.stop();
  });
});

describe('startDemoCluster', () => {
  it('serves given objects, and leaves them alone without controllers', async () => {
    const cluster = await startDemoCluster({
      name: 'one',
      controllers: false,
      version: 'v1.35.0',
      objects: [
        {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'lonely', namespace: 'shop' },
          spec: { containers: [{ name: 'main', image: 'example.test/main' }] },
        },
      ],
    });
    const { body } = await ask(cluster.kubeconfig(), 'one', '/api/v1/pods');
    expect(body.items.map(({ metadata }: any) => metadata.name)).toEqual([
      'lonely',
    ]);
    await cluster.close();
  });

  it('runs a small shop unless told otherwise', async () => {
    const cluster = await startDemoCluster({ name: 'one' });
    const { body } = await ask(cluster.kubeconfig(), 'one', '/api/v1/pods');
    expect(body.items.map(({ status }: any) => status.phase)).toEqual(
      Array.from({ length: 6 }, () => 'Running'),
    );
    await cluster.close();
  });
});
