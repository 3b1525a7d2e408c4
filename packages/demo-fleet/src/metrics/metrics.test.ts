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

import { ApiTestClient } from '../api/testing/ApiTestClient';
import { SingleDemoCluster, startDemoCluster } from '../startDemoCluster';
import { quantityValue } from '../world/quantity';

const METRICS = '/apis/metrics.k8s.io/v1beta1';

describe('metrics.k8s.io', () => {
  const open: SingleDemoCluster[] = [];
  const clients: ApiTestClient[] = [];

  async function start(metrics?: boolean) {
    // By now the pods have run for almost a minute, by the simulated clock.
    const cluster = await startDemoCluster({ name: 'one', metrics });
    const client = new ApiTestClient(
      cluster.url,
      cluster.ca,
      cluster.portalToken,
    );
    open.push(cluster);
    clients.push(client);
    return { cluster, client };
  }

  afterEach(async () => {
    clients.splice(0).forEach(client => client.close());
    await Promise.all(open.splice(0).map(cluster => cluster.close()));
  });

  it('measures every running pod, within what its containers may use', async () => {
    const { client } = await start();
    const pods = (await client.get('/api/v1/pods')).body.items;
    const { body } = await client.get(`${METRICS}/pods`);
    expect(body).toMatchObject({ kind: 'PodMetricsList', metadata: {} });
    expect(body.items.map((each: any) => each.metadata.name)).toEqual(
      pods.map((each: any) => each.metadata.name),
    );
    for (const item of body.items) {
      expect(item).toMatchObject({
        timestamp: expect.stringMatching(/^20.*Z$/),
        window: '15s',
      });
      const pod = pods.find(
        (each: any) => each.metadata.name === item.metadata.name,
      );
      item.containers.forEach((container: any, index: number) => {
        const { name, resources } = pod.spec.containers[index];
        expect(container.name).toBe(name);
        const memory = quantityValue(container.usage.memory);
        expect(memory).toBeGreaterThan(0);
        expect(memory).toBeLessThan(quantityValue(resources.limits.memory));
        expect(quantityValue(container.usage.cpu)).toBeGreaterThan(0);
      });
    }
  });

  it('adds up to what the node uses', async () => {
    const { client } = await start();
    const pods = (await client.get('/api/v1/pods')).body.items;
    const usage = (await client.get(`${METRICS}/pods`)).body.items;
    const { items } = (await client.get(`${METRICS}/nodes`)).body;
    expect(items).toHaveLength(3);
    for (const node of items) {
      const sum = usage
        .filter((_: any, index: number) => {
          return pods[index].spec.nodeName === node.metadata.name;
        })
        .flatMap((each: any) => each.containers)
        .reduce(
          (total: number, each: any) => total + quantityValue(each.usage.cpu),
          0,
        );
      const used = quantityValue(node.usage.cpu);
      expect(used).toBeGreaterThan(sum);
      expect(used).toBeLessThan(sum + 1);
    }
  });

  it('finds one, those of a namespace and those with a label', async () => {
    const { client } = await start();
    const all = (await client.get(`${METRICS}/pods`)).body.items;
    const [{ metadata }] = all;
    const path = `${METRICS}/namespaces/${metadata.namespace}/pods`;
    const one = await client.get(`${path}/${metadata.name}`);
    expect(one.body).toMatchObject({ kind: 'PodMetrics', ...all[0] });
    const missing = await client.get(`${path}/none`);
    expect([missing.status, missing.body.message]).toEqual([
      404,
      'pods.metrics.k8s.io "none" not found',
    ]);
    const label = 'app.kubernetes.io/name';
    const wanted = metadata.labels[label];
    const { items } = (
      await client.get(`${path}?labelSelector=${label}%3D${wanted}`)
    ).body;
    expect(items).toEqual(
      all.filter(
        (each: any) =>
          each.metadata.namespace === metadata.namespace &&
          each.metadata.labels[label] === wanted,
      ),
    );
  });

  it('is found by discovery, or nowhere where it is not installed', async () => {
    const { client } = await start();
    const { body } = await client.get(METRICS);
    expect(body.resources.map(({ name, verbs }: any) => [name, verbs])).toEqual(
      [
        ['nodes', ['get', 'list']],
        ['pods', ['get', 'list']],
      ],
    );
    const services = '/apis/apiregistration.k8s.io/v1/apiservices';
    const service = await client.get(`${services}/v1beta1.metrics.k8s.io`);
    expect(service.body.status.conditions[0]).toMatchObject({
      type: 'Available',
      status: 'True',
    });
    const without = await start(false);
    const answer = await without.client.get(`${METRICS}/pods`);
    expect([answer.status, answer.body]).toEqual([404, '404 page not found\n']);
  });

  it('lets a namespace go whose pods were measured', async () => {
    const { client, cluster } = await start();
    const [pod] = (await client.get(`${METRICS}/pods`)).body.items;
    const { namespace } = pod.metadata;
    const { store } = cluster;
    const gone = new Promise<void>(resolve => {
      store.onChange(({ type, object }) => {
        const isIt =
          object.kind === 'Namespace' && object.metadata.name === namespace;
        if (type === 'DELETED' && isIt) resolve();
      });
    });
    const types = store.types;
    store.delete(types.require('v1', 'Namespace'), undefined, namespace);
    for (const { metadata } of store.list(types.require('v1', 'Pod'))) {
      if (metadata.namespace !== namespace) continue;
      store.delete(types.require('v1', 'Pod'), namespace, metadata.name, {
        gracePeriodSeconds: 0,
      });
    }
    await gone;
    const { status } = await client.get(`/api/v1/namespaces/${namespace}`);
    expect(status).toBe(404);
  });
});
