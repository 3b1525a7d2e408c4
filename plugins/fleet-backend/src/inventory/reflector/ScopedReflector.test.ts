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

import { ClusterDefinition } from '../../clusters/ClusterDefinition';
import {
  definitionOf,
  InventoryHarness,
  widget,
  WIDGETS,
  widgets,
} from '../__testUtils__/inventoryHarness';
import {
  refusal,
  ScriptedApiServer,
  SeenRequest,
  sendJson,
} from '../__testUtils__/ScriptedApiServer';
import { namespaces } from '../resources/namespaces';
import { nodes } from '../resources/nodes';

jest.setTimeout(20_000);

const NODES = '/api/v1/nodes';
const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
const WHO = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
const widgetsOf = (namespace: string) =>
  `/apis/example.test/v1/namespaces/${namespace}/widgets`;
const of = (path: string) => (request: SeenRequest) => request.path === path;

function widgetOf(namespace: string, name: string, size: number) {
  const made = widget(name, size);
  return { ...made, metadata: { ...made.metadata, namespace } };
}

describe('A credential for some namespaces', () => {
  let server: ScriptedApiServer;
  let harness: InventoryHarness;

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
    server.objects.set(widgetsOf('pay'), [widgetOf('pay', 'p', 1)]);
    server.objects.set(widgetsOf('shop'), [
      widgetOf('shop', 's', 1),
      widgetOf('elsewhere', 'x', 1),
    ]);
    server.script(of(NODES), refusal(403, 'no'), 99);
  });

  afterEach(() => harness.stop());

  function start(changes: Partial<ClusterDefinition> = {}): void {
    harness = new InventoryHarness([server], {
      definitions: [{ ...definitionOf('c0', server), ...changes }],
      sources: [widgets, nodes, namespaces],
    });
  }

  const both = { namespaces: ['pay', 'shop'] };

  /** Answers reviews: pods may be listed in these namespaces, or in all. */
  function allowPods(allowed: readonly string[] | 'all'): void {
    server.script(
      of(REVIEWS),
      async (request, response) => {
        let body = '';
        for await (const chunk of request) body += chunk;
        const { resourceAttributes } = JSON.parse(body).spec;
        expect(resourceAttributes).toMatchObject({
          verb: 'list',
          resource: 'pods',
        });
        sendJson(response, 201, {
          status: {
            allowed:
              allowed === 'all' ||
              allowed.includes(resourceAttributes.namespace),
          },
        });
      },
      99,
    );
  }

  it('reads the configured namespaces, and nothing beside them', async () => {
    start(both);
    await harness.until(() => harness.phase() === 'live');
    expect(harness.rows()).toEqual({ p: 1, s: 1 });
    expect(server.requests.some(of(WIDGETS))).toBe(false);
    expect(server.requests.some(of(REVIEWS))).toBe(false);
    await harness.until(() =>
      harness.phase('c0', 'nodes').startsWith('failed'),
    );
    expect(harness.phase('c0', 'nodes')).toBe('failed (forbidden)');
    expect(harness.cluster()).toMatchObject({
      state: 'healthy',
      namespaces: ['pay', 'shop'],
    });
  });

  it('watches each namespace and begins again only where it must', async () => {
    start(both);
    await harness.until(
      () =>
        server.watching(widgetsOf('pay')) && server.watching(widgetsOf('shop')),
    );
    server.event(widgetsOf('pay'), 'ADDED', widgetOf('pay', 'p2', 2));
    server.event(widgetsOf('pay'), 'DELETED', widgetOf('shop', 's', 1));
    server.event(widgetsOf('pay'), 'ADDED', widgetOf('shop', 'sly', 1));
    await harness.until(() => harness.rows().p2 === 2);
    expect(harness.rows()).toEqual({ p: 1, p2: 2, s: 1 });
    server.objects.set(widgetsOf('shop'), [widgetOf('shop', 's2', 2)]);
    server.send(
      widgetsOf('shop'),
      `${JSON.stringify({ type: 'ERROR', object: { code: 410 } })}\n`,
    );
    await harness.pass(() => harness.rows().s2 === 2);
    expect(harness.rows()).toEqual({ p: 1, p2: 2, s2: 2 });
    expect(server.count('list', widgetsOf('pay'))).toBe(1);
  });

  it('lists many namespaces again and again instead of watching each', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'pay', 'shop'];
    names.slice(0, 5).forEach(name => server.objects.set(widgetsOf(name), []));
    start({ namespaces: names });
    await harness.until(() => harness.phase() === 'live');
    const listed = harness.inventory.state('widgets', 'c0').lastContact!;
    server.objects.set(widgetsOf('pay'), [widgetOf('pay', 'p', 2)]);
    await harness.elapse(30_000);
    expect(harness.rows()).toEqual({ p: 1, s: 1 });
    expect(harness.inventory.state('widgets', 'c0').lastContact).toBe(listed);
    await harness.pass(() => harness.rows().p === 2);
    expect(harness.clock.now() - listed).toBeLessThanOrEqual(66_000);
    expect(names.some(name => server.watching(widgetsOf(name)))).toBe(false);
  });

  it('goes on with the others when one namespace may not be read, and says so', async () => {
    server.script(of(widgetsOf('shop')), refusal(403, 'not here'), 99);
    start(both);
    await harness.until(() => harness.phase() === 'failed (forbidden)');
    expect(harness.rows()).toEqual({ p: 1 });
    expect(harness.inventory.state('widgets', 'c0')).toMatchObject({
      known: true,
      message: "In namespace 'shop': Cluster 'c0' answered 403: not here",
    });
    expect(harness.cluster().state).toBe('degraded');
  });

  it('finds the namespace of the context when all may not be read, and all when these may be', async () => {
    server.script(of(WIDGETS), refusal(403, 'no'), 99);
    allowPods(['shop']);
    start({ contextNamespace: 'shop' });
    await harness.until(() => harness.phase() === 'live');
    expect(harness.rows()).toEqual({ s: 1 });
    expect(harness.cluster()).toMatchObject({
      state: 'healthy',
      namespaces: ['shop'],
    });
    server.clearScripts();
    server.script(of(NODES), refusal(403, 'no'), 99);
    allowPods('all');
    server.objects.set(WIDGETS, [widgetOf('far', 'w', 3)]);
    const took = await harness.pass(() => harness.rows().w === 3, 900_000);
    expect(took).toBeGreaterThan(500_000);
    expect(harness.rows()).toEqual({ w: 3 });
    expect(harness.cluster().namespaces).toBeUndefined();
  });

  it('finds the namespace that a service account lives in', async () => {
    server.script(of(WIDGETS), refusal(403, 'no'), 99);
    server.script(
      of(WHO),
      (_, response) =>
        sendJson(response, 201, {
          status: { userInfo: { username: 'system:serviceaccount:pay:me' } },
        }),
      99,
    );
    allowPods(['pay']);
    start({ contextNamespace: 'shop' });
    await harness.until(() => harness.phase() === 'live');
    expect(harness.rows()).toEqual({ p: 1 });
  });

  it.each<[string, readonly string[] | 'all']>([
    ['finds none where none may be read', []],
    ['does not narrow what may read pods everywhere', 'all'],
  ])('%s', async (_, allowed) => {
    server.script(of(WIDGETS), refusal(403, 'no'), 99);
    allowPods(allowed);
    start({ contextNamespace: 'shop' });
    await harness.until(() => harness.phase() === 'failed (forbidden)');
    expect(harness.cluster().namespaces).toBeUndefined();
    const asked = server.requests.filter(of(REVIEWS)).length;
    await harness.elapse(55_000);
    expect(server.requests.filter(of(REVIEWS)).length).toBe(asked);
    expect(server.count('list', widgetsOf('shop'))).toBe(0);
  });

  it('reads anew when the cluster is another one', async () => {
    start(both);
    await harness.until(
      () =>
        server.watching(widgetsOf('pay')) && server.watching(widgetsOf('shop')),
    );
    server.incarnation = 'second';
    server.objects.set(widgetsOf('pay'), []);
    server.objects.set(widgetsOf('shop'), [widgetOf('shop', 'z', 26)]);
    server.cut();
    await harness.pass(() => harness.rows().z === 26);
    await harness.pass(() => harness.phase() === 'live');
    expect(harness.rows()).toEqual({ z: 26 });
  });
});
