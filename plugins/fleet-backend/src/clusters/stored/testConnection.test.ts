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
  ClusterConnectionInput,
  StoredCredential,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { SingleDemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import http from 'node:http';
import { ManualClock } from '../../inventory/__testUtils__/ManualClock';
import { Clock, systemClock } from '../../inventory/scheduling/Clock';
import {
  Answer,
  AnsweringServers,
  oldApiServer,
  refusal,
} from './__testUtils__/AnsweringServers';
import { AddressPolicy } from './AddressPolicy';
import { testConnection } from './testConnection';

const CANARY = 'canary-0123456789';
const DAY = 86_400_000;

jest.setTimeout(30_000);

describe('testConnection', () => {
  let east: SingleDemoCluster;
  let servers: AnsweringServers;

  beforeAll(async () => {
    east = await startDemoCluster({ name: 'east' });
    servers = await AnsweringServers.create();
  });

  afterAll(() => east?.close());

  afterEach(() => servers.close());

  const token = (text: string): StoredCredential => ({
    type: 'token',
    token: text,
  });
  const toEast = (rest: object = {}): ClusterConnectionInput => ({
    server: east.url,
    certificateAuthority: east.ca,
    ...rest,
  });

  const test = (
    connection: ClusterConnectionInput,
    credential: StoredCredential = token(CANARY),
    clock: Clock = systemClock,
  ) =>
    testConnection({
      name: 'tried',
      connection,
      credential,
      addresses: new AddressPolicy({ allowPrivateNetworks: true }),
      clock,
      signal: new AbortController().signal,
      clusterOf: incarnation => `cluster with ${incarnation}`,
    });

  type Tested = Awaited<ReturnType<typeof test>>;
  const outcomes = ({ steps }: Tested) =>
    steps.map(({ id, outcome, reason }) =>
      [id, outcome, reason].filter(Boolean).join(' '),
    );
  /** The outcomes up to one that failed, when nothing was run after it. */
  const upTo = (...done: string[]) => [
    ...done,
    ...['address', 'tls', 'version', 'identity', 'read']
      .slice(done.length)
      .map(id => `${id} not-run`),
  ];
  const failed = ({ steps }: Tested) =>
    steps.find(({ outcome }) => outcome === 'failed');

  const WELL = [
    'address passed',
    'tls passed',
    'version passed',
    'identity passed',
    'read passed',
  ];

  it('passes where all is well, and finds out who is who', async () => {
    const result = await test(toEast(), token(` ${east.tokens.admin}\n`));
    expect(outcomes(result)).toEqual(WELL);
    expect(result).toMatchObject({
      passed: true,
      version: 'v1.36.2',
      username: expect.stringMatching(/./),
      sameAs: expect.stringMatching(/^cluster with [0-9a-f-]{36}$/),
    });
    expect(JSON.stringify(result)).not.toContain(east.tokens.admin);
  });

  it('looks at the namespaces that are named', async () => {
    const namespaces = ['checkout', 'storefront'];
    const result = await test(
      toEast({ namespaces }),
      token(east.tokens.viewer),
    );
    expect(outcomes(result)).toEqual(WELL);
  });

  it.each<[string, object, string]>([
    ['all', {}, 'may not list namespaces'],
    [
      'named',
      { namespaces: ['storefront', 'checkout'] },
      'may not list pods in checkout, storefront',
    ],
  ])(
    'tells that a credential may not read %s namespaces',
    async (_, rest, message) => {
      const result = await test(toEast(rest), token(east.tokens.nobody));
      expect(outcomes(result)).toEqual([
        ...WELL.slice(0, 4),
        'read failed forbidden',
      ]);
      expect(result.passed).toBe(false);
      expect(result.username).toBeDefined();
      expect(failed(result)).toMatchObject({
        message: expect.stringContaining(message),
        advice: expect.stringMatching(/./),
      });
    },
  );

  it('tells that a token is not known', async () => {
    const result = await test(toEast());
    expect(outcomes(result)).toEqual(
      upTo(
        'address passed',
        'tls passed',
        'version not-run',
        'identity failed auth',
      ),
    );
    expect(result).toMatchObject({ passed: false });
    expect(result.sameAs).toBeUndefined();
  });

  it.each<[string, () => ClusterConnectionInput, string]>([
    [
      'a name that does not resolve',
      () => ({ server: 'https://nowhere.invalid' }),
      'dns',
    ],
    [
      'a port where nobody listens',
      () => ({ server: 'https://127.0.0.1:1' }),
      'refused',
    ],
    [
      'a proxy that is not there',
      () => toEast({ proxyUrl: 'http://127.0.0.1:1' }),
      'refused',
    ],
  ])('tells of %s', async (_, connection, reason) => {
    const result = await test(connection());
    expect(outcomes(result)).toEqual(upTo(`address failed ${reason}`));
    expect(failed(result)!.advice).toMatch(/./);
  });

  it.each<[string, object, RegExp]>([
    ['is of another authority', {}, /not trusted: Theirs$/],
    ['is for another name', { host: 'api.example.test' }, /api\.example\.test/],
    [
      'has expired',
      {
        validity: {
          notBefore: new Date(Date.now() - 2 * DAY),
          notAfter: new Date(Date.now() - DAY),
        },
      },
      /expired on \d/,
    ],
  ])('tells that the certificate %s', async (_, options: any, message) => {
    const authority =
      Object.keys(options).length > 0 ? servers.ours : servers.theirs;
    const connection = await servers.serve(oldApiServer(), {
      authority,
      ...options,
    });
    const result = await test(connection);
    expect(outcomes(result)).toEqual(
      upTo('address passed', 'tls failed certificate'),
    );
    expect(failed(result)!.message).toMatch(message);
  });

  it('expects the name that it is told to', async () => {
    const connection = await servers.serve(oldApiServer(), {
      host: 'api.example.test',
    });
    const result = await test({
      ...connection,
      tlsServerName: 'api.example.test',
    });
    expect(outcomes(result)).toEqual(WELL);
  });

  it('tells that no TLS is spoken', async () => {
    const port = await servers.listen(http.createServer());
    const result = await test({ server: `https://127.0.0.1:${port}` });
    expect(outcomes(result)).toEqual(
      upTo('address passed', 'tls failed certificate'),
    );
  });

  it.each<[string, Answer]>([
    ['a page', [200, '<html>Welcome</html>']],
    ['something else', [200, { hello: 'world' }]],
    ['nothing of the kind', [404, 'not found']],
  ])('tells that a server that answers with %s is none', async (_, answer) => {
    const connection = await servers.serve(() => answer);
    const result = await test(connection);
    expect(outcomes(result)).toEqual(
      upTo('address passed', 'tls passed', 'version failed invalid'),
    );
    expect(failed(result)!.message).toContain('no Kubernetes API server');
  });

  it('lets a server pass that is too old to say who asks', async () => {
    const result = await test(await servers.serve(oldApiServer()));
    expect(outcomes(result)).toEqual(WELL);
    expect(result).toMatchObject({ passed: true, version: 'v1.27.3' });
    expect(result.username).toBeUndefined();
    expect(result.sameAs).toBeUndefined();
    expect(result.steps[3].message).toContain('older than Kubernetes 1.28');
  });

  it('tells that a server takes the credential for nobody’s', async () => {
    const message =
      'selfsubjectreviews is forbidden: User "system:anonymous" cannot create';
    const result = await test(
      await servers.serve(
        oldApiServer({
          '/apis/authentication.k8s.io/v1/selfsubjectreviews': refusal(
            403,
            message,
          ),
        }),
      ),
    );
    expect(outcomes(result)).toEqual(
      upTo(...WELL.slice(0, 3), 'identity failed auth'),
    );
  });

  it.each([401, 403, 404, 500])(
    'never repeats a credential that a server sends back with %d',
    async code => {
      const connection = await servers.serve(({ url = '', headers }) => {
        const echo = String(headers.authorization);
        return url === '/version'
          ? [200, { gitVersion: echo }]
          : refusal(code, echo);
      });
      const result = await test(connection);
      expect(result.version).toBe('Bearer …');
      expect(JSON.stringify(result)).not.toContain(CANARY);
    },
  );

  it('goes through a proxy', async () => {
    const ways: string[] = [];
    const port = await servers.proxy(ways);
    const proxyUrl = `http://127.0.0.1:${port}`;
    const result = await test(toEast({ proxyUrl }), token(east.tokens.admin));
    expect(outcomes(result)).toEqual(WELL);
    const { host } = new URL(east.url);
    expect(result.steps[0].message).toBe(
      `The proxy 127.0.0.1:${port} leads to ${host}.`,
    );
    expect(new Set(ways)).toEqual(new Set([host]));
  });

  it('tells that a proxy refuses the way', async () => {
    const proxyUrl = `http://127.0.0.1:${await servers.proxy([], false)}`;
    const result = await test(toEast({ proxyUrl }));
    expect(outcomes(result)).toEqual(upTo('address failed unreachable'));
    expect(failed(result)!.message).toContain('refused the way');
  });

  it('waits for an answer only so long', async () => {
    const clock = new ManualClock();
    const connection = await servers.serve(() => {
      clock.step(5_000);
      return undefined;
    });
    const result = await test(connection, token(CANARY), clock);
    expect(outcomes(result)).toEqual(
      upTo('address passed', 'tls passed', 'version failed timeout'),
    );
  });

  it('takes 15 seconds at most, however slowly the steps go', async () => {
    const clock = new ManualClock();
    let asked = 0;
    const connection = await servers.serve(req => {
      asked++;
      // Every answer comes in time by itself.
      for (let spent = 0; spent < 400; spent += 100) clock.step(100);
      return oldApiServer({
        '/api/v1/namespaces/a/pods': [200, { items: [] }],
      })(req);
    });
    const began = clock.now();
    const namespaces = Array<string>(40).fill('a');
    const result = await test(
      { ...connection, namespaces },
      token(CANARY),
      clock,
    );
    expect(outcomes(result)).toEqual([
      ...WELL.slice(0, 4),
      'read failed timeout',
    ]);
    expect(asked).toBeLessThan(42);
    expect(clock.now() - began).toBeGreaterThanOrEqual(15_000);
  });
});
