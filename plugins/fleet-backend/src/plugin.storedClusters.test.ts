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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ConnectionTest,
  fleetAdminPermission,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { DemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import knexFactory, { Knex } from 'knex';
import { fleetPlugin } from './plugin';

jest.setTimeout(60_000);

const KEY = Buffer.alloc(32, 'first').toString('base64');
const NEXT_KEY = Buffer.alloc(32, 'second').toString('base64');

describe('clusters that are added in the portal', () => {
  let east: DemoCluster;
  let knex: Knex;
  let backend: Awaited<ReturnType<typeof startTestBackend>> | undefined;
  const told: string[] = [];
  const auditor = mockServices.auditor.mock();
  let admin = true;

  beforeAll(async () => {
    east = await startDemoCluster({ name: 'east' });
  });

  afterAll(() => east?.stop());

  beforeEach(() => {
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    told.length = 0;
    admin = true;
    auditor.createEvent.mockReset();
    auditor.createEvent.mockImplementation(async event => {
      told.push(JSON.stringify(event.meta));
      return {
        success: async done => void told.push(JSON.stringify(done ?? {})),
        fail: async ({ error }) => void told.push(String(error)),
      };
    });
  });

  afterEach(async () => {
    await backend?.stop();
    backend = undefined;
    await knex.destroy();
  });

  async function start(fleet: object): Promise<void> {
    await backend?.stop();
    const logger = mockServices.logger.mock();
    for (const level of ['error', 'warn', 'info', 'debug'] as const) {
      logger[level].mockImplementation((...said) => {
        told.push(said.map(String).join(' '));
      });
    }
    logger.child.mockReturnValue(logger);
    backend = await startTestBackend({
      features: [
        fleetPlugin,
        mockServices.rootConfig.factory({ data: { fleet } as any }),
        mockServices.database.factory({ knex }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission }) => ({
              result:
                permission.name === fleetAdminPermission.name && !admin
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
            })),
          authorizeConditional: async requests =>
            requests.map(() => ({ result: AuthorizeResult.ALLOW as const })),
        }).factory,
        createServiceFactory({
          service: coreServices.logger,
          deps: {},
          factory: () => logger,
        }),
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => auditor,
        }),
      ],
    });
  }

  async function call(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: any; text: string }> {
    const response = await fetch(
      `http://localhost:${backend!.server.port()}/api/fleet/v1${path}`,
      {
        method,
        headers: { 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      },
    );
    const text = await response.text();
    told.push(text);
    return {
      status: response.status,
      body: text ? JSON.parse(text) : undefined,
      text,
    };
  }

  const connection = () => ({
    server: east.url,
    certificateAuthority: east.ca,
  });
  const token = () => ({ type: 'token', token: east.tokens.admin });
  const input = (rest: object = {}) => ({
    name: 'added',
    connection: connection(),
    credential: token(),
    ...rest,
  });

  async function rowOf(name: string, state: string): Promise<any> {
    for (let attempt = 0; attempt < 500; attempt++) {
      const { body } = await call('GET', '/clusters');
      const row = body.items.find((each: any) => each.name === name);
      if (state === 'gone' ? !row : row?.state === state) return row;
      await new Promise(resolve => setImmediate(resolve));
    }
    throw new Error(`${name} is not ${state}`);
  }

  it('are connected, changed and removed, and their credential is never seen again', async () => {
    await start({ encryption: { key: KEY } });
    expect((await call('POST', '/stored-clusters', input())).status).toBe(204);
    expect(await rowOf('added', 'healthy')).toMatchObject({
      source: 'stored',
      auth: 'token',
    });
    expect((await call('POST', '/stored-clusters', input())).status).toBe(409);
    const change = {
      connection: connection(),
      title: 'Added',
      labels: { a: 'b' },
    };
    expect((await call('PUT', '/stored-clusters/added', change)).status).toBe(
      204,
    );
    const { body } = await call('GET', '/stored-clusters');
    expect(body.items).toEqual([
      {
        name: 'added',
        title: 'Added',
        labels: { a: 'b' },
        connection: { ...connection(), server: east.url },
        auth: 'token',
        createdBy: expect.any(String),
        createdAt: expect.any(Number),
        changedAt: expect.any(Number),
      },
    ]);
    const elsewhere = {
      connection: { ...connection(), server: 'https://other.invalid' },
    };
    expect(
      (await call('PUT', '/stored-clusters/added', elsewhere)).status,
    ).toBe(400);
    expect((await call('DELETE', '/stored-clusters/added')).status).toBe(204);
    await rowOf('added', 'gone');
    expect((await call('DELETE', '/stored-clusters/added')).status).toBe(404);
    const { body: log } = await call('GET', '/audit');
    expect(
      log.items
        .map(({ action, outcome, target }: any) => [
          action,
          outcome,
          target.name,
        ])
        .reverse(),
    ).toEqual([
      ['stored-clusters.add', 'succeeded', 'added'],
      ['stored-clusters.add', 'failed', 'added'],
      ['stored-clusters.change', 'succeeded', 'added'],
      ['stored-clusters.change', 'failed', 'added'],
      ['stored-clusters.remove', 'succeeded', 'added'],
      ['stored-clusters.remove', 'failed', 'added'],
    ]);
    expect(auditor.createEvent).toHaveBeenCalledTimes(6);
    expect(told.join('\n')).not.toContain(east.tokens.admin);
  });

  it('lie encrypted in the database, outlive a change of the key, and say so when the key is lost', async () => {
    await start({ encryption: { key: KEY } });
    await call('POST', '/stored-clusters', input());
    const rows = JSON.stringify(await knex('stored_clusters').select());
    expect(rows).toContain('added');
    expect(rows).not.toContain(east.tokens.admin);
    await start({ encryption: { key: NEXT_KEY, formerKeys: [KEY] } });
    await rowOf('added', 'healthy');
    await start({ encryption: { key: NEXT_KEY } });
    expect((await rowOf('added', 'invalid')).message).toContain(
      'cannot be decrypted',
    );
  });

  it('are for administrators alone', async () => {
    admin = false;
    await start({ encryption: { key: KEY } });
    const answers = await Promise.all([
      call('GET', '/stored-clusters'),
      call('POST', '/stored-clusters', input()),
      call('PUT', '/stored-clusters/added', { connection: connection() }),
      call('DELETE', '/stored-clusters/added'),
      call('POST', '/clusters/test', input()),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      403, 403, 403, 403, 403,
    ]);
    expect(await knex('stored_clusters').select()).toEqual([]);
  });

  it('need a key, and the answer says which', async () => {
    await start({});
    const { status, body } = await call('POST', '/stored-clusters', input());
    expect([status, body.error.message]).toEqual([
      503,
      expect.stringContaining('fleet.encryption.key'),
    ]);
  });

  it.each([
    ['https://169.254.169.254', true],
    ['https://[fe80::1]', true],
    ['https://0.0.0.0', true],
    ['https://10.1.2.3', false],
    ['https://127.0.0.1', false],
    ['https://user:pass@api.example.test', true],
  ])(
    'never lead to %s (private networks allowed: %s)',
    async (server, allowPrivateNetworks) => {
      await start({
        encryption: { key: KEY },
        storedClusters: { allowPrivateNetworks },
      });
      const body = input({ connection: { server } });
      expect((await call('POST', '/stored-clusters', body)).status).toBe(400);
      expect((await call('POST', '/clusters/test', body)).status).toBe(400);
    },
  );

  describe('a test of a connection', () => {
    async function test(rest: object): Promise<ConnectionTest> {
      await start({ encryption: { key: KEY } });
      const { status, body } = await call('POST', '/clusters/test', {
        connection: connection(),
        credential: token(),
        ...rest,
      });
      expect([status, body?.error]).toEqual([200, undefined]);
      return body;
    }
    const outcomes = ({ steps }: ConnectionTest) =>
      steps.map(({ outcome, reason }) =>
        [outcome, reason].filter(Boolean).join(' '),
      );

    it('passes where all is well', async () => {
      const result = await test({});
      expect(outcomes(result)).toEqual(Array(5).fill('passed'));
      expect(result).toMatchObject({
        passed: true,
        version: expect.stringMatching(/^v1\./),
        username: expect.any(String),
      });
      expect(told.join('\n')).not.toContain(east.tokens.admin);
    });

    it.each<[string, object, string[]]>([
      [
        'an unknown token',
        { credential: { type: 'token', token: 'nobody-knows-this-token' } },
        ['passed', 'passed', 'not-run', 'failed auth', 'not-run'],
      ],
      [
        'a name that does not resolve',
        { connection: { server: 'https://nowhere.invalid' } },
        ['failed dns', 'not-run', 'not-run', 'not-run', 'not-run'],
      ],
      [
        'a port where nobody listens',
        { connection: { server: 'https://127.0.0.1:1' } },
        ['failed refused', 'not-run', 'not-run', 'not-run', 'not-run'],
      ],
    ])('says what is wrong with %s', async (_, rest, expected) => {
      const result = await test(rest);
      expect(outcomes(result)).toEqual(expected);
      expect(result.passed).toBe(false);
      expect(told.join('\n')).not.toContain('nobody-knows-this-token');
    });

    it('says when the server is not trusted', async () => {
      const result = await test({ connection: { server: east.url } });
      expect(outcomes(result)).toEqual([
        'passed',
        'failed certificate',
        'not-run',
        'not-run',
        'not-run',
      ]);
    });
  });
});
