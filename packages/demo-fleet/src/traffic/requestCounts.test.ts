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

import { Http2TestClient } from '../api/testing/Http2TestClient';
import { until } from '../api/testing/until';
import { SingleDemoCluster, startDemoCluster } from '../startDemoCluster';
import type { SeenRequest } from './RequestCounts';

jest.setTimeout(60_000);

describe('counts of requests', () => {
  let cluster: SingleDemoCluster;
  let client: Http2TestClient;

  beforeAll(async () => {
    cluster = await startDemoCluster({ name: 'counted', controllers: false });
    client = new Http2TestClient(cluster.url, cluster.ca, cluster.tokens.admin);
  });

  beforeEach(() => cluster.requests.reset());

  afterAll(async () => {
    client.close();
    await cluster.close();
  });

  it('go by verb and resource, with the bytes of the bodies', async () => {
    const pods = await client.get('/api/v1/pods');
    const more = await client.get('/api/v1/namespaces/shop/pods?limit=1');
    const version = await client.get('/version');
    const bytes = (...texts: string[]) =>
      texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(cluster.requests.list()).toEqual([
      {
        verb: 'list',
        group: '',
        resource: 'pods',
        requests: 2,
        bytes: bytes(pods.text, more.text),
      },
      {
        verb: 'get',
        group: '',
        resource: '',
        requests: 1,
        bytes: bytes(version.text),
      },
    ]);
    expect(cluster.requests.total()).toEqual({
      requests: 3,
      bytes: bytes(pods.text, more.text, version.text),
    });
    expect(cluster.requests.total({ resource: '' }).requests).toBe(1);
  });

  it('are told as requests arrive, also those that are refused', async () => {
    const seen: SeenRequest[] = [];
    const stop = cluster.requests.onRequest(request => seen.push(request));
    cluster.faults.add({ times: 1, fault: { type: 'status', code: 500 } });
    await client.get('/api/v1/nodes?limit=2');
    await client.get('/api/%');
    stop();
    await client.get('/api/v1/nodes');
    expect(seen).toEqual([
      {
        verb: 'list',
        group: '',
        resource: 'nodes',
        target: '/api/v1/nodes?limit=2',
        at: expect.any(Number),
      },
      {
        verb: 'get',
        group: '',
        resource: '',
        target: '/api/%',
        at: expect.any(Number),
      },
    ]);
    expect(seen[1].at).toBeGreaterThanOrEqual(seen[0].at);
  });

  it('begin anew, also for watches that are open', async () => {
    const watch = client.open('/api/v1/namespaces?watch=1');
    await until(() => watch.lines.length > 0);
    cluster.requests.reset();
    expect(cluster.requests.list()).toEqual([]);
    const before = watch.text;
    cluster.store.create(cluster.store.types.require('v1', 'Namespace'), {
      metadata: { name: 'another' },
    });
    await until(() => watch.text.length > before.length);
    expect(cluster.requests.total({ verb: 'watch' })).toEqual({
      requests: 0,
      bytes: Buffer.byteLength(watch.text.slice(before.length)),
    });
  });
});
