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

import { mockServices } from '@backstage/backend-test-utils';
import { DemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import { once } from 'node:events';
import http, { IncomingHttpHeaders, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { connectionFailure } from '../health/connectionFailure';
import {
  configLocator,
  itemOf,
  SourcesHarness,
} from './__testUtils__/sourcesHarness';
import {
  KubernetesBackend,
  startKubernetesBackend,
} from './__testUtils__/startKubernetesBackend';

jest.setTimeout(60_000);

describe('kubernetesSources, by the proxy', () => {
  const harness = new SourcesHarness();
  let east: DemoCluster;

  beforeAll(async () => {
    east = await startDemoCluster({ name: 'east' });
  });

  afterAll(async () => {
    await east?.stop();
  });

  afterEach(() => harness.stop());

  const item = (name: string, more?: object) => itemOf(east, name, more);

  describe('other locators', () => {
    let west: DemoCluster;
    let backend: KubernetesBackend;

    beforeAll(async () => {
      west = await startDemoCluster({ name: 'west' });
      backend = await startKubernetesBackend({
        kubernetes: configLocator(
          item('west', {
            title: 'West',
            url: west.url,
            serviceAccountToken: west.tokens.admin,
          }),
          item('east'),
          item('by-person', { authProvider: 'google' }),
          item('dead', { url: 'https://127.0.0.1:1' }),
          item('refused', { serviceAccountToken: 'wrong' }),
          item('untrusted', { caData: undefined }),
        ),
      });
    });

    afterAll(async () => {
      await backend?.stop();
      await west?.stop();
    });

    /** As the fleet sees it: `east` itself, all others only by the plugin. */
    const throughProxy = () => ({
      ...configLocator(item('east')),
      clusterLocatorMethods: [
        ...configLocator(item('east')).clusterLocatorMethods,
        { type: 'catalog' },
      ],
    });

    it('lists what the Kubernetes plugin knows and is not known already', async () => {
      const definitions = await harness.definitionsOf(
        throughProxy(),
        backend.baseUrl,
      );
      expect(
        definitions.map(({ name, title, source, auth, problem }) => [
          name,
          title,
          source,
          auth,
          problem === undefined,
        ]),
      ).toEqual([
        ['east', 'east', 'kubernetes-config', 'token', true],
        ['by-person', 'by-person', 'kubernetes-proxy', 'proxy', false],
        ['dead', 'dead', 'kubernetes-proxy', 'proxy', true],
        ['refused', 'refused', 'kubernetes-proxy', 'proxy', true],
        ['untrusted', 'untrusted', 'kubernetes-proxy', 'proxy', true],
        ['west', 'West', 'kubernetes-proxy', 'proxy', true],
      ]);
    });

    it('leaves a provider that it does not know to the plugin', async () => {
      const definitions = await harness.definitionsOf(
        configLocator(item('east'), item('west', { authProvider: 'own' })),
        backend.baseUrl,
      );
      expect(
        definitions
          .filter(({ name }) => ['east', 'west'].includes(name))
          .map(({ name, source }) => [name, source]),
      ).toEqual([
        ['east', 'kubernetes-config'],
        ['west', 'kubernetes-proxy'],
      ]);
    });

    async function proxied(name: string) {
      const definitions = await harness.definitionsOf(
        throughProxy(),
        backend.baseUrl,
      );
      return definitions.find(each => each.name === name)!;
    }

    it('reads and watches through the proxy', async () => {
      const connector = harness.connect(await proxied('west'));
      const pods = west.store.list(west.store.types.find('', 'v1', 'pods')!);
      const list = await connector.get<{
        items: unknown[];
        metadata: { resourceVersion: string };
      }>('/api/v1/pods');
      expect(list.items).toHaveLength(pods.length);

      const abort = new AbortController();
      const watch = await connector.stream({
        path: '/api/v1/namespaces',
        query: { watch: true },
        signal: abort.signal,
      });
      const [chunk] = await once(watch, 'data');
      expect(JSON.parse(String(chunk).split('\n')[0])).toMatchObject({
        type: 'ADDED',
        object: { kind: 'Namespace' },
      });
      abort.abort();
    });

    it.each([
      [
        'dead',
        'refused',
        "Cluster 'dead' refused the connection (ECONNREFUSED)",
      ],
      ['refused', 'auth', "Cluster 'refused' answered 401: Unauthorized"],
      [
        'untrusted',
        'certificate',
        "Cluster 'untrusted' showed a certificate that cannot be trusted",
      ],
    ])('tells how %s fails', async (name, reason, message) => {
      const definition = await proxied(name);
      const error = await harness
        .connect(definition)
        .get('/version')
        .catch(caught => caught);
      const { signal } = new AbortController();
      // As the monitor tells it; nothing is known of a certificate that only the plugin sees.
      expect(await connectionFailure(definition, error, signal)).toEqual({
        reason,
        message: expect.stringContaining(message),
      });
    });

    it('says that a cluster is not reached which the plugin no longer knows', async () => {
      const known = await proxied('west');
      const gone = harness.connect({
        ...known,
        endpoint: { ...known.endpoint!, proxiedCluster: 'gone' },
      });
      await expect(gone.get('/version')).rejects.toMatchObject({
        reason: 'unreachable',
        status: undefined,
      });
    });
  });

  describe('with a proxy that is watched', () => {
    let proxy: Server;
    let seen: { url: string; headers: IncomingHttpHeaders }[];
    let items: object[];

    beforeEach(async () => {
      seen = [];
      items = [{ name: 'One & Only', authProvider: 'aws' }];
      proxy = http.createServer((request, response) => {
        seen.push({ url: request.url!, headers: request.headers });
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify(request.url!.endsWith('/clusters') ? { items } : {}),
        );
      });
      proxy.listen(0, '127.0.0.1');
      await once(proxy, 'listening');
    });

    afterEach(() => {
      proxy.closeAllConnections();
      proxy.close();
    });

    const baseUrl = () =>
      `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/api/kubernetes`;
    const catalog = { clusterLocatorMethods: [{ type: 'catalog' }] };

    it('asks for the cluster by its own name, with a token for that plugin and uncompressed', async () => {
      const [definition] = await harness.definitionsOf(catalog, baseUrl());
      expect(definition).toMatchObject({
        name: 'one-only',
        title: 'One & Only',
        aliases: ['One & Only'],
      });
      await harness
        .connect(definition)
        .get('/api/v1/nodes', { query: { limit: 1 } });
      const request = seen[1];
      expect(request.url).toBe('/api/kubernetes/proxy/api/v1/nodes?limit=1');
      expect(request.headers).toMatchObject({
        'backstage-kubernetes-cluster': 'One & Only',
        'accept-encoding': 'identity',
      });
      const [, token] = request.headers.authorization!.split(' ');
      const kubernetes = mockServices.auth({ pluginId: 'kubernetes' });
      await expect(kubernetes.authenticate(token)).resolves.toMatchObject({
        principal: { type: 'service', subject: 'plugin:fleet' },
      });
    });

    it.each(['Impersonate-User', 'Backstage-Kubernetes-Authorization'])(
      'never sends %s',
      async header => {
        const [definition] = await harness.definitionsOf(catalog, baseUrl());
        await expect(
          harness.connect(definition).request({
            method: 'GET',
            path: '/api/v1/nodes',
            headers: { [header]: 'somebody' },
          }),
        ).rejects.toThrow('may not be set');
        expect(seen).toHaveLength(1);
      },
    );

    it('does not send a name that is no header', async () => {
      items = [{ name: 'évil\r\nx: y', authProvider: 'aws' }];
      const [definition] = await harness.definitionsOf(catalog, baseUrl());
      expect(definition.endpoint).toBeUndefined();
      expect(definition.problem?.message).toContain('cannot be sent');
    });
  });
});
