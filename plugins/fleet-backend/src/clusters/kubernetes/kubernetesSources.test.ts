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
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  configLocator,
  itemOf,
  SourcesHarness,
  sourcesOf,
} from './__testUtils__/sourcesHarness';
import { kubernetesSources } from './kubernetesSources';

jest.setTimeout(60_000);

describe('kubernetesSources', () => {
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
      await sourcesOf(config, undefined, { kubernetes: { enabled: false } }),
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
        const definitions = await harness.definitionsOf(
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
            harness.connect(definition).get('/api/v1/namespaces/kube-system'),
          ).resolves.toMatchObject({ kind: 'Namespace' });
        }
      } finally {
        await rm(folder, { recursive: true });
      }
    });

    it('checks the certificate unless told not to', async () => {
      const [strict, lax] = await harness.definitionsOf(
        configLocator(
          item('strict', { caData: undefined }),
          item('lax', { caData: undefined, skipTLSVerify: true }),
        ),
      );
      await expect(
        harness.connect(strict).get('/version'),
      ).rejects.toMatchObject({
        reason: 'certificate',
      });
      await expect(harness.connect(lax).get('/version')).resolves.toMatchObject(
        {
          major: '1',
        },
      );
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
      const definitions = await harness.definitionsOf(
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
});
