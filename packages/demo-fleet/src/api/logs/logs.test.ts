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

import { SingleDemoCluster, startDemoCluster } from '../../startDemoCluster';
import { ApiTestClient } from '../testing/ApiTestClient';

const MINUTE = 60_000;

function startedAgo(ms: number): string {
  return `${new Date(Date.now() - ms).toISOString().slice(0, 19)}Z`;
}

function pod(name: string, containers: any[], statuses: any[]) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop' },
    spec: { nodeName: 'n1', containers },
    status: { phase: 'Running', containerStatuses: statuses },
  };
}

const WEB = {
  name: 'web',
  image: 'example.test/web:1',
  ports: [{ containerPort: 8080 }],
};
const FAILED = {
  exitCode: 1,
  reason: 'Error',
  containerID: 'containerd://old',
  startedAt: startedAgo(5 * MINUTE),
  finishedAt: startedAgo(4 * MINUTE),
};

const PODS = [
  pod(
    'steady',
    [WEB],
    [
      {
        name: 'web',
        containerID: 'containerd://new',
        state: { running: { startedAt: startedAgo(30 * MINUTE) } },
        lastState: {},
      },
    ],
  ),
  pod(
    'crashing',
    [WEB],
    [
      {
        name: 'web',
        containerID: 'containerd://old',
        state: { waiting: { reason: 'CrashLoopBackOff' } },
        lastState: { terminated: FAILED },
      },
    ],
  ),
  pod(
    'pulling',
    [WEB],
    [
      {
        name: 'web',
        state: { waiting: { reason: 'ImagePullBackOff' } },
        lastState: {},
      },
    ],
  ),
  pod('two', [WEB, { name: 'proxy', image: 'linkerd/proxy' }], []),
];

describe('pod logs', () => {
  let cluster: SingleDemoCluster;
  let client: ApiTestClient;

  beforeAll(async () => {
    cluster = await startDemoCluster({
      name: 'one',
      controllers: false,
      objects: PODS,
    });
    client = new ApiTestClient(cluster.url, cluster.ca, cluster.tokens.admin);
  });

  afterAll(async () => {
    client.close();
    await cluster.close();
  });

  const path = (name: string, query = '') =>
    `/api/v1/namespaces/shop/pods/${name}/log?${query}`;
  const lines = async (name: string, query = '') => {
    const { body } = await client.get(path(name, query));
    return (body as string).split('\n').slice(0, -1);
  };
  const refusal = async (name: string, query = '') => {
    const { body } = await client.get(path(name, query));
    return [body.code, body.message];
  };

  it('tells the same lines again, whole or by their end', async () => {
    const all = await lines('steady');
    expect(all.length).toBeGreaterThan(900);
    expect(all[1]).toContain('"msg":"listening","port":8080');
    const tail = await lines('steady', 'tailLines=50');
    expect(tail).toHaveLength(50);
    const again = await lines('steady', 'tailLines=60');
    expect(again).toEqual(expect.arrayContaining(tail));
    expect(await lines('steady', 'tailLines=0')).toEqual([]);
  });

  it('stamps lines, and leaves out those before a time', async () => {
    const since = Date.now() - 2 * MINUTE;
    const bySeconds = await lines('steady', 'sinceSeconds=120&timestamps=true');
    const byTime = await lines(
      'steady',
      `sinceTime=${new Date(since).toISOString()}&timestamps=true`,
    );
    for (const found of [bySeconds, byTime]) {
      const times = found.map(line => Date.parse(line.split(' ')[0]));
      expect(times.length).toBeGreaterThan(50);
      expect(Math.min(...times)).toBeGreaterThanOrEqual(since - 1_000);
      expect(times).toEqual([...times].sort((left, right) => left - right));
    }
  });

  it('cuts at the bytes asked for', async () => {
    const { body } = await client.get(path('steady', 'limitBytes=100'));
    expect(body).toHaveLength(100);
  });

  it('shows why a container died, also of the run before', async () => {
    const last = await lines('crashing');
    expect(last).toContain('panic: web: no database after 3 attempts');
    expect(await lines('crashing', 'previous=true')).toEqual(last);
  });

  it('refuses in the words of the server and the kubelet', async () => {
    expect([
      await refusal('steady', 'previous=true'),
      await refusal('pulling'),
      await refusal('two'),
      await refusal('two', 'container=three'),
      await refusal('steady', 'tailLines=-1'),
      await refusal('none'),
    ]).toEqual([
      [400, 'previous terminated container "web" in pod "steady" not found'],
      [
        400,
        'container "web" in pod "pulling" is waiting to start: trying and failing to pull image',
      ],
      [
        400,
        'a container name must be specified for pod two, choose one of: [web proxy]',
      ],
      [400, 'container three is not valid for pod two'],
      [
        422,
        'PodLogOptions "steady" is invalid: tailLines: Invalid value: -1: must be greater than or equal to 0',
      ],
      [404, 'pods "none" not found'],
    ]);
  });

  it('follows a container until it ends, without gaps', async () => {
    const type = cluster.store.types.require('v1', 'Pod');
    const current = () => cluster.store.get(type, 'shop', 'steady')!;
    const endContainer = () => {
      const [status] = current().status.containerStatuses;
      cluster.store.update(type, {
        ...current(),
        status: {
          ...current().status,
          containerStatuses: [
            {
              ...status,
              state: {
                terminated: {
                  ...status.state.running,
                  exitCode: 0,
                  reason: 'Completed',
                  containerID: status.containerID,
                  finishedAt: new Date().toISOString(),
                },
              },
            },
          ],
        },
      });
    };
    const { lines: followed } = await client.watch(
      { path: path('steady', 'follow=true&tailLines=2&timestamps=true') },
      told => {
        if (told.length === 4) endContainer();
        return false;
      },
    );
    expect(followed.length).toBeGreaterThan(3);
    const whole = await lines(
      'steady',
      `tailLines=${followed.length}&timestamps=true`,
    );
    expect(followed).toEqual(whole);
  });
});
