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

import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ClusterRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { DemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import {
  KubernetesBackend,
  PublishedCluster,
  startKubernetesBackend,
} from './__testUtils__/startKubernetesBackend';

jest.setTimeout(60_000);

const multiTenant = { serviceLocatorMethod: { type: 'multiTenant' } };

describe('kubernetesModuleFleet', () => {
  let east: DemoCluster;
  let backend: KubernetesBackend | undefined;

  beforeAll(async () => {
    east = await startDemoCluster({ name: 'east' });
  });

  afterAll(async () => {
    await east?.stop();
  });

  afterEach(async () => {
    await backend?.stop();
    backend = undefined;
  });

  function published(
    name: string,
    row: Partial<ClusterRow> = {},
    login: Partial<PublishedCluster['login']> = {},
  ): PublishedCluster {
    return {
      row: {
        uid: name,
        cluster: name,
        namespace: '',
        name,
        title: `The ${name}`,
        aliases: [],
        state: 'healthy',
        since: 0,
        facts: {},
        source: 'kubeconfig',
        server: `${east.url}/`,
        auth: 'token',
        labels: {},
        demo: false,
        ...row,
      },
      login: {
        server: `${east.url}/`,
        certificateAuthority: east.ca,
        insecureSkipTlsVerify: false,
        token: east.tokens.admin,
        ...login,
      },
    };
  }

  async function ask(path: string, init: RequestInit = {}): Promise<any> {
    const response = await fetch(`${backend!.baseUrl}${path}`, {
      ...init,
      headers: {
        authorization: mockCredentials.user.header(),
        'content-type': 'application/json',
        ...init.headers,
      },
    });
    return { status: response.status, body: await response.json() };
  }

  async function names(init?: RequestInit): Promise<string[]> {
    const { body } = await ask('/clusters', init);
    return body.items.map(({ name }: { name: string }) => name);
  }

  /** A component whose workloads are those of the first pod of the cluster. */
  function component(): Entity {
    const [pod] = east.store.list(east.store.types.find('', 'v1', 'pods')!);
    const [[label, value]] = Object.entries(pod.metadata.labels!);
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'web',
        annotations: {
          'backstage.io/kubernetes-label-selector': `${label}=${value}`,
        },
      },
      spec: {},
    };
  }

  it('offers clusters that can be logged in to and that answer', async () => {
    const web = component();
    backend = await startKubernetesBackend({
      config: { kubernetes: multiTenant },
      entities: [web],
      clusters: [
        published('east'),
        published('slow', { state: 'degraded' }),
        { ...published('by-certificate'), login: undefined },
        published('tokenless', {}, { token: undefined }),
        published('dead', { state: 'unreachable' }),
        published('denied', { state: 'denied' }),
        published('proxied', { source: 'kubernetes-proxy' }),
      ],
    });
    await expect(ask('/clusters')).resolves.toEqual({
      status: 200,
      body: {
        items: [
          { name: 'east', title: 'The east', authProvider: 'serviceAccount' },
          { name: 'slow', title: 'The slow', authProvider: 'serviceAccount' },
        ],
      },
    });
    await expect(
      ask('/proxy/api/v1/namespaces/kube-system', {
        headers: { 'backstage-kubernetes-cluster': 'east' },
      }),
    ).resolves.toMatchObject({ status: 200, body: { kind: 'Namespace' } });

    const objects = await ask('/services/web', {
      method: 'POST',
      body: JSON.stringify({ entity: web }),
    });
    expect(objects).toMatchObject({
      status: 200,
      body: {
        items: [
          { cluster: { name: 'east' }, errors: [] },
          { cluster: { name: 'slow' }, errors: [] },
        ],
      },
    });
  });

  it('adds to the clusters of the configuration, whose names win', async () => {
    backend = await startKubernetesBackend({
      config: {
        kubernetes: {
          ...multiTenant,
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                {
                  name: 'east',
                  title: 'Configured',
                  url: 'https://configured.example',
                  authProvider: 'serviceAccount',
                  serviceAccountToken: 'token',
                },
              ],
            },
          ],
        },
      },
      clusters: [published('east'), published('west')],
    });
    const { body } = await ask('/clusters');
    expect(body.items.map(({ name, title }: any) => [name, title])).toEqual([
      ['east', 'Configured'],
      ['west', 'The west'],
    ]);
  });

  it('does not tell the fleet plugin of its own clusters', async () => {
    backend = await startKubernetesBackend({
      config: { kubernetes: multiTenant },
      clusters: [published('east')],
    });
    const as = (plugin: string) => ({
      headers: {
        authorization: mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(`plugin:${plugin}`),
          targetPluginId: 'kubernetes',
        }),
      },
    });
    expect(await names(as('other'))).toEqual(['east']);
    expect(await names(as('fleet'))).toEqual([]);
  });
});
