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

import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';
import type { ServerHttp2Stream } from 'node:http2';
import { createServer, Socket } from 'node:net';
import { ManualClock } from '../../inventory/__testUtils__/ManualClock';
import {
  refusal,
  ScriptedApiServer,
  sendJson,
} from '../../inventory/__testUtils__/ScriptedApiServer';
import { systemClock } from '../../inventory/scheduling/Clock';
import {
  ClusterCredential,
  ClusterCredentials,
  StaticCredentials,
} from '../credentials/ClusterCredentials';
import { DefaultClusterConnector } from './DefaultClusterConnector';

/** Code of HTTP/2 with which servers written in Go end what they cannot finish. */
const INTERNAL_ERROR = 2;
const TOKEN = 'very-secret-token';

function connectorOf(
  server: { url: string; ca?: string },
  options: { credentials?: ClusterCredentials; clock?: ManualClock } = {},
) {
  return new DefaultClusterConnector({
    cluster: 'east',
    endpoint: {
      server: new URL(server.url),
      insecureSkipTlsVerify: false,
      credentials:
        options.credentials ??
        new StaticCredentials({ token: TOKEN, authority: server.ca }),
    },
    clock: options.clock ?? systemClock,
    userAgent: 'test',
  });
}

async function failure(work: Promise<unknown>): Promise<ClusterRequestError> {
  const error = await work.then(
    () => undefined,
    reason => reason,
  );
  expect(error).toBeInstanceOf(ClusterRequestError);
  return error;
}

describe.each([
  ['HTTP/2', false],
  ['HTTP/1.1', true],
])('DefaultClusterConnector over %s', (_, http1) => {
  let server: ScriptedApiServer;
  let connector: DefaultClusterConnector;
  const any = () => true;

  beforeEach(async () => {
    server = await ScriptedApiServer.start({ http1 });
    connector = connectorOf(server);
  });

  afterEach(async () => {
    connector.close();
    await server.stop();
  });

  it('reads documents and texts with the credential of the cluster', async () => {
    expect(await connector.get('/version')).toEqual({ gitVersion: 'v1.36.2' });
    expect(connector.multiplexed).toBe(!http1);
    expect(connector.lastContact).toEqual(expect.any(Number));
    expect(await connector.getText('/nothing', { anyStatus: true })).toBe(
      '404 page not found\n',
    );
    await connector.get('/version', { query: { 'a b': 'c&d', no: undefined } });
    expect(server.requests.at(-1)).toMatchObject({
      query: { 'a b': 'c&d' },
      headers: { authorization: `Bearer ${TOKEN}`, 'user-agent': 'test' },
    });
  });

  it('keeps the credential out of answers that are refusals, whoever reads them', async () => {
    server.script(any, refusal(403, `no for ${TOKEN}`));
    const answer = await connector.request({ method: 'POST', path: '/review' });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('no for …');
    expect(answer.body).not.toContain(TOKEN);
  });

  it.each([
    [401, {}, { reason: 'auth' }],
    [403, {}, { reason: 'forbidden' }],
    [404, {}, { reason: 'not-installed' }],
    [429, { 'retry-after': '3' }, { reason: 'degraded', retryAfter: 3000 }],
    [503, {}, { reason: 'degraded' }],
    [301, { location: 'https://localhost/' }, { reason: 'invalid' }],
  ])('makes an error of %s', async (status, headers, expected) => {
    server.script(any, refusal(status, `no\u0007 for ${TOKEN}`, headers));
    expect(await failure(connector.get('/version'))).toMatchObject({
      cluster: 'east',
      status,
      sent: true,
      message: `Cluster 'east' answered ${status}: no  for …`,
      ...expected,
    });
    expect(server.requests).toHaveLength(1);
  });

  it('answers whatever status to who asks for all, with the body', async () => {
    server.script(any, refusal(409, 'conflict', { warning: '299 - "old"' }));
    const response = await connector.request({
      method: 'PATCH',
      path: '/api/v1/nodes/n',
      body: '{}',
      headers: { 'content-type': 'application/merge-patch+json' },
    });
    expect(response.status).toBe(409);
    expect(response.headers.warning).toBe('299 - "old"');
    expect(JSON.parse(response.body).message).toBe('conflict');
  });

  it.each([
    ['Impersonate-User', 'root'],
    ['authorization', 'x'],
  ])('does not send the header %s of somebody else', async (name, value) => {
    await expect(
      connector.request({
        method: 'GET',
        path: '/version',
        headers: { [name]: value },
      }),
    ).rejects.toThrow(TypeError);
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    'version',
    '/a/../b',
    '/a/%2e%2e/b',
    '/a//b',
    '/a?x',
    '/a%2fb',
    '/a b',
  ])('does not ask for %s', async path => {
    await expect(connector.get(path)).rejects.toThrow(TypeError);
    expect(server.requests).toHaveLength(0);
  });

  it('gets a new credential once when the server does not know it any longer', async () => {
    let current: ClusterCredential = { token: 'old', authority: server.ca };
    let refreshes = 0;
    const credentials: ClusterCredentials = {
      read: async () => current,
      refresh: async () => {
        refreshes++;
        current = { ...current, token: 'new' };
        return current;
      },
    };
    const other = connectorOf(server, { credentials });
    server.script(
      ({ headers }) => headers.authorization === 'Bearer old',
      refusal(401, 'expired'),
      9,
    );
    expect(await other.get('/version')).toEqual({ gitVersion: 'v1.36.2' });
    expect(refreshes).toBe(1);
    server.script(any, refusal(401, 'expired'), 9);
    expect((await failure(other.get('/version'))).reason).toBe('auth');
    expect(refreshes).toBe(2);
    other.close();
  });

  it('gives up when no answer comes in time, and when it is aborted', async () => {
    const clock = new ManualClock();
    const other = connectorOf(server, { clock });
    await other.get('/version');
    server.script(any, () => {}, 2);
    const seen = new Promise<void>(resolve => {
      server.onRequest = () => resolve();
    });
    const late = failure(other.get('/version', { timeout: 2_000 }));
    await seen;
    clock.step(2_000);
    expect(await late).toMatchObject({ reason: 'timeout', sent: true });
    const aborted = new AbortController();
    const stopped = failure(other.get('/version', { signal: aborted.signal }));
    aborted.abort();
    await stopped;
    other.close();
  });

  it('refuses an answer that is too large', async () => {
    server.script(any, (__, response) => {
      response.writeHead(200);
      const block = Buffer.alloc(1024 * 1024, 'x');
      for (let size = 0; size < 34; size++) response.write(block);
      response.end();
    });
    expect((await failure(connector.get('/version'))).reason).toBe('too-large');
  });

  it('reports an answer that was cut off', async () => {
    server.script(any, (__, response) => {
      response.writeHead(200);
      response.write('{"a":1}');
      const { stream } = response as unknown as { stream?: ServerHttp2Stream };
      setImmediate(() =>
        stream ? stream.close(INTERNAL_ERROR) : response.destroy(),
      );
    });
    expect(await failure(connector.get('/version'))).toMatchObject({
      reason: 'unreachable',
      sent: true,
    });
  });

  it('does not trust a certificate of another authority', async () => {
    const other = connectorOf({ url: server.url });
    expect(await failure(other.get('/version'))).toMatchObject({
      reason: 'certificate',
      sent: false,
    });
    other.close();
  });

  it('does not trust a certificate for another name', async () => {
    const other = connectorOf({
      url: server.url.replace('127.0.0.1', '127.0.0.2'),
      ca: server.ca,
    });
    const error = await failure(other.get('/version'));
    expect(['certificate', 'refused']).toContain(error.reason);
    other.close();
  });

  it('says when the connection is lost, and connects again when asked', async () => {
    await connector.get('/version');
    const lost = http1
      ? Promise.resolve()
      : new Promise<void>(resolve => connector.onLost(resolve));
    server.cut();
    await lost;
    server.script(any, (__, response) => sendJson(response, 200, { again: 1 }));
    const answer = await connector
      .get('/version')
      .catch(() => connector.get('/version'));
    expect(answer).toEqual({ again: 1 });
  });
});

describe('DefaultClusterConnector without a server', () => {
  it.each([
    ['https://nowhere.invalid', 'dns'],
    ['https://127.0.0.1:1', 'refused'],
  ])('says why %s cannot be reached', async (url, reason) => {
    const connector = connectorOf({ url });
    expect(await failure(connector.get('/version'))).toMatchObject({
      reason,
      sent: false,
    });
    connector.close();
  });

  it('does not wait for a server that accepts and is silent', async () => {
    const sockets: Socket[] = [];
    const black = createServer(socket => sockets.push(socket));
    await new Promise<void>(resolve => black.listen(0, '127.0.0.1', resolve));
    const { port } = black.address() as { port: number };
    const clock = new ManualClock();
    const connector = connectorOf(
      { url: `https://127.0.0.1:${port}` },
      { clock },
    );
    const late = failure(connector.get('/version', { timeout: 1_000 }));
    while (sockets.length === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    clock.step(1_000);
    expect((await late).reason).toBe('timeout');
    connector.close();
    sockets.forEach(socket => socket.destroy());
    await new Promise(resolve => black.close(resolve));
  });
});
