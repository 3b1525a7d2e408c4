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

import { ApiTestClient } from '../api/testing/ApiTestClient';
import { Http2TestClient } from '../api/testing/Http2TestClient';
import { until } from '../api/testing/until';
import { SingleDemoCluster, startDemoCluster } from '../startDemoCluster';

jest.setTimeout(60_000);

const PODS = '/api/v1/pods';

const objects = Array.from({ length: 40 }, (_, index) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: `map-${index}`, namespace: 'shop' },
  data: { text: 'x'.repeat(1_000) },
}));

const MAPS = '/api/v1/namespaces/shop/configmaps';

describe('faults of requests', () => {
  let cluster: SingleDemoCluster;
  let client: Http2TestClient;

  beforeAll(async () => {
    cluster = await startDemoCluster({
      name: 'faulty',
      controllers: false,
      objects,
    });
    client = new Http2TestClient(cluster.url, cluster.ca, cluster.tokens.admin);
  });

  afterEach(() => cluster.faults.clear());

  afterAll(async () => {
    client.close();
    await cluster.close();
  });

  const statuses = async (...paths: string[]) => {
    const found: Array<number | undefined> = [];
    for (const path of paths) found.push((await client.get(path)).status);
    return found;
  };

  it.each([
    ['everything without a condition', undefined, [500, 500, 500, 500]],
    ['a path', { path: '/api/v1/pods' }, [500, 500, 200, 200]],
    ['an expression', { path: /limit=\d+$/g }, [200, 500, 200, 200]],
    ['a resource', { resource: 'configmaps' }, [200, 200, 500, 200]],
    ['a group', { group: '' }, [500, 500, 500, 200]],
    [
      'another group',
      { resource: 'pods', group: 'metrics.k8s.io' },
      [200, 200, 200, 200],
    ],
    ['verbs', { verbs: ['get'] }, [200, 200, 200, 500]],
    [
      'two conditions',
      { verbs: ['get'], resource: 'pods' },
      [200, 200, 200, 200],
    ],
    ['later pages', { continued: true }, [200, 200, 200, 200]],
    [
      'first pages',
      { continued: false, verbs: ['list'] },
      [500, 500, 500, 200],
    ],
  ] as const)('match %s', async (_, match, expected) => {
    cluster.faults.add({ match, fault: { type: 'status', code: 500 } });
    expect(await statuses(PODS, `${PODS}?limit=5`, MAPS, '/version')).toEqual(
      expected,
    );
  });

  it('let the first ones through, strike as often as they may, and wear off', async () => {
    const fault = cluster.faults.add({
      match: { resource: 'pods' },
      skip: 1,
      times: 2,
      fault: { type: 'status', code: 503 },
    });
    expect(await statuses(PODS, PODS, MAPS, PODS, PODS)).toEqual([
      200, 503, 200, 503, 200,
    ]);
    expect(fault).toMatchObject({ hits: 2, wornOff: true });
    expect(cluster.faults.list()).toEqual([
      expect.objectContaining({ id: fault.id, hits: 2 }),
    ]);
    fault.remove();
    fault.remove();
    expect(cluster.faults.list()).toEqual([]);
  });

  it('follow each other in the order in which they were added', async () => {
    cluster.faults.add({ times: 1, fault: { type: 'status', code: 500 } });
    cluster.faults.add({ times: 1, fault: { type: 'status', code: 429 } });
    expect(await statuses(PODS, PODS, PODS)).toEqual([500, 429, 200]);
  });

  it.each([
    [
      { code: 401 },
      { code: 401, reason: 'Unauthorized', message: 'Unauthorized' },
    ],
    [
      { code: 403 },
      {
        code: 403,
        reason: 'Forbidden',
        message:
          'pods is forbidden: User "admin" cannot list resource "pods" in API group "" at the cluster scope',
        details: { kind: 'pods' },
      },
    ],
    [
      { code: 429, retryAfterSeconds: 7 },
      {
        code: 429,
        reason: 'TooManyRequests',
        message:
          'the server has received too many requests and has asked us to try again later',
        details: { retryAfterSeconds: 7 },
      },
    ],
    [
      { code: 500, reason: 'Teapot', message: 'short and stout' },
      { code: 500, reason: 'Teapot', message: 'short and stout' },
    ],
  ])('refuse with %j as the server does', async (fault, expected) => {
    cluster.faults.add({ fault: { type: 'status', ...fault } });
    const { status, text, headers } = await client.get(PODS);
    expect({ status, retryAfter: headers['retry-after'] }).toEqual({
      status: fault.code,
      retryAfter: 'retryAfterSeconds' in fault ? '7' : undefined,
    });
    expect(JSON.parse(text)).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      ...expected,
    });
  });

  it('let a list be begun, and not be continued', async () => {
    cluster.faults.add({
      match: { resource: 'configmaps', continued: true },
      skip: 1,
      fault: { type: 'status', code: 410 },
    });
    const pages: unknown[] = [];
    let next = '';
    for (let page = 0; page < 3; page += 1) {
      const { text } = await client.get(`${MAPS}?limit=5&continue=${next}`);
      const { metadata, items, code } = JSON.parse(text);
      pages.push(items?.length ?? code);
      next = metadata.continue;
    }
    expect(pages).toEqual([5, 5, 410]);
  });

  it('answer late', async () => {
    cluster.faults.add({ fault: { type: 'delay', milliseconds: 200 } });
    const begin = performance.now();
    expect(await statuses('/version')).toEqual([200]);
    // Timers of Node may be a millisecond early.
    expect(performance.now() - begin).toBeGreaterThan(198);
  });

  it('never answer, while others are answered', async () => {
    const fault = cluster.faults.add({ times: 1, fault: { type: 'hang' } });
    const hung = client.open(PODS);
    await until(() => fault.hits === 1);
    expect(await statuses(PODS, '/version')).toEqual([200, 200]);
    cluster.faults.clear();
    expect(await statuses(PODS)).toEqual([200]);
    expect(hung).toMatchObject({ status: undefined, ended: undefined });
    hung.close();
  });

  it('send the body slowly, and whole', async () => {
    const { text } = await client.get(`${MAPS}?limit=2`);
    cluster.faults.add({
      match: { resource: 'configmaps' },
      fault: { type: 'slow-bytes', bytesPerSecond: text.length * 4 },
    });
    const begin = performance.now();
    const slow = client.open(`${MAPS}?limit=2`);
    await until(() => slow.text.length > 0);
    expect(slow.text.length).toBeLessThan(text.length);
    expect(await statuses('/version')).toEqual([200]);
    await until(() => slow.ended !== undefined);
    expect(performance.now() - begin).toBeGreaterThan(190);
    expect(slow).toMatchObject({ ended: 'end', text });
  });

  it('break off in the middle of a body, but not one that is shorter', async () => {
    const whole = await client.get(MAPS);
    const after = 10_000;
    cluster.faults.add({ fault: { type: 'cut', afterBytes: after } });
    const cut = await client.get(MAPS);
    expect(cut).toMatchObject({
      status: 200,
      ended: 'ERR_HTTP2_STREAM_ERROR',
      text: whole.text.slice(0, after),
    });
    expect(await client.get('/version')).toMatchObject({ ended: 'end' });
    cluster.faults.add({ fault: { type: 'cut', afterBytes: 0 } });
    expect(await client.get('/version')).toMatchObject({
      status: 200,
      ended: 'ERR_HTTP2_STREAM_ERROR',
      text: '',
    });
    expect(client.closed).toBe(false);
  });

  it('run by a wrong clock, which shows what clients wrote as they wrote it', async () => {
    const hour = 3_600_000;
    const path = `${MAPS}/map-1`;
    const before = JSON.parse((await client.get(path)).text);
    cluster.faults.add({ fault: { type: 'clock-skew', milliseconds: hour } });
    const { text, headers } = await client.get(path);
    expect(Date.parse(headers.date!) - Date.now()).toBeGreaterThan(hour / 2);
    const skewed = JSON.parse(text);
    const made = (object: any) => Date.parse(object.metadata.creationTimestamp);
    expect(made(skewed) - made(before)).toBe(hour);

    const note = '2026-11-28T15:00:00.123456Z';
    const writer = new ApiTestClient(
      cluster.url,
      cluster.ca,
      cluster.tokens.admin,
    );
    const written = await writer.send({
      method: 'PUT',
      path,
      body: { ...skewed, data: { note } },
    });
    writer.close();
    expect(written.body).toMatchObject({
      metadata: { creationTimestamp: skewed.metadata.creationTimestamp },
      data: { note },
    });
    cluster.faults.clear();
    const after = JSON.parse((await client.get(path)).text);
    expect(made(after)).toBe(made(before));
    expect(after.data.note).toBe('2026-11-28T14:00:00.123456Z');
  });
});
