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

import { SingleDemoCluster, startDemoCluster } from '../../startDemoCluster';
import { ApiTestClient } from '../testing/ApiTestClient';

jest.setTimeout(60_000);

const MAPS = '/api/v1/namespaces/shop/configmaps';
const MATCH = 'resourceVersionMatch';

describe('options of lists and watches', () => {
  let cluster: SingleDemoCluster;
  let client: ApiTestClient;

  beforeAll(async () => {
    cluster = await startDemoCluster({
      name: 'lists',
      controllers: false,
      objects: ['a', 'b', 'c', 'd'].map(name => ({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, namespace: 'shop' },
      })),
    });
    client = new ApiTestClient(cluster.url, cluster.ca, cluster.tokens.admin);
  });

  afterAll(async () => {
    client.close();
    await cluster.close();
  });

  it.each([
    [
      `${MATCH}=Exact`,
      `${MATCH}: Forbidden: ${MATCH} is forbidden unless resourceVersion is provided`,
    ],
    [
      `${MATCH}=Exact&resourceVersion=0`,
      `${MATCH}: Forbidden: ${MATCH} "exact" is forbidden for resourceVersion "0"`,
    ],
    [
      `${MATCH}=Newest&resourceVersion=1&continue=x`,
      `[${MATCH}: Forbidden: ${MATCH} is forbidden when continue is provided, ${MATCH}: Unsupported value: "Newest": supported values: "Exact", "NotOlderThan", ""]`,
    ],
    [
      'sendInitialEvents=false',
      'sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list',
    ],
    [
      'watch=1&sendInitialEvents=true',
      `${MATCH}: Forbidden: sendInitialEvents requires setting ${MATCH} to NotOlderThan`,
    ],
    [
      `watch=1&${MATCH}=NotOlderThan`,
      `${MATCH}: Forbidden: ${MATCH} is forbidden for watch unless sendInitialEvents is provided`,
    ],
    [
      `watch=1&sendInitialEvents=1&${MATCH}=Exact&resourceVersion=1`,
      `[${MATCH}: Forbidden: sendInitialEvents requires setting ${MATCH} to NotOlderThan, ${MATCH}: Unsupported value: "Exact": supported values: "NotOlderThan"]`,
    ],
  ])('are refused: %s', async (query, message) => {
    const { status, body } = await client.get(`${MAPS}?${query}`);
    expect({ ...body, details: undefined, status }).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 422,
      message: `ListOptions.meta.k8s.io "" is invalid: ${message}`,
      reason: 'Invalid',
      code: 422,
    });
    expect(body.details).toMatchObject({
      group: 'meta.k8s.io',
      kind: 'ListOptions',
    });
    expect(body.details).not.toHaveProperty('name');
  });

  it('do not let a version go with a token', async () => {
    const { body } = await client.get(`${MAPS}?limit=1`);
    const token = body.metadata.continue;
    expect(
      (await client.get(`${MAPS}?limit=1&resourceVersion=1&continue=${token}`))
        .body,
    ).toMatchObject({
      code: 400,
      message: 'specifying resource version is not allowed when using continue',
    });
  });

  const told = async (query: string, count: number) => {
    const { lines } = await client.watch(
      { path: `${MAPS}?watch=1&allowWatchBookmarks=true&${query}` },
      all => all.length === count,
    );
    return lines.map(line => {
      const { type, object } = JSON.parse(line);
      return `${type} ${object.metadata.name ?? object.metadata.annotations?.['k8s.io/initial-events-end']}`;
    });
  };

  it('send the initial events in order, and say where they end', async () => {
    expect(
      await told(`sendInitialEvents=true&${MATCH}=NotOlderThan`, 5),
    ).toEqual(['ADDED a', 'ADDED b', 'ADDED c', 'ADDED d', 'BOOKMARK true']);
  });

  it('begin with the next change when initial events are refused', async () => {
    const path = `${MAPS}?watch=1&sendInitialEvents=false&${MATCH}=NotOlderThan`;
    const { lines } = await client.watch(
      { path },
      () => true,
      () => {
        const type = cluster.store.types.require('v1', 'ConfigMap');
        cluster.store.create(type, {
          metadata: { name: 'e', namespace: 'shop' },
        });
      },
    );
    expect(lines.map(line => JSON.parse(line).object.metadata.name)).toEqual([
      'e',
    ]);
  });

  it('refuse a version that is not there yet', async () => {
    const { status, headers } = await client.get(
      `${MAPS}?watch=1&sendInitialEvents=true&${MATCH}=NotOlderThan&resourceVersion=99999`,
    );
    expect([status, headers['retry-after']]).toEqual([504, '1']);
  });

  it('let an expired list go on as it stands by then', async () => {
    const first = await client.get(`${MAPS}?limit=2`);
    cluster.expireContinueTokens();
    const gone = await client.get(
      `${MAPS}?limit=2&continue=${first.body.metadata.continue}`,
    );
    expect(gone.body).toMatchObject({ code: 410, reason: 'Expired' });
    const type = cluster.store.types.require('v1', 'ConfigMap');
    cluster.store.create(type, { metadata: { name: 'bb', namespace: 'shop' } });
    const rest = await client.get(
      `${MAPS}?continue=${gone.body.metadata.continue}`,
    );
    expect(rest.body.items.map(({ metadata }: any) => metadata.name)).toEqual(
      expect.arrayContaining(['bb', 'c', 'd']),
    );
    expect(rest.body.metadata.resourceVersion).toBe(
      cluster.store.resourceVersion,
    );
  });
});
