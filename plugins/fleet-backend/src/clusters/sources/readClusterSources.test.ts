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
import { JsonObject } from '@backstage/types';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { firstClusters } from '../__testUtils__/firstClusters';
import { readClusterSources } from './readClusterSources';

jest.setTimeout(30_000);

interface Parts {
  cluster?: object;
  user?: object;
}

const SERVER = 'https://api.example.test:6443';

/** A kubeconfig with one context for each part, all called `Prod/EU` unless named. */
function kubeconfig(contexts: Record<string, Parts>): string {
  const entries = Object.entries(contexts);
  return JSON.stringify({
    clusters: entries.map(([name, { cluster }]) => ({
      name,
      cluster: { server: SERVER, ...cluster },
    })),
    users: entries.map(([name, { user }]) => ({
      name,
      user: user ?? { token: 'secret' },
    })),
    contexts: entries.map(([name]) => ({
      name,
      context: { cluster: name, user: name },
    })),
  });
}

function readAll(...items: JsonObject[]) {
  return firstClusters(
    readClusterSources({
      config: mockServices.rootConfig({ data: { fleet: { clusters: items } } }),
      logger: mockServices.logger.mock(),
    }),
  );
}

function read(content: string, rest: JsonObject = {}) {
  return readAll({ type: 'kubeconfig', content, ...rest });
}

describe('readClusterSources', () => {
  it('makes one cluster of each server, with the other contexts as aliases', () => {
    const clusters = read(
      kubeconfig({
        'Prod/EU': {},
        'prod-admin': {},
        'prod eu': { cluster: { server: 'https://other.example.test' } },
        'dev-viewer': { cluster: { server: 'https://dev.example.test' } },
      }),
      {
        contexts: { exclude: ['*-viewer'] },
        labels: { stage: 'prod' },
        demo: true,
      },
    );
    const common = {
      labels: { stage: 'prod' },
      demo: true,
      source: 'kubeconfig',
      auth: 'token',
      namespaces: undefined,
      contextNamespace: undefined,
    };
    expect(clusters).toEqual([
      {
        ...common,
        name: 'prod-eu',
        title: 'Prod/EU',
        aliases: ['prod-admin'],
        endpoint: {
          server: new URL(SERVER),
          serverName: undefined,
          proxy: undefined,
          insecureSkipTlsVerify: false,
          credentials: expect.anything(),
          fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
      {
        ...common,
        name: expect.stringMatching(/^prod-eu-[0-9a-f]{6}$/),
        title: 'prod eu',
        aliases: [],
        endpoint: expect.objectContaining({
          server: new URL('https://other.example.test'),
        }),
      },
    ]);
    expect(
      read(kubeconfig({ a: {}, b: {} }), { contexts: { include: ['b*'] } }).map(
        ({ name }) => name,
      ),
    ).toEqual(['b']);
  });

  it.each<[string, Parts, string, string]>([
    [
      'exec',
      { user: { exec: { command: 'aws', args: ['eks'] } } },
      "runs the command 'aws' to log in (exec)",
      'exec',
    ],
    [
      'auth-provider',
      { user: { 'auth-provider': { name: 'oidc', config: {} } } },
      "logs in by the auth provider 'oidc' (auth-provider)",
      'authProvider',
    ],
    [
      'file references',
      {
        cluster: { 'certificate-authority': '/ca' },
        user: {
          tokenFile: '/token',
          'client-certificate': '/c',
          'client-key': '/k',
        },
      },
      'reads files of this machine (certificate-authority, client-certificate, client-key, tokenFile)',
      'fileReferences',
    ],
    [
      'proxy-url',
      { cluster: { 'proxy-url': 'http://proxy' } },
      'goes through a proxy (proxy-url)',
      'proxyUrl',
    ],
    [
      'insecure-skip-tls-verify',
      { cluster: { 'insecure-skip-tls-verify': true } },
      "does not check the server's certificate (insecure-skip-tls-verify)",
      'insecureSkipTlsVerify',
    ],
    [
      'http',
      { cluster: { server: 'http://api.example.test' } },
      'talks to its server without TLS (http)',
      'insecureSkipTlsVerify',
    ],
    [
      'tls-server-name',
      { cluster: { 'tls-server-name': 'other' } },
      "expects the certificate of 'other' from 'api.example.test' (tls-server-name)",
      'tlsServerName',
    ],
  ])(
    'refuses %s unless it is allowed, and says how',
    (_, parts, does, allowance) => {
      const content = kubeconfig({ it: parts, other: {} });
      const [refused] = readAll(
        { type: 'kubeconfig', content: kubeconfig({}) },
        { type: 'kubeconfig', content },
      );
      expect(refused).toMatchObject({
        name: 'it',
        title: 'it',
        aliases: [],
        labels: {},
        demo: false,
        problem: {
          message: `Context 'it' ${does}, which is refused unless you allow it.`,
          advice: expect.stringContaining(
            `Set fleet.clusters[1].allow.${allowance}: true `,
          ),
        },
      });
      const [allowed] = read(content, { allow: { [allowance]: true } });
      expect(allowed.problem).toBeUndefined();
      expect(allowed.endpoint).toBeDefined();
    },
  );

  it.each<[string, Parts]>([
    [
      'an address of cloud metadata',
      { cluster: { server: 'https://169.254.169.254' } },
    ],
    ['credentials in the address', { cluster: { server: 'https://a:b@api' } }],
    ['no address', { cluster: { server: 'file:///etc/passwd' } }],
    ['impersonation', { user: { token: 'x', as: 'root' } }],
  ])('never uses a context with %s', (_, parts) => {
    const everything = {
      exec: true,
      authProvider: true,
      fileReferences: true,
      proxyUrl: true,
      insecureSkipTlsVerify: true,
      tlsServerName: true,
    };
    const [cluster] = read(kubeconfig({ it: parts }), { allow: everything });
    expect(cluster.endpoint).toBeUndefined();
    expect(cluster.problem).toEqual({
      message: expect.stringContaining("Context 'it'"),
      advice: expect.any(String),
    });
  });

  it.each([
    ['no YAML', 'a: [[['],
    ['no kubeconfig', 'contexts: 5'],
    ['too large', `#${'x'.repeat(1024 * 1024)}`],
    [
      'an alias bomb',
      [
        'a: &a [x,x,x,x,x,x,x,x,x]',
        'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
        'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
        'd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]',
      ].join('\n'),
    ],
  ])(
    'shows a kubeconfig that is %s as a cluster that says so',
    (_, content) => {
      expect(read(content)).toMatchObject([
        {
          name: 'fleet-clusters-0',
          title: 'fleet.clusters[0]',
          aliases: [],
          labels: {},
          demo: false,
          problem: {
            message: expect.stringMatching(/^The kubeconfig is /),
            advice:
              'Correct fleet.clusters[0].content and start the backend again.',
          },
        },
      ]);
    },
  );

  it('reads tokens and certificates from files where that is allowed, and again when they change', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kubeconfig-'));
    const file = path.join(folder, 'config');
    writeFileSync(path.join(folder, 'token'), 'first\n');
    writeFileSync(path.join(folder, 'ca.pem'), 'authority');
    writeFileSync(
      file,
      kubeconfig({
        it: {
          cluster: { 'certificate-authority': 'ca.pem' },
          user: { tokenFile: 'token' },
        },
      }),
    );
    const [{ endpoint }] = readAll({
      type: 'kubeconfig',
      path: file,
      allow: { fileReferences: true },
    });
    const { credentials } = endpoint!;
    expect(await credentials.read()).toMatchObject({
      token: 'first',
      authority: 'authority',
    });
    expect(await credentials.refresh()).toBeUndefined();
    writeFileSync(path.join(folder, 'token'), 'second\n');
    expect((await credentials.read()).token).toBe('first');
    expect((await credentials.refresh())?.token).toBe('second');
    rmSync(folder, { recursive: true });
  });

  it('logs in by a command where that is allowed', async () => {
    const credential = JSON.stringify({
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status: { token: 'from-command' },
    });
    const content = kubeconfig({
      it: { user: { exec: { command: 'echo', args: [credential] } } },
    });
    const config = {
      fleet: {
        clusters: [{ type: 'kubeconfig', content, allow: { exec: true } }],
      },
    };
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      path.join(__dirname, '../credentials/__testUtils__/readInPlainNode.ts'),
      JSON.stringify(config),
    ]);
    expect(JSON.parse(stdout)).toEqual({ token: 'from-command' });
  });

  it('says which file is missing', () => {
    const [cluster] = readAll({ type: 'kubeconfig', path: '/nowhere/config' });
    expect(cluster.problem?.message).toBe(
      'The kubeconfig /nowhere/config cannot be read (ENOENT)',
    );
  });

  it.each([
    [
      { type: 'gke' },
      "fleet.clusters[0].type is 'gke', but must be one of kubeconfig, in-cluster",
    ],
    [
      { type: 'kubeconfig' },
      'fleet.clusters[0] must have either path or content',
    ],
  ])('does not start with %j', (item, message) => {
    expect(() => readAll(item)).toThrow(message);
  });
});
