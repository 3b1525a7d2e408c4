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

import { SingleDemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import { OverheardBackend } from './clusters/stored/__testUtils__/OverheardBackend';
import { kubeconfigOf } from './rbac/__testUtils__/kubeconfigOf';

jest.setTimeout(60_000);

const KEY = Buffer.alloc(32, 'first').toString('base64');
const NEXT_KEY = Buffer.alloc(32, 'second').toString('base64');

describe('clusters that are added in the portal', () => {
  let east: SingleDemoCluster;
  let backend: OverheardBackend;

  beforeAll(async () => {
    east = await startDemoCluster({ name: 'east' });
  });

  afterAll(() => east?.close());

  beforeEach(() => {
    backend = new OverheardBackend();
  });

  afterEach(() => backend.stop());

  const start = (fleet: object) => backend.start(fleet);
  const call = (method: string, route: string, body?: object) =>
    backend.call(method, route, body);
  const rowOf = (name: string, state: string) => backend.rowOf(name, state);

  const keys = (...all: string[]) => ({ encryption: { keys: all } });

  const connection = (rest: object = {}) => ({
    server: east.url,
    certificateAuthority: east.ca,
    ...rest,
  });
  const token = (text = east.tokens.admin) => ({ type: 'token', token: text });
  const input = (rest: object = {}) => ({
    name: 'added',
    connection: connection(),
    credential: token(),
    ...rest,
  });

  it('are connected, changed and removed, each time on the record', async () => {
    await start(keys(KEY));
    const added = await call('POST', '/stored-clusters', input());
    expect(added).toEqual({
      status: 201,
      body: {
        name: 'added',
        title: 'added',
        labels: {},
        connection: connection(),
        auth: 'token',
        createdBy: 'user:default/mock',
        createdAt: expect.any(Number),
        changedAt: expect.any(Number),
      },
    });
    expect(await rowOf('added', 'healthy')).toMatchObject({
      source: 'stored',
      auth: 'token',
      server: `${east.url}/`,
    });
    expect((await call('POST', '/stored-clusters', input())).status).toBe(409);

    const titled = {
      connection: connection(),
      title: 'Ours',
      labels: { a: 'b' },
    };
    const changed = await call('PUT', '/stored-clusters/added', titled);
    expect(changed).toEqual({
      status: 200,
      body: {
        ...added.body,
        title: 'Ours',
        labels: { a: 'b' },
        changedAt: expect.any(Number),
      },
    });
    expect((await call('GET', '/stored-clusters')).body).toEqual({
      items: [changed.body],
    });

    const wrongToken = { connection: connection(), credential: token('wrong') };
    await call('PUT', '/stored-clusters/added', wrongToken);
    expect(await rowOf('added', 'denied')).toMatchObject({ reason: 'auth' });
    await call('PUT', '/stored-clusters/added', input());
    await rowOf('added', 'healthy');

    expect((await call('DELETE', '/stored-clusters/added')).status).toBe(204);
    await rowOf('added', 'gone');
    expect((await call('DELETE', '/stored-clusters/added')).status).toBe(404);
    expect((await call('PUT', '/stored-clusters/added', titled)).status).toBe(
      404,
    );

    const { body: log } = await call('GET', '/audit');
    expect(
      log.items
        .map((item: any) => [item.action, item.outcome, item.target.name])
        .reverse(),
    ).toEqual([
      ['stored-clusters.add', 'succeeded', 'added'],
      ['stored-clusters.add', 'failed', 'added'],
      ['stored-clusters.change', 'succeeded', 'added'],
      ['stored-clusters.change', 'succeeded', 'added'],
      ['stored-clusters.change', 'succeeded', 'added'],
      ['stored-clusters.remove', 'succeeded', 'added'],
      ['stored-clusters.remove', 'failed', 'added'],
      ['stored-clusters.change', 'failed', 'added'],
    ]);
    expect(log.items.at(-3)).toMatchObject({
      actor: 'user:default/mock',
      before: { title: 'added', labels: {}, server: east.url, auth: 'token' },
      after: { title: 'Ours', labels: { a: 'b' }, server: east.url },
    });
    expect(backend.auditor.createEvent).toHaveBeenCalledTimes(8);
  });

  it('keep their credential from every answer, log line, record, event and file', async () => {
    const { tokens } = east;
    const bad = { ...input(), name: 'Not a name' };
    await start(keys(KEY));
    await call('POST', '/stored-clusters', bad);
    await call('POST', '/stored-clusters', input());
    await rowOf('added', 'healthy');
    await call('POST', '/stored-clusters', input());
    await call('PUT', '/stored-clusters/added', input());
    await call('POST', '/clusters/test', input());
    await call('POST', '/clusters/test', { ...input(), credential: undefined });
    for (const route of [
      '/stored-clusters',
      '/clusters',
      '/clusters/added/access',
      '/views/clusters.health',
      '/audit',
      '/whoami',
      '/openapi.json',
    ]) {
      expect([route, (await call('GET', route)).status]).toEqual([route, 200]);
    }
    expect(backend.told.join('\n')).not.toContain(tokens.admin);
    const files = backend.files().join('\n');
    expect(files).toContain('added');
    expect(files).not.toContain(tokens.admin);
    expect(files).not.toContain(Buffer.from(tokens.admin).toString('base64'));
  });

  it('outlive a change of the key, and say so when the key is lost', async () => {
    await start(keys(KEY));
    await call('POST', '/stored-clusters', input());
    await start(keys(NEXT_KEY, KEY));
    await rowOf('added', 'healthy');
    // With the rotation the old key is not needed any longer.
    await start(keys(NEXT_KEY));
    await rowOf('added', 'healthy');
    await start(keys(KEY));
    expect(await rowOf('added', 'invalid')).toMatchObject({
      message: expect.stringContaining('fleet.encryption.keys'),
    });
    await start({});
    await rowOf('added', 'invalid');
  });

  it('are for administrators alone, and attempts of others are recorded', async () => {
    backend.admin = false;
    await start(keys(KEY));
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
    expect(await backend.knex('stored_clusters').select()).toEqual([]);
    const { body } = await call('GET', '/audit');
    expect(
      body.items.map((item: any) => `${item.outcome} ${item.action}`).sort(),
    ).toEqual([
      'denied stored-clusters.add',
      'denied stored-clusters.change',
      'denied stored-clusters.remove',
    ]);
    expect(backend.told.join('\n')).not.toContain(east.tokens.admin);
  });

  it.each([
    ['GET', '/stored-clusters'],
    ['POST', '/stored-clusters'],
    ['PUT', '/stored-clusters/added'],
    ['DELETE', '/stored-clusters/added'],
    ['POST', '/clusters/test'],
  ])('need a key: %s %s says which', async (method, route) => {
    await start({});
    const body = method === 'POST' || method === 'PUT' ? input() : undefined;
    expect(await call(method, route, body)).toMatchObject({
      status: 501,
      body: { error: { message: expect.stringContaining('openssl rand') } },
    });
  });

  it('is not started with a key that can be guessed', async () => {
    await expect(start(keys('secret'))).rejects.toThrow(
      'fleet.encryption.keys[0] must have at least 43 characters',
    );
  });

  it('take neither the name nor the server of a configured cluster', async () => {
    await start({
      ...keys(KEY),
      clusters: [
        { type: 'kubeconfig', content: kubeconfigOf(east, east.tokens.admin) },
      ],
    });
    await rowOf('east', 'healthy');
    const named = input({ name: 'east' });
    expect(await call('POST', '/stored-clusters', named)).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining("'east' already") } },
    });
    expect(await call('POST', '/stored-clusters', input())).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining("as 'east'") } },
    });
    expect((await call('POST', '/clusters/test', input())).body).toMatchObject({
      passed: true,
      sameAs: 'east',
    });
  });

  it.each<[string, () => object, string]>([
    [
      'another server',
      () => ({ server: 'https://other.invalid' }),
      'enter the credential again',
    ],
    [
      'another authority',
      () => ({ certificateAuthority: undefined }),
      'enter the credential again',
    ],
    [
      'a proxy in between',
      () => ({ proxyUrl: 'http://proxy.invalid:3128' }),
      'enter the credential again',
    ],
    [
      'an authority that is none',
      () => ({ certificateAuthority: 'LS0tLS1CRUdJTg==' }),
      'connection.certificateAuthority: must be a certificate in PEM',
    ],
    [
      'an authority with its private key',
      () => ({ certificateAuthority: `${east.ca}-----BEGIN PRIVATE KEY-----` }),
      'without a private key',
    ],
    [
      'the metadata of a cloud',
      () => ({ server: 'https://169.254.169.254' }),
      'link-local',
    ],
    [
      'a login in the address',
      () => ({ server: 'https://user:pass@api.example.test' }),
      'without user name',
    ],
  ])('refuse %s without a new credential', async (_, rest, message) => {
    await start(keys(KEY));
    await call('POST', '/stored-clusters', input());
    const change = { connection: connection(rest()) };
    const refused = {
      status: 400,
      body: { error: { message: expect.stringContaining(message) } },
    };
    expect(await call('PUT', '/stored-clusters/added', change)).toMatchObject(
      refused,
    );
    expect(
      (await call('POST', '/clusters/test', { ...change, name: 'added' }))
        .status,
    ).toBe(400);
    expect((await call('GET', '/stored-clusters')).body.items).toMatchObject([
      { connection: connection() },
    ]);
  });

  it('are tried with the stored credential when none is given', async () => {
    await start(keys(KEY));
    await call('POST', '/stored-clusters', input());
    const tried = { connection: connection(), name: 'added' };
    expect((await call('POST', '/clusters/test', tried)).body).toMatchObject({
      passed: true,
    });
    const nameless = { connection: connection() };
    expect((await call('POST', '/clusters/test', nameless)).status).toBe(400);
  });
});
