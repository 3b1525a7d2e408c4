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

import {
  definitionOf,
  InventoryHarness,
  widget,
  WIDGETS,
} from '../../inventory/__testUtils__/inventoryHarness';
import {
  refusal,
  ScriptedApiServer,
  sendJson,
} from '../../inventory/__testUtils__/ScriptedApiServer';
import { nodes } from '../../inventory/resources/nodes';

jest.setTimeout(20_000);

const NODES = '/api/v1/nodes';

describe('ClusterMonitor', () => {
  let server: ScriptedApiServer;
  let harness: InventoryHarness;
  const states = () =>
    harness.batches
      .splice(0)
      .filter(({ resource }) => resource === 'clusters')
      .flatMap(({ changes }) => changes.map(({ row }) => (row as any).state));

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
    server.objects.set(WIDGETS, [widget('a', 1)]);
  });

  afterEach(() => harness.stop());

  it('says what it learns of a cluster', async () => {
    harness = new InventoryHarness([server]);
    const since = harness.clock.now();
    expect(harness.cluster().state).toBe('connecting');
    await harness.until(() => harness.cluster().state === 'healthy');
    expect(harness.cluster()).toEqual({
      uid: 'c0',
      cluster: 'c0',
      namespace: '',
      name: 'c0',
      title: 'c0',
      aliases: [],
      state: 'healthy',
      since,
      lastContact: since,
      incarnation: 'first',
      version: 'v1.36.2',
      facts: {},
      source: 'kubeconfig',
      server: `${server.url}/`,
      auth: 'token',
      labels: {},
      demo: false,
    });
    expect(harness.inventory.state('clusters', 'c0')).toMatchObject({
      phase: 'live',
      known: true,
    });
  });

  it('concludes facts from nodes, soon after these change what facts rest on', async () => {
    const node = (name: string, more: object = {}) => ({
      metadata: {
        uid: name,
        name,
        resourceVersion: '1',
        labels: { 'cloud.google.com/gke-nodepool': 'a', ...more },
      },
      spec: { providerID: `gce://p/z/${name}` },
    });
    server.objects.set(NODES, [node('n1')]);
    harness = new InventoryHarness([server], { sources: [nodes] });
    await harness.pass(() => harness.cluster().facts.provider !== undefined);
    expect(harness.cluster().facts).toEqual({
      provider: {
        value: 'gcp',
        evidence: 'Provider id gce:// on its one node',
      },
      distribution: {
        value: 'gke',
        evidence: 'Label cloud.google.com/gke-nodepool on its one node',
      },
    });
    const region = { 'topology.kubernetes.io/region': 'europe-west1' };
    server.event(NODES, 'MODIFIED', node('n1', region));
    await harness.pass(() => harness.cluster().facts.region !== undefined);
    const told = states().length;
    for (let beat = 0; beat < 5; beat++) {
      server.event(NODES, 'MODIFIED', {
        ...node('n1', region),
        status: { allocatable: { cpu: String(beat) } },
      });
    }
    await harness.until(() => harness.batches.length > 0);
    await harness.elapse(5_000);
    expect(told).toBeGreaterThan(0);
    expect(states()).toEqual([]);
  });

  it('tells OpenShift by its API', async () => {
    server.script(
      ({ path }) => path === '/apis',
      (_, response) =>
        sendJson(response, 200, { groups: [{ name: 'config.openshift.io' }] }),
    );
    harness = new InventoryHarness([server]);
    await harness.until(
      () => harness.cluster().facts.distribution !== undefined,
    );
    expect(harness.cluster().facts.distribution).toEqual({
      value: 'openshift',
      evidence: 'API group config.openshift.io',
    });
  });

  it('stays healthy when the server does not tell its API', async () => {
    server.script(
      ({ path }) => path === '/apis',
      () => {},
    );
    harness = new InventoryHarness([server]);
    await harness.until(() => harness.phase() === 'live');
    await harness.elapse(20_000);
    expect(new Set(states())).toEqual(new Set(['connecting', 'healthy']));
  });

  it('shows a definition that cannot be used, and keeps nothing of it', () => {
    const { endpoint, ...definition } = definitionOf('broken', server);
    harness = new InventoryHarness([server], {
      definitions: [
        { ...definition, problem: { message: 'no good', advice: 'mend it' } },
      ],
    });
    expect(endpoint).toBeDefined();
    expect(harness.inventory.clusters()).toEqual(['broken']);
    expect(harness.inventory.connection('broken')).toBeUndefined();
    expect(harness.cluster('broken')).toMatchObject({
      state: 'invalid',
      reason: 'invalid',
      message: 'no good',
      advice: 'mend it',
    });
    expect(harness.inventory.state('widgets', 'broken')).toMatchObject({
      phase: 'failed',
      known: false,
      reason: 'invalid',
      message: 'no good',
    });
  });

  it('notices at once that a server is gone, keeps the rows, and heals within seconds', async () => {
    harness = new InventoryHarness([server]);
    await harness.until(() => server.watching(WIDGETS));
    states();
    const stopped = server.stop();
    await harness.until(() => harness.phase() === 'failed (refused)');
    await stopped;
    expect(harness.cluster()).toMatchObject({
      state: 'unreachable',
      reason: 'refused',
      lastContact: expect.any(Number),
    });
    expect(harness.rows()).toEqual({ a: 1 });
    expect(harness.inventory.state('widgets', 'c0').known).toBe(true);
    await harness.elapse(60_000);
    await server.listen();
    const took = await harness.pass(() => harness.phase() === 'live');
    expect(took).toBeLessThanOrEqual(60_000);
    expect(states()).toEqual(['unreachable', 'healthy']);
    expect(server.count('list')).toBe(1);
  });

  it('notices a server that keeps the connection and says nothing', async () => {
    harness = new InventoryHarness([server]);
    await harness.until(() => server.watching(WIDGETS));
    server.script(
      () => true,
      () => {},
      1_000,
    );
    const took = await harness.pass(
      () => harness.cluster().state === 'unreachable',
    );
    expect(took).toBeLessThan(15_000);
    expect(harness.cluster().reason).toBe('timeout');
    await harness.until(() => harness.phase() === 'failed (timeout)');
  });

  it('asks a quiet server now and then, and a talking one not at all', async () => {
    harness = new InventoryHarness([server]);
    await harness.until(() => server.watching(WIDGETS));
    const probes = () =>
      server.requests.filter(({ path }) => path === '/version').length;
    const before = probes();
    await harness.elapse(60_000);
    expect(probes() - before).toBeGreaterThanOrEqual(4);
    expect(probes() - before).toBeLessThanOrEqual(6);
    const quiet = probes();
    for (let second = 0; second < 40; second += 4) {
      server.event(WIDGETS, 'BOOKMARK', { metadata: { resourceVersion: '1' } });
      await harness.elapse(4_000);
    }
    expect(probes()).toBe(quiet);
  });

  it('does not go on asking with a credential that is refused', async () => {
    server.script(() => true, refusal(401, 'Unauthorized'), 1_000);
    harness = new InventoryHarness([server]);
    await harness.until(() => harness.cluster().state === 'denied');
    expect(harness.cluster()).toMatchObject({
      reason: 'auth',
      message: "Cluster 'c0' answered 401: Unauthorized",
    });
    const before = server.requests.length;
    await harness.elapse(300_000);
    expect(server.requests.length - before).toBeLessThan(25);
    expect(server.count('list')).toBe(0);
  });
});
