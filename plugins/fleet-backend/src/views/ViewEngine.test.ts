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
  ClusterRow,
  createViewRef,
  NamespaceRow,
  namespacesResource,
  nodesResource,
  PodRow,
  podsResource,
  ViewQueryInput,
  viewQuerySchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { computedView } from '@quarterdeck/backstage-plugin-fleet-node';
import { z } from 'zod';
import { NamespaceDirectory } from '../permissions/NamespaceDirectory';
import { Viewer } from '../permissions/Viewer';
import { MemoryInventory } from '../testing/MemoryInventory';
import { coreViews } from './core/coreViews';
import { ViewEngine } from './ViewEngine';

const all: Viewer = {
  ref: 'user:default/all',
  key: 'all',
  cluster: () => true,
  namespace: () => true,
};

const shopOnly: Viewer = {
  ref: 'user:default/shop',
  key: 'shop',
  cluster: () => true,
  namespace: (_, name) => name === 'shop',
};

const namespaceWithoutCluster: Viewer = {
  ...shopOnly,
  key: 'shop without cluster',
  cluster: () => false,
};

function pod(options: Partial<PodRow> & { uid: string }): PodRow {
  return {
    cluster: 'a',
    namespace: 'shop',
    name: options.uid,
    status: 'Running',
    phase: 'Running',
    node: 'n1',
    owner: '',
    ownerKind: '',
    workload: '',
    workloadKind: '',
    labels: {},
    ready: 1,
    containers: 1,
    restarts: 0,
    cpuRequest: 0,
    memoryRequest: 0,
    gpuRequest: 0,
    created: 0,
    ...options,
  };
}

function namespace(cluster: string, name: string): NamespaceRow {
  return {
    uid: `ns-${cluster}-${name}`,
    cluster,
    namespace: name,
    name,
    phase: 'Active',
    labels: {},
    created: 0,
  };
}

function connection(cluster: string, row: Partial<ClusterRow> = {}) {
  return {
    uid: cluster,
    cluster,
    namespace: '',
    name: cluster,
    title: cluster,
    aliases: [],
    state: 'healthy' as const,
    since: 0,
    labels: {},
    demo: false,
    ...row,
  };
}

const podsPerNodeView = createViewRef({
  id: 'test.podsPerNode',
  title: 'Pods per node',
  params: z.object({ least: z.number().default(0) }),
  row: z.object({ cluster: z.string(), node: z.string(), pods: z.number() }),
  summary: z.object({ nodes: z.number() }),
  key: row => `${row.cluster}/${row.node}`,
});

const podsPerNode = computedView(podsPerNodeView, {
  visibility: 'rows',
  reads: { pods: podsResource },
  maxRows: 5,
  compute: ({ pods }, { least }, cluster) => {
    const counts = new Map<string, number>();
    for (const { node } of pods) {
      counts.set(node, (counts.get(node) ?? 0) + 1);
    }
    return [...counts]
      .filter(([, count]) => count >= least)
      .map(([node, count]) => ({ cluster, node, pods: count }));
  },
  summarise: rows => ({ nodes: rows.length }),
});

function setUp(clusters: readonly string[] = ['a', 'b']) {
  const inventory = new MemoryInventory(clusters);
  const directory = new NamespaceDirectory(inventory);
  let now = 0;
  const engine = new ViewEngine({
    inventory,
    directory,
    views: [...coreViews, podsPerNode],
    now: () => now,
  });
  for (const cluster of clusters) {
    inventory.put('clusters', connection(cluster));
    inventory.put(
      namespacesResource.id,
      namespace(cluster, 'shop'),
      namespace(cluster, 'data'),
    );
  }
  const read = (query: ViewQueryInput, viewer: Viewer = all) =>
    engine.read(viewQuerySchema.parse(query), viewer);
  return {
    inventory,
    engine,
    read,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('ViewEngine', () => {
  it('sorts, windows and searches a collection', async () => {
    const { inventory, read } = setUp();
    inventory.put(
      'pods',
      pod({ uid: 'c', restarts: 1 }),
      pod({ uid: 'a', restarts: 5 }),
      pod({ uid: 'b', cluster: 'b', restarts: 5 }),
    );
    const names = async (window: ViewQueryInput['window']) => {
      const answer = await read({ view: 'pods.list', window });
      return [answer.rows.map((row: any) => row.name), answer.total];
    };
    expect(await names({})).toEqual([['a', 'b', 'c'], 3]);
    expect(await names({ sort: 'restarts' })).toEqual([['a', 'b', 'c'], 3]);
    expect(await names({ descending: true, limit: 2 })).toEqual([
      ['c', 'b'],
      3,
    ]);
    expect(await names({ descending: true, offset: 1, limit: 5 })).toEqual([
      ['b', 'a'],
      3,
    ]);
    expect(await names({ offset: 2, limit: 2 })).toEqual([['c'], 3]);
    expect(await names({ search: 'B' })).toEqual([['b'], 1]);
    expect(await names({ limit: 0 })).toEqual([[], 3]);
  });

  it('keeps a filtered collection and its summary right as rows come, change and go', async () => {
    const { inventory, read } = setUp();
    const issues = async () => {
      const { rows, total, summary } = await read({ view: 'pods.issues' });
      return { names: rows.map((row: any) => row.name), total, summary };
    };
    inventory.put('pods', pod({ uid: 'fine' }));
    expect(await issues()).toEqual({
      names: [],
      total: 0,
      summary: { errors: 0, warnings: 0, progress: 0 },
    });
    inventory.put(
      'pods',
      pod({ uid: 'w', severity: 'warning' }),
      pod({ uid: 'e', severity: 'error' }),
      pod({ uid: 'p', severity: 'progress' }),
    );
    expect(await issues()).toEqual({
      names: ['e', 'w'],
      total: 2,
      summary: { errors: 1, warnings: 1, progress: 0 },
    });
    inventory.put(
      'pods',
      pod({ uid: 'w' }),
      pod({ uid: 'fine', severity: 'error' }),
    );
    inventory.remove('pods', 'a', 'e');
    expect(await issues()).toEqual({
      names: ['fine'],
      total: 1,
      summary: { errors: 1, warnings: 0, progress: 0 },
    });
  });

  it('shows two people different, correctly labelled totals', async () => {
    const { inventory, read } = setUp();
    inventory.put(
      'pods',
      pod({ uid: '1' }),
      pod({ uid: '2', namespace: 'data', severity: 'error' }),
      pod({ uid: '3', cluster: 'b', namespace: 'data' }),
    );
    const mine = await read({ view: 'clusters.health' }, shopOnly);
    const whole = await read({ view: 'clusters.health' });
    expect(whole.summary).toMatchObject({
      clusters: 2,
      pods: 3,
      namespaces: 4,
      podErrors: 1,
      errors: 1,
    });
    expect(whole.coverage.limited).toBeUndefined();
    expect(mine.summary).toMatchObject({
      clusters: 2,
      pods: 1,
      namespaces: 2,
      podErrors: 0,
      errors: 0,
    });
    expect(mine.coverage.limited).toEqual({
      visibleNamespaces: 2,
      namespaces: 4,
    });
    const list = await read({ view: 'pods.list' }, shopOnly);
    expect(list.rows.map((row: any) => row.uid)).toEqual(['1']);
  });

  it('keeps what belongs to the cluster from who may only read a namespace of it', async () => {
    const { inventory, read } = setUp(['a']);
    inventory.put('pods', pod({ uid: '1' }));
    const { rows, summary } = await read(
      { view: 'clusters.health' },
      namespaceWithoutCluster,
    );
    expect(summary).toMatchObject({ pods: 1 });
    expect(summary).not.toHaveProperty('nodes');
    expect(rows).toHaveLength(1);
    expect(
      await read({ view: 'nodes.list' }, namespaceWithoutCluster),
    ).toMatchObject({ rows: [], total: 0 });
  });

  it('limits every view to the scope that was asked for', async () => {
    const { inventory, read } = setUp();
    inventory.put(
      'pods',
      pod({ uid: '1' }),
      pod({ uid: '2', namespace: 'data' }),
      pod({ uid: '3', cluster: 'b' }),
    );
    const scope = { clusters: ['a'], namespaces: ['shop'] };
    expect((await read({ view: 'pods.list', scope })).total).toBe(1);
    expect(
      (await read({ view: 'clusters.health', scope })).summary,
    ).toMatchObject({ clusters: 1, pods: 1, namespaces: 1 });
  });

  it('says unknown, not zero, for what was never read', async () => {
    const { inventory, read } = setUp(['a']);
    inventory.setState('a', nodesResource.id, {
      phase: 'failed',
      known: false,
      since: 0,
      reason: 'forbidden',
      message: 'nodes is forbidden',
    });
    const { rows, summary, coverage } = await read({ view: 'clusters.health' });
    expect(rows[0]).toMatchObject({ pods: 0 });
    expect(rows[0]).not.toHaveProperty('nodes');
    expect(summary).not.toHaveProperty('nodes');
    expect(coverage).toEqual({
      asked: 1,
      answered: 0,
      failed: [
        {
          cluster: 'a',
          resource: 'nodes',
          reason: 'forbidden',
          message: 'nodes is forbidden',
        },
      ],
      demo: false,
    });
  });

  it('counts no errors before anything was read', async () => {
    const { inventory, read } = setUp(['a']);
    for (const resource of ['pods', 'nodes']) {
      inventory.setState('a', resource, {
        phase: 'failed',
        known: false,
        since: 0,
      });
    }
    const { summary } = await read({ view: 'clusters.health' });
    expect(summary).not.toHaveProperty('errors');
    inventory.put('clusters', connection('a', { state: 'unreachable' }));
    expect((await read({ view: 'clusters.health' })).summary).toMatchObject({
      errors: 1,
    });
  });

  it('keeps the last rows of an unreachable cluster and says how old they are', async () => {
    const { inventory, read } = setUp();
    inventory.put('pods', pod({ uid: '1' }), pod({ uid: '2', cluster: 'b' }));
    inventory.put(
      'clusters',
      connection('b', {
        state: 'unreachable',
        reason: 'refused',
        message: 'Connection refused',
        lastContact: 500,
      }),
    );
    inventory.setState('b', podsResource.id, {
      phase: 'failed',
      known: true,
      since: 600,
      lastContact: 500,
      reason: 'refused',
    });
    const { total, coverage } = await read({ view: 'pods.list' });
    expect(total).toBe(2);
    expect(coverage).toEqual({
      asked: 2,
      answered: 1,
      failed: [
        {
          cluster: 'b',
          reason: 'refused',
          message: 'Connection refused',
          lastContact: 500,
        },
      ],
      asOf: 1000,
      demo: false,
    });
  });

  it('computes a changed cluster again, but not more than once a second', async () => {
    const { inventory, read, pass } = setUp(['a']);
    inventory.put('pods', pod({ uid: '1' }));
    const query = { view: 'test.podsPerNode' };
    expect((await read(query)).rows).toEqual([
      { cluster: 'a', node: 'n1', pods: 1 },
    ]);
    inventory.put('pods', pod({ uid: '2' }));
    expect((await read(query)).rows).toEqual([
      { cluster: 'a', node: 'n1', pods: 1 },
    ]);
    pass(1000);
    inventory.put('pods', pod({ uid: '3' }));
    expect((await read(query)).rows).toEqual([
      { cluster: 'a', node: 'n1', pods: 3 },
    ]);
  });

  it('leaves a cluster out of a computed view that it would overload, and says so', async () => {
    const { inventory, read } = setUp(['a']);
    inventory.put('pods', ...[1, 2, 3, 4, 5, 6].map(n => pod({ uid: `${n}` })));
    const { rows, coverage } = await read({ view: 'test.podsPerNode' });
    expect(rows).toEqual([]);
    expect(coverage.failed).toEqual([
      {
        cluster: 'a',
        reason: 'too-large',
        message: '6 rows are more than the 5 that this view can bear',
      },
    ]);
  });

  it.each([
    [{ view: 'no.view' }, "There is no view 'no.view'"],
    [
      { view: 'pods.issues', params: { severities: 'error' } },
      "Wrong parameters for view 'pods.issues': severities: Invalid input: expected array, received string",
    ],
    [
      { view: 'pods.list', window: { sort: 'colour' } },
      "View 'pods.list' has no order 'colour'; it has name, status, restarts, age, cluster, namespace, node",
    ],
  ])('refuses %j', async (query, message) => {
    const { read } = setUp();
    await expect(read(query)).rejects.toThrow(message);
  });

  it('refuses parameters that only the filter can check, however often they come', async () => {
    const { read, engine } = setUp();
    const query = { view: 'pods.list', params: { selector: 'a in' } };
    for (let time = 0; time < 2; time++) {
      await expect(read(query)).rejects.toThrow(/selector/i);
      expect(() => engine.open(viewQuerySchema.parse(query), all)).toThrow(
        /selector/i,
      );
    }
  });

  it('bears rows that a view cannot, and says whose they are', async () => {
    const { inventory, read, engine } = setUp();
    inventory.put(
      'pods',
      pod({ uid: 'fine' }),
      pod({ uid: 'odd', cluster: 'b', labels: undefined }),
    );
    const query = { view: 'pods.list', params: { selector: 'app!=web' } };
    const answer = await read(query);
    expect(answer.rows.map((row: any) => row.uid)).toEqual(['fine']);
    expect(answer.coverage.failed).toEqual([
      {
        cluster: 'b',
        reason: 'degraded',
        message: expect.stringContaining('Some rows could not be looked at'),
      },
    ]);
    const open = engine.open(viewQuerySchema.parse(query), all);
    inventory.put('pods', pod({ uid: 'late' }));
    expect(engine.answer(open).total).toBe(2);
  });

  it('shows nothing of 20,000 rows before it has found them, and then all', async () => {
    const { inventory, engine } = setUp();
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) =>
        pod({ uid: `u${String(from + i).padStart(6, '0')}` }),
      );
    inventory.put('pods', ...many(0, 20_000));
    const open = engine.open(viewQuerySchema.parse({ view: 'pods.list' }), all);
    const told: number[] = [];
    const ready = new Promise<void>(resolve => {
      const look = () => {
        if (!open.isReady()) return;
        told.push(engine.answer(open).total);
        if (told.at(-1) === 20_002) resolve();
      };
      engine.onChange(look);
      look();
    });
    // Before, while or after it is looked for: each counts once.
    inventory.put('pods', ...many(20_000, 1));
    await new Promise(resolve => setImmediate(resolve));
    inventory.put('pods', ...many(20_001, 1));
    await ready;
    expect(Math.min(...told)).toBeGreaterThanOrEqual(20_000);
    expect(engine.answer(open).rows[0]).toMatchObject({ uid: 'u000000' });
    open.release();
  });

  it('shares one live question among viewers who may see the same, and no further', () => {
    const { engine } = setUp();
    const query = viewQuerySchema.parse({ view: 'pods.list' });
    const one = engine.open(query, all);
    const two = engine.open(query, { ...all, ref: 'user:default/other' });
    const three = engine.open(query, shopOnly);
    expect(two.live).toBe(one.live);
    expect(three.live).not.toBe(one.live);
  });

  it('takes in a cluster that is added later', async () => {
    const { inventory, read } = setUp(['a']);
    await read({ view: 'pods.list' });
    inventory.addCluster('c');
    inventory.put('clusters', connection('c'));
    inventory.put(namespacesResource.id, namespace('c', 'shop'));
    inventory.put('pods', pod({ uid: '9', cluster: 'c' }));
    expect((await read({ view: 'pods.list' })).total).toBe(1);
    expect((await read({ view: 'clusters.health' })).rows).toHaveLength(2);
  });
});
