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

import { request } from 'undici';
import { Http2TestClient } from '../api/testing/Http2TestClient';
import { until } from '../api/testing/until';
import { DemoFleet, startDemoFleet } from '../startDemoFleet';

jest.setTimeout(60_000);

describe('the control endpoint', () => {
  let fleet: DemoFleet;
  let client: Http2TestClient;

  beforeAll(async () => {
    fleet = await startDemoFleet({ clusters: 2, pods: 20, churn: 0 });
    const [{ url, ca, tokens }] = fleet.clusters;
    client = new Http2TestClient(url, ca, tokens.admin);
  });

  afterAll(async () => {
    client.close();
    await fleet.stop();
  });

  const control = async (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
  ) => {
    const answer = await request(`${fleet.controlUrl}${path}`, {
      method,
      body: typeof body === 'object' ? JSON.stringify(body) : (body as string),
    });
    return {
      status: answer.statusCode,
      body: (await answer.body.json()) as any,
    };
  };

  it('adds, shows and removes the faults of a cluster', async () => {
    const faults = '/clusters/load-001/faults';
    const hang = {
      match: { path: { regex: 'healthz$' } },
      fault: { type: 'hang' },
    };
    const status = { times: 1, fault: { type: 'status', code: 503 } };
    expect(await control('POST', faults, hang)).toEqual({
      status: 201,
      body: { id: '1', hits: 0, wornOff: false, ...hang },
    });
    await control('POST', faults, status);
    expect((await client.get('/version')).status).toBe(503);
    expect((await client.get('/version')).status).toBe(200);
    expect((await control('GET', faults)).body).toEqual([
      { id: '1', hits: 0, wornOff: false, ...hang },
      { id: '2', hits: 1, wornOff: true, ...status },
    ]);
    expect((await control('GET', '/clusters/load-002/faults')).body).toEqual(
      [],
    );
    expect((await control('DELETE', `${faults}/1`)).body).toHaveLength(1);
    expect(await control('DELETE', `${faults}/1`)).toEqual({
      status: 404,
      body: { error: 'No fault of "load-001" has the id "1".' },
    });
    expect(await control('DELETE', faults)).toEqual({ status: 200, body: [] });
  });

  it.each([
    ['{', 'The body is no JSON.'],
    [{ fault: { type: 'cut' } }, expect.stringMatching(/^fault.afterBytes: /)],
  ])('refuses %j as a fault', async (body, error) => {
    expect(await control('POST', '/clusters/load-001/faults', body)).toEqual({
      status: 400,
      body: { error },
    });
  });

  it.each([
    ['POST', '/clusters/load-009/faults', 'No cluster is named "load-009".'],
    [
      'POST',
      '/clusters/load-001/faults/1',
      'No such route: POST /clusters/load-001/faults/1',
    ],
    [
      'GET',
      '/clusters/load-001/stop',
      'No such route: GET /clusters/load-001/stop',
    ],
    [
      'POST',
      '/clusters/load-001/bend',
      'No such route: POST /clusters/load-001/bend',
    ],
  ] as const)('knows nothing of %s %s', async (method, path, error) => {
    expect(await control(method, path)).toEqual({
      status: 404,
      body: { error },
    });
  });

  it('shows what clusters were asked for, and begins anew', async () => {
    await control('DELETE', '/requests');
    const { text } = await client.get('/api/v1/pods?limit=3');
    const bytes = Buffer.byteLength(text);
    expect((await control('GET', '/requests')).body).toEqual([
      {
        cluster: 'load-001',
        requests: 1,
        bytes,
        of: [{ verb: 'list', group: '', resource: 'pods', requests: 1, bytes }],
      },
      { cluster: 'load-002', requests: 0, bytes: 0, of: [] },
    ]);
    expect((await control('DELETE', '/requests')).body[0]).toEqual({
      cluster: 'load-001',
      requests: 0,
      bytes: 0,
      of: [],
    });
  });

  it('lets the history and the pages of lists expire', async () => {
    const { store } = fleet.clusters[0];
    const old = store.resourceVersion;
    const page = JSON.parse((await client.get('/api/v1/pods?limit=3')).text);
    const open = client.open(`/api/v1/pods?watch=1&resourceVersion=${old}`);
    await until(() => open.status === 200);
    const pods = store.types.require('v1', 'Pod');
    const [pod] = store.list(pods);
    store.delete(pods, pod.metadata.namespace, pod.metadata.name, {
      gracePeriodSeconds: 0,
    });
    await until(() => open.lines.length === 1);

    await control('POST', '/clusters/load-001/expire-history');
    const late = await client.get(
      `/api/v1/pods?watch=1&resourceVersion=${old}`,
    );
    expect(JSON.parse(late.text)).toMatchObject({
      type: 'ERROR',
      object: { code: 410, reason: 'Expired' },
    });
    expect(open.ended).toBeUndefined();
    await control('POST', '/clusters/load-001/expire-history', {
      openWatches: true,
    });
    await until(() => open.ended === 'end');
    expect(JSON.parse(open.lines[1])).toMatchObject({
      type: 'ERROR',
      object: { code: 410, reason: 'Expired' },
    });

    await control('POST', '/clusters/load-001/expire-continue-tokens');
    const next = await client.get(
      `/api/v1/pods?limit=3&continue=${page.metadata.continue}`,
    );
    expect(next.status).toBe(410);
  });
});
