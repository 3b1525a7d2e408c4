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

describe('options of deletions', () => {
  let cluster: SingleDemoCluster;
  let client: ApiTestClient;

  beforeEach(async () => {
    cluster = await startDemoCluster({
      name: 'deletes',
      controllers: false,
      objects: ['a', 'b'].map(name => ({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, namespace: 'shop' },
      })),
    });
    client = new ApiTestClient(cluster.url, cluster.ca, cluster.tokens.admin);
  });

  afterEach(async () => {
    client.close();
    await cluster.close();
  });

  const remove = (path: string, body?: unknown) =>
    client.send({
      method: 'DELETE',
      path,
      headers: { 'Content-Type': 'application/json' },
      body,
    });

  const names = async () =>
    (await client.get(MAPS)).body.items.map(
      ({ metadata }: any) => metadata.name,
    );

  it.each([
    [
      { propagationPolicy: 'Sideways' },
      'propagationPolicy: Unsupported value: "Sideways": supported values: "Foreground", "Background", "Orphan", "nil"',
    ],
    [
      { propagationPolicy: 'Orphan', orphanDependents: true },
      'propagationPolicy: Invalid value: "Orphan": orphanDependents and deletionPropagation cannot be both set',
    ],
  ])('are refused: %j', async (options, message) => {
    expect((await remove(`${MAPS}/a`, options)).body).toMatchObject({
      code: 422,
      reason: 'Invalid',
      message: `DeleteOptions.meta.k8s.io "" is invalid: ${message}`,
    });
    expect(await names()).toEqual(['a', 'b']);
  });

  it.each(['uid', 'resourceVersion'])(
    'hold a deletion back whose %s does not fit',
    async field => {
      const { metadata } = (await client.get(`${MAPS}/a`)).body;
      const wrong = { preconditions: { [field]: '4711' } };
      expect((await remove(`${MAPS}/a`, wrong)).body.code).toBe(409);
      expect((await remove(MAPS, wrong)).body.code).toBe(409);
      expect(await names()).toEqual(['a', 'b']);
      const right = { preconditions: { [field]: metadata[field] } };
      expect((await remove(`${MAPS}/a`, right)).status).toBe(200);
      expect(await names()).toEqual(['b']);
    },
  );

  it('refuse an object that was made anew under its name', async () => {
    const { uid } = (await client.get(`${MAPS}/a`)).body.metadata;
    const type = cluster.store.types.require('v1', 'ConfigMap');
    await cluster.stop();
    cluster.store.delete(type, 'shop', 'a');
    cluster.store.create(type, { metadata: { name: 'a', namespace: 'shop' } });
    await cluster.start();
    const { body } = await remove(`${MAPS}/a`, { preconditions: { uid } });
    expect(body.message).toMatch(
      /^Operation cannot be fulfilled on ConfigMap "a": the UID in the precondition \(.*\) does not match the UID in record \(.*\)\. The object might have been deleted and then recreated$/,
    );
  });
});
