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
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { liveObjectSchema } from '@quarterdeck/backstage-plugin-fleet-common';
import { DemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import { Agent, fetch as fetchThrough } from 'undici';
import { parse } from 'yaml';
import { coreViews } from './views/core/coreViews';
import { fleetPlugin } from './plugin';

jest.setTimeout(60_000);

const CANARY = 'canary-77c41d';
const encoded = Buffer.from(CANARY).toString('base64');
const NAMESPACE = 'canaries';

const secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name: 'login',
    namespace: NAMESPACE,
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
        kind: 'Secret',
        data: { password: encoded },
      }),
    },
  },
  data: { password: encoded },
};

const template = {
  metadata: { labels: { app: 'canary' } },
  spec: {
    containers: [
      {
        name: 'app',
        image: 'app:1',
        args: [`--password=${CANARY}`],
        env: [{ name: 'API_TOKEN', value: CANARY }],
      },
    ],
  },
};

const planted: [path: string, object: { metadata: { name: string } }][] = [
  ['/api/v1/namespaces/canaries/secrets', secret],
  [
    '/api/v1/namespaces/canaries/configmaps',
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'files', namespace: NAMESPACE },
      data: { 'app.properties': `db.password=${CANARY}` },
    } as any,
  ],
  [
    '/apis/apps/v1/namespaces/canaries/deployments',
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'app',
        namespace: NAMESPACE,
        annotations: { 'a.test/token': CANARY },
      },
      spec: { selector: { matchLabels: { app: 'canary' } }, template },
    } as any,
  ],
  [
    '/apis/batch/v1/namespaces/canaries/cronjobs',
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'nightly', namespace: NAMESPACE },
      spec: {
        schedule: '0 3 * * *',
        jobTemplate: {
          spec: {
            template: {
              ...template,
              spec: { ...template.spec, restartPolicy: 'Never' },
            },
          },
        },
      },
    } as any,
  ],
];

describe('objects of the fleet', () => {
  let cluster: DemoCluster;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let base: string;
  let mayReadNamespaces: boolean;

  beforeAll(async () => {
    cluster = await startDemoCluster({ name: 'east' });
    await create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE },
    });
    for (const [path, object] of planted) {
      await create(path, object);
    }
    const decide = async (requests: any[]) =>
      requests.map(({ permission }) => ({
        result:
          permission.name === 'fleet.namespace.read' && !mayReadNamespaces
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })) as any;
    mayReadNamespaces = true;
    backend = await startTestBackend({
      features: [
        fleetPlugin,
        mockServices.permissions.mock({
          authorize: decide,
          authorizeConditional: decide,
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            fleet: {
              clusters: [{ type: 'kubeconfig', content: kubeconfig() }],
            },
          },
        }),
      ],
    });
    base = `http://localhost:${backend.server.port()}/api/fleet/v1`;
    for (let tries = 0; ; tries++) {
      const { coverage, rows } = (
        await get('/views/deployments.status?limit=500')
      ).body;
      if (
        coverage.answered === 1 &&
        rows.some((row: any) => row.namespace === NAMESPACE)
      ) {
        break;
      }
      if (tries >= 20) throw new Error('The cluster was not read in time');
    }
  });

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
  });

  function kubeconfig(): string {
    return JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name: 'east',
          cluster: {
            server: cluster.url,
            'certificate-authority-data': Buffer.from(cluster.ca).toString(
              'base64',
            ),
          },
        },
      ],
      users: [{ name: 'east', user: { token: cluster.tokens.admin } }],
      contexts: [{ name: 'east', context: { cluster: 'east', user: 'east' } }],
    });
  }

  async function create(path: string, object: object): Promise<void> {
    const response = await fetchThrough(`${cluster.url}${path}`, {
      method: 'POST',
      dispatcher: new Agent({ connect: { ca: cluster.ca } }),
      headers: {
        authorization: `Bearer ${cluster.tokens.admin}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(object),
    });
    expect([path, response.status]).toEqual([path, 201]);
  }

  async function get(path: string, as = 'user:default/ada') {
    const response = await fetch(`${base}${path}`, {
      headers: { authorization: mockCredentials.user.header(as) },
    });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) };
  }

  const objectQuery = (resource: string, name: string, namespace?: string) =>
    `/clusters/east/object?${new URLSearchParams({
      resource,
      name,
      ...(namespace && { namespace }),
    })}`;

  it('reads an object as YAML with its owners and conditions', async () => {
    const pods = await get(
      `/views/pods.list?limit=1&params=${encodeURIComponent('{"workload":{"kind":"Deployment","name":"app"}}')}&namespaces=${NAMESPACE}`,
    );
    const [pod] = pods.body.rows;
    const { status, body } = await get(
      objectQuery('pods', pod.name, NAMESPACE),
    );
    expect(status).toBe(200);
    const object = liveObjectSchema.parse(body);
    expect(object).toMatchObject({
      apiVersion: 'v1',
      kind: 'Pod',
      address: { cluster: 'east', resource: 'pods', namespace: NAMESPACE },
      owners: [
        {
          kind: 'ReplicaSet',
          name: pod.owner,
          controller: true,
          address: {
            cluster: 'east',
            resource: 'replicasets.apps',
            namespace: NAMESPACE,
            name: pod.owner,
          },
        },
      ],
    });
    const manifest = parse(object.yaml);
    expect(manifest.metadata).toMatchObject({ name: pod.name, uid: pod.uid });
    expect(manifest.metadata.managedFields).toBeUndefined();
    expect(object.masked.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        '.spec.containers[0].args[0]',
        '.spec.containers[0].env[0].value',
      ]),
    );
  });

  it('reads objects of the cluster', async () => {
    const { body } = await get(objectQuery('namespaces', NAMESPACE));
    expect(body.kind).toBe('Namespace');
    const [node] = (await get('/views/nodes.list')).body.rows;
    expect((await get(objectQuery('nodes', node.name))).body.kind).toBe('Node');
  });

  it.each([
    ['no such object', 'pods', 'nobody', NAMESPACE, 404],
    ['no such resource', 'unicorns.example.test', 'x', NAMESPACE, 404],
    ['a namespace too many', 'nodes', 'x', NAMESPACE, 400],
    ['a namespace too few', 'pods', 'x', undefined, 400],
    ['a name that leads elsewhere', 'pods', '../secrets', NAMESPACE, 400],
    ['a resource that is a path', 'pods/log', 'x', NAMESPACE, 400],
  ])('answers %s', async (_, resource, name, namespace, status) => {
    const answer = await get(objectQuery(resource, name, namespace));
    expect([answer.status, answer.body.error?.message]).toEqual([
      status,
      expect.any(String),
    ]);
  });

  it('tells who may not read a namespace nothing of what is in it', async () => {
    mayReadNamespaces = false;
    try {
      const stranger = 'user:default/stranger';
      const path = (name: string) => objectQuery('secrets', name, NAMESPACE);
      const there = await get(path('login'), stranger);
      const absent = await get(path('nobody'), stranger);
      expect(there.status).toBe(404);
      expect(there.body.error.message.replace('login', 'nobody')).toBe(
        absent.body.error.message,
      );
    } finally {
      mayReadNamespaces = true;
    }
  });

  it('shows a planted secret nowhere', async () => {
    const paths = [
      '/clusters',
      '/whoami',
      '/views',
      '/openapi.json',
      '/actions',
      ...coreViews.map(({ ref }) => `/views/${ref.id}?limit=500`),
      ...planted.map(([path, object]) => {
        const [, root, group, , , , plural] = path.split('/');
        return objectQuery(
          root === 'api' ? path.split('/').pop()! : `${plural}.${group}`,
          object.metadata.name,
          NAMESPACE,
        );
      }),
    ];
    const told: string[] = [];
    for (const path of paths) {
      const { status, text } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      if (text.includes(CANARY) || text.includes(encoded)) told.push(path);
    }
    expect(told).toEqual([]);
  });

  it('streams a planted secret nowhere', async () => {
    const abort = new AbortController();
    const subscriptions = coreViews.map(({ ref }) => ({
      id: ref.id,
      view: ref.id,
      window: { limit: 500 },
    }));
    const response = await fetch(`${base}/stream`, {
      method: 'POST',
      signal: abort.signal,
      headers: {
        authorization: mockCredentials.user.header('user:default/ada'),
        'content-type': 'application/json',
      },
      body: JSON.stringify({ subscriptions }),
    });
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body!) {
      text += decoder.decode(chunk, { stream: true });
      if (text.split('event: snapshot').length > subscriptions.length) break;
    }
    abort.abort();
    expect(text).toContain(NAMESPACE);
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(encoded);
  });

  it('refuses a selector that is none and names the part', async () => {
    for (const view of ['pods.list', 'workloads.list', 'workloads.rollouts']) {
      const params = encodeURIComponent('{"selector":"app=web,tier>3"}');
      const { status, body } = await get(`/views/${view}?params=${params}`);
      expect([view, status]).toEqual([view, 400]);
      expect(body.error.message).toContain("'tier>3'");
    }
  });
});
