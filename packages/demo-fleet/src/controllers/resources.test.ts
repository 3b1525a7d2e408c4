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
import { DEMAND_ANNOTATION } from '../metrics/containerUsage';
import { SingleDemoCluster, startDemoCluster } from '../startDemoCluster';
import type { KubeObjectInput } from '../store/ObjectStore';

const LABELS = { app: 'web' };

function node(): KubeObjectInput {
  const resources = { cpu: '16', memory: '64Gi', pods: '110' };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'n1' },
    spec: { podCIDR: '10.0.1.0/24' },
    status: {
      capacity: resources,
      allocatable: resources,
      conditions: [{ type: 'Ready', status: 'True' }],
      addresses: [{ type: 'InternalIP', address: '192.168.0.1' }],
    },
  };
}

function workload(kind: string, spec: object, demand?: string) {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      selector: { matchLabels: LABELS },
      template: {
        metadata: {
          labels: LABELS,
          ...(demand && { annotations: { [DEMAND_ANNOTATION]: demand } }),
        },
        spec: {
          containers: [
            {
              name: 'web',
              image: 'example.test/web:1',
              ports: [{ name: 'http', containerPort: 8080 }],
              resources: { requests: { cpu: '500m', memory: '256Mi' } },
            },
          ],
        },
      },
      ...spec,
    },
  };
}

describe('resources that controllers look after', () => {
  let cluster: SingleDemoCluster;
  let client: ApiTestClient;

  async function start(...objects: KubeObjectInput[]): Promise<void> {
    cluster = await startDemoCluster({
      name: 'one',
      objects: [node(), ...objects],
      // What takes a minute in a cluster takes a second here.
      speed: 60,
    });
    client = new ApiTestClient(cluster.url, cluster.ca, cluster.tokens.admin);
  }

  afterEach(async () => {
    client.close();
    await cluster.close();
  });

  const post = (path: string, body: object) =>
    client.send({
      method: 'POST',
      path,
      headers: { 'Content-Type': 'application/json' },
      body,
    });

  const shop = (group: string, rest: string) =>
    client.get(`/${group}/namespaces/shop/${rest}`).then(({ body }) => body);

  /** The object, once something holds of it. */
  function until(kind: string, name: string, holds: (object: any) => boolean) {
    const { store } = cluster;
    const type = store.types
      .all()
      .find(each => each.kind === kind && !each.storedAs)!;
    return new Promise<any>(resolve => {
      const now = store.get(type, 'shop', name);
      if (now && holds(now)) {
        resolve(now);
        return;
      }
      const stop = store.onChange(({ resource, object }) => {
        const isIt = resource === type && object.metadata.name === name;
        if (!isIt || !holds(object)) return;
        stop();
        resolve(object);
      });
    });
  }

  it('binds the claims of a stateful set to volumes of the default class', async () => {
    await start(
      workload('StatefulSet', {
        replicas: 2,
        serviceName: 'web',
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: '5Gi' } },
            },
          },
        ],
      }),
    );
    const claims = await shop('api/v1', 'persistentvolumeclaims');
    expect(
      claims.items.map(({ metadata, spec, status }: any) => [
        metadata.name,
        metadata.labels,
        spec.storageClassName,
        status,
      ]),
    ).toEqual(
      ['data-web-0', 'data-web-1'].map(name => [
        name,
        LABELS,
        'standard',
        {
          phase: 'Bound',
          accessModes: ['ReadWriteOnce'],
          capacity: { storage: '5Gi' },
        },
      ]),
    );
    const [claim] = claims.items;
    const path = `/api/v1/persistentvolumes/${claim.spec.volumeName}`;
    expect((await client.get(path)).body).toMatchObject({
      spec: {
        claimRef: { name: 'data-web-0', uid: claim.metadata.uid },
        persistentVolumeReclaimPolicy: 'Delete',
      },
      status: { phase: 'Bound' },
    });
    await client.send({
      method: 'DELETE',
      path: '/api/v1/namespaces/shop/persistentvolumeclaims/data-web-0',
    });
    expect((await client.get(path)).status).toBe(404);
  });

  it('leaves a claim pending whose class there is not, and says so', async () => {
    await start({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'fast', namespace: 'shop' },
      spec: {
        storageClassName: 'nvme',
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
      },
      status: { phase: 'Pending' },
    });
    const { items } = await shop('api/v1', 'events');
    expect(items.map(({ reason, message }: any) => [reason, message])).toEqual([
      ['ProvisioningFailed', 'storageclass.storage.k8s.io "nvme" not found'],
    ]);
    const { status } = await shop('api/v1', 'persistentvolumeclaims/fast');
    expect(status.phase).toBe('Pending');
  });

  it('counts what a quota bounds, and refuses what is beyond it', async () => {
    await start(
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'shop', namespace: 'shop' },
        spec: { hard: { pods: '3', 'requests.cpu': '2' } },
      },
      workload('Deployment', { replicas: 5 }),
    );
    const { status } = await shop('api/v1', 'resourcequotas/shop');
    expect(status).toEqual({
      hard: { pods: '3', 'requests.cpu': '2' },
      used: { pods: '3', 'requests.cpu': '1500m' },
    });
    const [replicaSet] = (await shop('apis/apps/v1', 'replicasets')).items;
    expect(replicaSet.status).toMatchObject({
      replicas: 3,
      conditions: [{ type: 'ReplicaFailure', status: 'True' }],
    });
    const pod = (resources: object) => ({
      metadata: { name: 'extra' },
      spec: { containers: [{ name: 'main', image: 'a', resources }] },
    });
    const pods = '/api/v1/namespaces/shop/pods';
    const refused = await post(pods, pod({ requests: { cpu: '100m' } }));
    expect([refused.status, refused.body.message]).toEqual([
      403,
      'pods "extra" is forbidden: exceeded quota: shop, requested: pods=1, used: pods=3, limited: pods=3',
    ]);
    expect((await post(pods, pod({}))).body.message).toBe(
      'pods "extra" is forbidden: failed quota: shop: must specify requests.cpu for: main',
    );
  });

  it('fills in what a limit range gives to who asks for nothing', async () => {
    await start({
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: 'defaults', namespace: 'shop' },
      spec: {
        limits: [
          {
            type: 'Container',
            default: { memory: '256Mi' },
            defaultRequest: { cpu: '50m' },
          },
        ],
      },
    });
    const { body } = await post('/api/v1/namespaces/shop/pods', {
      metadata: { name: 'plain' },
      spec: { containers: [{ name: 'main', image: 'a' }] },
    });
    expect(body.spec.containers[0].resources).toEqual({
      requests: { cpu: '50m', memory: '256Mi' },
      limits: { memory: '256Mi' },
    });
  });

  it('lists the ready pods of a service as its endpoints', async () => {
    await start(workload('Deployment', { replicas: 2 }), {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        selector: LABELS,
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    });
    const pods = (await shop('api/v1', 'pods')).items;
    const addresses = pods.map(({ status }: any) => status.podIP).sort();
    const [slice] = (await shop('apis/discovery.k8s.io/v1', 'endpointslices'))
      .items;
    expect(slice).toMatchObject({
      metadata: { labels: { 'kubernetes.io/service-name': 'web' } },
      addressType: 'IPv4',
      ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
    });
    const ready = slice.endpoints.filter((each: any) => each.conditions.ready);
    expect(ready.flatMap((each: any) => each.addresses).sort()).toEqual(
      addresses,
    );
    const { subsets } = await shop('api/v1', 'endpoints/web');
    expect(subsets[0].addresses.map(({ ip }: any) => ip).sort()).toEqual(
      addresses,
    );
    const { name } = pods[0].metadata;
    await client.send({
      method: 'DELETE',
      path: `/api/v1/namespaces/shop/pods/${name}`,
    });
    const changed = await until('EndpointSlice', slice.metadata.name, each =>
      each.endpoints.some(
        ({ targetRef, conditions }: any) =>
          conditions.ready &&
          !pods.some((pod: any) => pod.metadata.uid === targetRef.uid),
      ),
    );
    expect(
      changed.endpoints.some(
        ({ targetRef, conditions }: any) =>
          targetRef.name === name && conditions.ready,
      ),
    ).toBe(false);
  });

  const autoscaler = (maxReplicas: number): KubeObjectInput => ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'web',
      },
      minReplicas: 1,
      maxReplicas,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 50 },
          },
        },
      ],
    },
  });
  const limited = (object: any) =>
    object.status?.conditions?.find(
      (each: any) => each.type === 'ScalingLimited',
    )?.reason;

  it('scales by what the pods use until it is as wanted', async () => {
    await start(workload('Deployment', { replicas: 2 }, '2.8'), autoscaler(10));
    // Work for 2.8 requests, at half a request for each pod.
    const settled = await until('HorizontalPodAutoscaler', 'web', object => {
      const { status } = object;
      return (
        status?.currentReplicas === 6 &&
        status.currentMetrics[0].resource?.current.averageUtilization < 56
      );
    });
    expect(limited(settled)).toBe('DesiredWithinRange');
    const { spec } = await shop('apis/apps/v1', 'deployments/web');
    expect(spec.replicas).toBe(6);
  });

  it('says when it would need more than it may have', async () => {
    await start(workload('Deployment', { replicas: 2 }, '9'), autoscaler(3));
    const full = await until(
      'HorizontalPodAutoscaler',
      'web',
      object =>
        limited(object) === 'TooManyReplicas' &&
        object.status.currentReplicas === 3,
    );
    expect(full.status.desiredReplicas).toBe(3);
  });
});
