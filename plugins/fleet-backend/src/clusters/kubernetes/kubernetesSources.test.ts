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
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http, { IncomingHttpHeaders, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { systemClock } from '../../inventory/scheduling/Clock';
import { ClusterDefinition } from '../ClusterDefinition';
import { DefaultClusterConnector } from '../connection/DefaultClusterConnector';
import { connectionFailure } from '../health/connectionFailure';
import { ClusterSource } from '../sources/ClusterSource';
import {
  KubernetesBackend,
  startKubernetesBackend,
} from './__testUtils__/startKubernetesBackend';
import { kubernetesSources } from './kubernetesSources';

jest.setTimeout(60_000);

const NOWHERE = 'http://localhost:1/api/kubernetes';

describe('kubernetesSources', () => {
  let east: DemoCluster;
  let started: ClusterSource[] = [];
  let connectors: DefaultClusterConnector[] = [];

  beforeAll(async () => {
    east = await startDemoCluster({ name: 'east' });
  });

  afterAll(async () => {
    await east?.stop();
  });

  afterEach(async () => {
    connectors.forEach(connector => connector.close());
    await Promise.all(started.map(source => source.stop()));
    connectors = [];
    started = [];
  });

  function sourcesOf(kubernetes: object, baseUrl = NOWHERE, fleet = {}) {
    return kubernetesSources({
      config: mockServices.rootConfig({ data: { kubernetes, fleet } }),
      logger: mockServices.logger.mock(),
      auth: mockServices.auth({ pluginId: 'fleet' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => baseUrl,
      }),
    });
  }

  /** The first report of every source. */
  async function definitionsOf(
    ...args: Parameters<typeof sourcesOf>
  ): Promise<ClusterDefinition[]> {
    const sources = await sourcesOf(...args);
    started.push(...sources);
    const reports = sources.map(
      source =>
        new Promise<readonly ClusterDefinition[]>(resolve => {
          source.start(resolve);
        }),
    );
    return (await Promise.all(reports)).flat();
  }

  function connect({ name, endpoint }: ClusterDefinition) {
    const connector = new DefaultClusterConnector({
      cluster: name,
      endpoint: endpoint!,
      clock: systemClock,
      userAgent: 'quarterdeck-test',
    });
    connectors.push(connector);
    return connector;
  }

  const caData = () => Buffer.from(east.ca).toString('base64');
  const item = (name: string, more: object = {}) => ({
    name,
    url: east.url,
    authProvider: 'serviceAccount',
    serviceAccountToken: east.tokens.admin,
    caData: caData(),
    ...more,
  });
  const configLocator = (...clusters: object[]) => ({
    serviceLocatorMethod: { type: 'multiTenant' },
    clusterLocatorMethods: [{ type: 'config', clusters }],
  });

  it('has no sources without the section, without locators, and when turned off', async () => {
    const config = configLocator(item('east'));
    const sources = await kubernetesSources({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
      auth: mockServices.auth(),
      discovery: mockServices.discovery(),
    });
    expect(sources).toEqual([]);
    expect(
      await sourcesOf({ serviceLocatorMethod: { type: 'multiTenant' } }),
    ).toEqual([]);
    expect(
      await sourcesOf(config, NOWHERE, { kubernetes: { enabled: false } }),
    ).toEqual([]);
    expect(await sourcesOf(config)).toHaveLength(1);
  });

  /** What a token for AWS asks for, and whether the cluster's authority came with it. */
  function readable({ token, authority, ...rest }: Record<string, string>) {
    if (!token) return rest;
    const presigned = /^k8s-aws-v1\.(.+)$/.exec(token)?.[1] ?? '';
    const url = new URL(Buffer.from(presigned, 'base64url').toString());
    return {
      action: url.searchParams.get('Action'),
      trusted: authority === east.ca,
    };
  }

  describe('config locator', () => {
    it('connects straight to clusters that are logged in to with a token', async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'quarterdeck-'));
      try {
        const caFile = path.join(folder, 'ca.pem');
        await writeFile(caFile, east.ca);
        const definitions = await definitionsOf(
          configLocator(
            item('east', {
              title: 'East',
              dashboardUrl: 'https://console.example/east',
            }),
            item('East_File', { caData: undefined, caFile }),
            item('metadata', {
              serviceAccountToken: undefined,
              authProvider: undefined,
              authMetadata: {
                'kubernetes.io/auth-provider': 'serviceAccount',
                serviceAccountToken: east.tokens.admin,
              },
              dashboardUrl: 'http://plain.example',
            }),
          ),
        );
        expect(definitions).toMatchObject([
          {
            name: 'east',
            title: 'East',
            aliases: [],
            source: 'kubernetes-config',
            auth: 'token',
            consoleUrl: 'https://console.example/east',
          },
          { name: 'east-file', title: 'East_File', aliases: ['East_File'] },
          { name: 'metadata', title: 'metadata', consoleUrl: undefined },
        ]);
        for (const definition of definitions) {
          await expect(
            connect(definition).get('/api/v1/namespaces/kube-system'),
          ).resolves.toMatchObject({ kind: 'Namespace' });
        }
      } finally {
        await rm(folder, { recursive: true });
      }
    });

    it('checks the certificate unless told not to', async () => {
      const [strict, lax] = await definitionsOf(
        configLocator(
          item('strict', { caData: undefined }),
          item('lax', { caData: undefined, skipTLSVerify: true }),
        ),
      );
      await expect(connect(strict).get('/version')).rejects.toMatchObject({
        reason: 'certificate',
      });
      await expect(connect(lax).get('/version')).resolves.toMatchObject({
        major: '1',
      });
    });

    it.each([
      [
        'not configured',
        {},
        {
          name: 'ClusterRequestError',
          reason: 'auth',
          message:
            "No credential for cluster 'prod' could be had: CredentialsProviderError",
        },
      ],
      [
        'configured',
        { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' },
        { action: 'GetCallerIdentity', trusted: true },
      ],
    ])(
      "uses the Kubernetes plugin's login to a cloud that is %s",
      async (_, environment, expected) => {
        const config = configLocator(
          item('prod', { authProvider: 'aws', serviceAccountToken: undefined }),
        );
        const { stdout } = await promisify(execFile)(
          process.execPath,
          [
            '--require',
            require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
            path.join(__dirname, '__testUtils__/readCredential.ts'),
            JSON.stringify({ kubernetes: config }),
          ],
          {
            env: {
              PATH: process.env.PATH,
              AWS_EC2_METADATA_DISABLED: 'true',
              AWS_CONFIG_FILE: '/nowhere',
              AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
              ...environment,
            },
          },
        );
        expect(readable(JSON.parse(stdout))).toEqual(expected);
      },
    );

    it('tells why a cluster cannot be used, and connects the others', async () => {
      const definitions = await definitionsOf(
        configLocator(
          item('east'),
          item('by-person', { authProvider: 'oidc', oidcTokenProvider: 'x' }),
          item('none', { authProvider: undefined }),
          item('nowhere', { url: 'not an address' }),
          item('cloud', { url: 'https://169.254.169.254/' }),
          item('homeless', { serviceAccountToken: undefined }),
        ),
      );
      expect(
        definitions.map(({ name, endpoint, problem }) => [
          name,
          endpoint !== undefined,
          problem?.message,
        ]),
      ).toEqual([
        ['east', true, undefined],
        [
          'by-person',
          false,
          expect.stringContaining('the token of the person who looks'),
        ],
        ['none', false, "Cluster 'none' has no auth provider."],
        ['nowhere', false, expect.stringContaining('no usable server address')],
        ['cloud', false, expect.stringContaining('no usable server address')],
        ['homeless', false, expect.stringContaining('no serviceAccountToken')],
      ]);
    });
  });

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
      const definitions = await definitionsOf(throughProxy(), backend.baseUrl);
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
      const definitions = await definitionsOf(
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
      const definitions = await definitionsOf(throughProxy(), backend.baseUrl);
      return definitions.find(each => each.name === name)!;
    }

    it('reads and watches through the proxy', async () => {
      const connector = connect(await proxied('west'));
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
      const error = await connect(definition)
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
      const gone = connect({
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
      const [definition] = await definitionsOf(catalog, baseUrl());
      expect(definition).toMatchObject({
        name: 'one-only',
        title: 'One & Only',
        aliases: ['One & Only'],
      });
      await connect(definition).get('/api/v1/nodes', { query: { limit: 1 } });
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
        const [definition] = await definitionsOf(catalog, baseUrl());
        await expect(
          connect(definition).request({
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
      const [definition] = await definitionsOf(catalog, baseUrl());
      expect(definition.endpoint).toBeUndefined();
      expect(definition.problem?.message).toContain('cannot be sent');
    });
  });
});
