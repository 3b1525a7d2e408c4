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

const WATCH = '/api/v1/namespaces/shop/configmaps?watch=1';

describe('faults of connections', () => {
  let cluster: SingleDemoCluster;
  const clients: Array<{ close(): void }> = [];

  beforeAll(async () => {
    cluster = await startDemoCluster({ name: 'faulty', controllers: false });
  });

  afterEach(() => {
    cluster.faults.clear();
    clients.splice(0).forEach(client => client.close());
  });

  afterAll(() => cluster.close());

  const connect = () => {
    const client = new Http2TestClient(
      cluster.url,
      cluster.ca,
      cluster.tokens.admin,
    );
    clients.push(client);
    return client;
  };

  const create = (name: string) =>
    cluster.store.create(cluster.store.types.require('v1', 'ConfigMap'), {
      metadata: { name, namespace: 'shop' },
    });

  /** An answer over HTTP/1.1 on a connection of its own, or the code of the failure. */
  const attempt = async () => {
    const client = new ApiTestClient(
      cluster.url,
      cluster.ca,
      cluster.tokens.admin,
    );
    try {
      return (await client.get('/version')).status;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code;
    } finally {
      client.close();
    }
  };

  it('silence all of them in both directions, with the watches that are open', async () => {
    const client = connect();
    const watch = client.open(WATCH);
    const old = new ApiTestClient(
      cluster.url,
      cluster.ca,
      cluster.tokens.admin,
    );
    clients.push(old);
    expect((await old.get('/version')).status).toBe(200);
    await until(() => watch.status === 200);

    const fault = cluster.faults.add({ fault: { type: 'half-open' } });
    expect(fault.hits).toBe(2);
    create('unheard');
    const answers = [client.ping(), old.get('/version'), connect().ping()].map(
      each => each.then(String, error => error.code),
    );
    await until(() => fault.hits === 3);
    // Whoever comes later is told nothing too: an echo on the loopback would be here by now.
    const still = await Promise.race([
      Promise.all(answers),
      new Promise(resolve => setTimeout(resolve, 300, 'silence')),
    ]);
    expect(still).toBe('silence');
    expect(watch).toMatchObject({ text: '', ended: undefined });
    expect(client.closed).toBe(false);

    fault.remove();
    await until(() => client.closed);
    expect(await Promise.all(answers)).toEqual([
      'false',
      'ECONNRESET',
      'false',
    ]);
    expect(await attempt()).toBe(200);
  });

  it('silence the connection of one request, and leave the others alone', async () => {
    const [victim, other] = [connect(), connect()];
    const watch = victim.open(WATCH);
    const heard = other.open(WATCH);
    await until(() => watch.status === 200 && heard.status === 200);
    const before = watch.text;
    const fault = cluster.faults.add({
      match: { path: '/api/v1/nodes' },
      times: 1,
      fault: { type: 'half-open' },
    });
    const request = victim.open('/api/v1/nodes');
    await until(() => fault.hits === 1);
    create('half-heard');
    await until(() => heard.text.includes('half-heard'));
    expect((await other.get('/api/v1/nodes')).status).toBe(200);
    expect(watch.text).toBe(before);
    expect(request.status).toBeUndefined();
    cluster.faults.clear();
    await until(() => victim.closed);
    expect(other.closed).toBe(false);
  });

  it('let the endpoint come and go', async () => {
    const client = connect();
    await client.get('/version');
    const fault = cluster.faults.add({
      fault: { type: 'flap', downMilliseconds: 100, upMilliseconds: 100 },
    });
    await until(() => client.closed);
    const seen = new Set<unknown>();
    while (!(seen.has(200) && seen.has('ECONNRESET')))
      seen.add(await attempt());
    while ((await attempt()) === 200);
    fault.remove();
    expect(fault.hits).toBeGreaterThan(1);
    expect(await attempt()).toBe(200);
    expect(cluster.running).toBe(true);
  });

  it('end a body in HTTP/1.1 with its connection', async () => {
    cluster.faults.add({ fault: { type: 'cut', afterBytes: 20 } });
    expect(await attempt()).toBe('ECONNRESET');
  });
});
