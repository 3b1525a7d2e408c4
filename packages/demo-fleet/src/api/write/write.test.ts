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

import { randomUUID } from 'node:crypto';
import { connect } from 'node:http2';
import { ObjectStore } from '../../store/ObjectStore';
import { createCertificateAuthority } from '../../tls/CertificateAuthority';
import { ApiServer, startApiServer } from '../startApiServer';
import { ApiTestClient, TestAnswer } from '../testing/ApiTestClient';
import { seedStore } from '../testing/recordings';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const WIDGETS = '/apis/demo.example.test/v1/namespaces/quiet/widgets';
const DEPLOYMENTS = '/apis/apps/v1/namespaces/quiet/deployments';
const CONFIG_MAPS = '/api/v1/namespaces/quiet/configmaps';

describe('writes', () => {
  let store: ObjectStore;
  let server: ApiServer;
  let client: ApiTestClient;
  let authority: string;

  beforeEach(async () => {
    store = new ObjectStore({
      now: () => new Date('2026-11-20T23:58:35Z'),
      uid: randomUUID,
    });
    seedStore(store);
    const ca = await createCertificateAuthority({ name: 'write' });
    authority = ca.certificate;
    server = await startApiServer({
      store,
      tls: await ca.issue(['127.0.0.1']),
      name: 'east',
      tokens: { admin: 'admin', viewer: 'viewer', nobody: 'nobody' },
    });
    client = new ApiTestClient(server.url, ca.certificate, 'admin');
  });

  afterEach(async () => {
    client.close();
    await server.stop();
  });

  const post = (path: string, body: unknown) =>
    client.send({ method: 'POST', path, headers: JSON_TYPE, body });

  const patch = (path: string, type: string, body: unknown) =>
    client.send({
      method: 'PATCH',
      path,
      headers: { 'Content-Type': `application/${type}` },
      body,
    });

  function deployment(replicas: unknown, image = 'example.test/a:1') {
    return {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'a' },
      spec: {
        replicas,
        selector: { matchLabels: { app: 'a' } },
        template: {
          metadata: { labels: { app: 'a' } },
          spec: {
            containers: [
              { name: 'a', image },
              { name: 'b', image },
            ],
          },
        },
      },
    };
  }

  function refusal({ status, body }: TestAnswer) {
    return {
      status,
      reason: body.reason,
      fields: body.details?.causes?.map((cause: any) => cause.field),
    };
  }

  it('stores nothing on a dry run, and answers as if it had', async () => {
    const before = store.resourceVersion;
    const dry = '?dryRun=All';
    const created = await post(`${DEPLOYMENTS}${dry}`, deployment(2));
    const scaled = await patch(
      `${DEPLOYMENTS}/zero/scale${dry}`,
      'merge-patch+json',
      { spec: { replicas: 7 } },
    );
    const deleted = await client.send({
      method: 'DELETE',
      path: `/api/v1/namespaces/shop/pods/multi${dry}`,
    });
    expect({
      statuses: [created.status, scaled.status, deleted.status],
      strategy: created.body.spec.strategy,
      version: created.body.metadata.resourceVersion,
      replicas: scaled.body.spec.replicas,
      terminating: typeof deleted.body.metadata.deletionTimestamp,
      unchanged: store.resourceVersion === before,
    }).toEqual({
      statuses: [201, 200, 200],
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
      },
      version: undefined,
      replicas: 7,
      terminating: 'string',
      unchanged: true,
    });
  });

  it('refuses what breaks a rule, and says which', async () => {
    await post(DEPLOYMENTS, deployment(1));
    const wrongSelector = deployment(-1) as any;
    wrongSelector.metadata.name = 'wrong';
    wrongSelector.spec.selector.matchLabels.app = 'other';
    const immutable = await patch(`${DEPLOYMENTS}/a`, 'merge-patch+json', {
      spec: { selector: { matchLabels: { app: 'other' } } },
    });
    const unknownPatch = await patch(
      `${WIDGETS}/none`,
      'strategic-merge-patch+json',
      {},
    );
    expect([
      refusal(await post(DEPLOYMENTS, wrongSelector)),
      refusal(immutable),
      refusal(unknownPatch),
      refusal(
        await post('/api/v1/namespaces/shop/configmaps', {
          metadata: { name: 'x', namespace: 'quiet' },
        }),
      ),
      refusal(await post(CONFIG_MAPS, { kind: 'Pod', apiVersion: 'v1' })),
      refusal(await post(`${CONFIG_MAPS}?dryRun=Some`, {})),
    ]).toEqual([
      {
        status: 422,
        reason: 'Invalid',
        fields: ['spec.replicas', 'spec.template.metadata.labels'],
      },
      {
        status: 422,
        reason: 'Invalid',
        fields: ['spec.template.metadata.labels'],
      },
      { status: 415, reason: 'UnsupportedMediaType', fields: undefined },
      { status: 400, reason: 'BadRequest', fields: undefined },
      { status: 400, reason: 'BadRequest', fields: undefined },
      { status: 400, reason: 'BadRequest', fields: undefined },
    ]);
  });

  it('merges lists by their keys in a strategic patch', async () => {
    await post(DEPLOYMENTS, deployment(1));
    const { body } = await patch(
      `${DEPLOYMENTS}/a`,
      'strategic-merge-patch+json',
      {
        spec: {
          template: {
            spec: {
              $setElementOrder: undefined,
              '$setElementOrder/containers': [{ name: 'c' }, { name: 'a' }],
              containers: [
                { name: 'a', env: [{ name: 'X', value: '1' }] },
                { name: 'b', $patch: 'delete' },
                { name: 'c', image: 'example.test/c:1' },
              ],
            },
          },
        },
      },
    );
    expect(
      body.spec.template.spec.containers.map(({ name, image, env }: any) => ({
        name,
        image,
        env,
      })),
    ).toEqual([
      { name: 'c', image: 'example.test/c:1', env: undefined },
      {
        name: 'a',
        image: 'example.test/a:1',
        env: [{ name: 'X', value: '1' }],
      },
    ]);
  });

  it('keeps the status apart from the rest', async () => {
    const created = await post(DEPLOYMENTS, deployment(1));
    const { resourceVersion } = created.body.metadata;
    const status = { replicas: 9 };
    const main = await patch(`${DEPLOYMENTS}/a`, 'merge-patch+json', {
      status,
    });
    expect(main.body.metadata.resourceVersion).toBe(resourceVersion);
    const { body } = await patch(
      `${DEPLOYMENTS}/a/status`,
      'merge-patch+json',
      {
        status,
        spec: { replicas: 5 },
      },
    );
    expect([body.status, body.spec.replicas, body.metadata.generation]).toEqual(
      [status, 1, 1],
    );
  });

  it('checks, prunes and fills in custom objects by their schema', async () => {
    const widget = (spec: object) => ({
      apiVersion: 'demo.example.test/v1',
      kind: 'Widget',
      metadata: { name: 'w' },
      spec,
    });
    expect(refusal(await post(WIDGETS, widget({ size: -1 })))).toEqual({
      status: 422,
      reason: 'Invalid',
      fields: ['spec.size'],
    });
    expect(refusal(await post(WIDGETS, widget({})))).toEqual({
      status: 422,
      reason: 'Invalid',
      fields: ['spec.size'],
    });
    const { body } = await post(WIDGETS, widget({ size: 2, unknown: true }));
    expect(body.spec).toEqual({ size: 2, colour: 'blue' });
    const table = await client.send({
      path: WIDGETS,
      headers: { Accept: 'application/json;as=Table;g=meta.k8s.io;v=v1' },
    });
    expect(table.body.rows[0].cells).toEqual(['w', 2, null]);
  });

  it('deletes a collection by its selector', async () => {
    for (const [name, app] of [
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'x'],
    ]) {
      await post(CONFIG_MAPS, { metadata: { name, labels: { app } } });
    }
    const { body } = await client.send({
      method: 'DELETE',
      path: `${CONFIG_MAPS}?labelSelector=app%20in%20(x)`,
    });
    const rest = await client.get(CONFIG_MAPS);
    const names = (list: any) =>
      list.items.map((each: any) => each.metadata.name);
    expect([names(body), names(rest.body)]).toEqual([['a', 'c'], ['b']]);
  });

  it('speaks HTTP/2 on the same port', async () => {
    const session = connect(server.url, { ca: authority });
    const stream = session.request({
      ':path': '/api/v1/namespaces/quiet',
      authorization: 'Bearer admin',
    });
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    session.close();
    const body = JSON.parse(Buffer.concat(chunks).toString());
    expect([body.kind, body.metadata.name]).toEqual(['Namespace', 'quiet']);
  });
});
