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
import { ObjectStore } from '../../store/ObjectStore';
import { createCertificateAuthority } from '../../tls/CertificateAuthority';
import { ApiServer, startApiServer } from '../startApiServer';
import { ApiTestClient } from '../testing/ApiTestClient';
import { recording, seedStore } from '../testing/recordings';

/** Kinds of the recorded control plane that the demo fleet has no use for. */
const NOT_SERVED = [
  'bindings',
  'componentstatuses',
  'podtemplates',
  'localsubjectaccessreviews',
  'tokenreviews',
];

/** Groups of which nothing is served. */
const GROUPS_NOT_SERVED = [
  'admissionregistration.k8s.io',
  'apiregistration.k8s.io',
  'certificates.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'node.k8s.io',
  'resource.k8s.io',
];

describe('discovery', () => {
  let server: ApiServer;
  let client: ApiTestClient;

  beforeAll(async () => {
    const store = new ObjectStore({ now: () => new Date(), uid: randomUUID });
    seedStore(store);
    const ca = await createCertificateAuthority({ name: 'discovery' });
    server = await startApiServer({
      store,
      tls: await ca.issue(['127.0.0.1']),
      name: 'east',
      tokens: { admin: '<east>', viewer: 'viewer', nobody: 'nobody' },
    });
    client = new ApiTestClient(server.url, ca.certificate);
  });

  afterAll(async () => {
    client.close();
    await server.stop();
  });

  async function answerTo(name: string) {
    const { request, headers, body } = recording(name);
    const answer = await client.send(request);
    expect([
      answer.headers['content-type'],
      answer.headers['cache-control'],
    ]).toEqual([headers['content-type'], headers['cache-control']]);
    return { recorded: body, body: answer.body };
  }

  it.each(['discovery/api-v1', 'discovery/apps-v1'])(
    'describes each resource of %s as recorded',
    async name => {
      const { recorded, body } = await answerTo(name);
      const names = body.resources.map((each: any) => each.name);
      expect(body).toEqual({
        ...recorded,
        resources: recorded.resources.filter((each: any) =>
          names.includes(each.name),
        ),
      });
      const missing = recorded.resources.filter(
        (each: any) => !each.name.includes('/') && !names.includes(each.name),
      );
      expect(missing.map((each: any) => each.name)).toEqual(
        NOT_SERVED.filter(each =>
          recorded.resources.some((other: any) => other.name === each),
        ),
      );
    },
  );

  it.each(['discovery/api-aggregated', 'discovery/apis-aggregated'])(
    'describes each resource of %s as recorded',
    async name => {
      const { recorded, body } = await answerTo(name);
      const served = resourcesByName(body);
      const known = resourcesByName(recorded);
      for (const [key, resource] of served) {
        const { subresources = [], ...own } = known.get(key);
        const names = (resource.subresources ?? []).map(
          (each: any) => each.subresource,
        );
        const expected = subresources.filter((each: any) =>
          names.includes(each.subresource),
        );
        const verbs = [...resource.verbs].sort();
        const inOrder = (list: any[] = []) =>
          [...list].sort((left, right) =>
            left.subresource < right.subresource ? -1 : 1,
          );
        const { subresources: ours, ...rest } = resource;
        expect([key, { ...rest, verbs }, inOrder(ours)]).toEqual([
          key,
          { ...own, verbs: [...own.verbs].sort() },
          inOrder(expected),
        ]);
      }
    },
  );

  it('lists the recorded groups, but for those that are not served', async () => {
    const { recorded, body } = await answerTo('discovery/apis');
    const wanted = recorded.groups.filter(
      (each: any) => !GROUPS_NOT_SERVED.includes(each.name),
    );
    const byName = (groups: any[]) =>
      Object.fromEntries(groups.map(each => [each.name, each]));
    expect(byName(body.groups)).toEqual(byName(wanted));
    expect({ ...body, groups: [] }).toEqual({ ...recorded, groups: [] });
  });

  it('indexes OpenAPI documents that can be fetched', async () => {
    const { body } = await answerTo('discovery/openapi-v3-index');
    const index = JSON.parse(body);
    const { serverRelativeURL } = index.paths['apis/demo.example.test/v1'];
    const document = await client.send({
      path: serverRelativeURL,
      headers: { Authorization: 'Bearer <east>' },
    });
    const schema =
      document.body.components.schemas['test.example.demo.v1.Widget'];
    expect(schema.properties.spec.properties.size).toEqual({
      type: 'integer',
      minimum: 0,
    });
  });
});

function resourcesByName(document: any): Map<string, any> {
  return new Map(
    document.items.flatMap((group: any) =>
      group.versions.flatMap((version: any) =>
        version.resources.map((resource: any) => [
          `${group.metadata.name ?? ''}/${version.version}/${resource.resource}`,
          resource,
        ]),
      ),
    ),
  );
}
