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
  capacityView,
  clustersHealthView,
  deploymentsView,
  eventsTimelineView,
  eventsView,
  namespacesView,
  nodeStatusView,
  podsView,
  resourceQuotasView,
  rolloutsView,
  topPodsView,
  warningReasonsView,
  ViewQueryInput,
  viewQuerySchema,
  workloadsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { NamespaceDirectory } from '../../permissions/NamespaceDirectory';
import { MemoryInventory } from '../../testing/MemoryInventory';
import { ViewEngine } from '../ViewEngine';
import { coreViews } from './coreViews';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Row = Record<string, unknown> & { uid: string };

/** A row of cluster `a` in the namespace `shop`, unless it says otherwise. */
function row(fields: Row): any {
  return { cluster: 'a', namespace: 'shop', name: fields.uid, ...fields };
}

const pod = (fields: Row) =>
  row({
    phase: 'Running',
    status: 'Running',
    labels: {},
    restarts: 0,
    cpuRequest: 0.5,
    memoryRequest: 100,
    gpuRequest: 0,
    ...fields,
  });

const workload = (fields: Row) =>
  row({
    kind: 'Deployment',
    status: 'Available',
    labels: {},
    created: 0,
    ...fields,
  });

const node = (fields: Row) =>
  row({
    namespace: '',
    ready: true,
    schedulable: true,
    pressures: [],
    cpu: 4,
    memory: 1000,
    gpus: 1,
    podCapacity: 110,
    ...fields,
  });

const event = (fields: Row) =>
  row({
    type: 'Warning',
    reason: 'BackOff',
    count: 1,
    objectKind: 'Pod',
    objectName: 'p',
    ...fields,
  });

function setUp() {
  const inventory = new MemoryInventory(['a', 'b']);
  let now = 100 * HOUR;
  const engine = new ViewEngine({
    inventory,
    directory: new NamespaceDirectory(inventory),
    views: coreViews,
    now: () => now,
  });
  const visible = new Set(['shop', 'data']);
  const viewer = {
    ref: 'user:default/ada',
    key: 'ada',
    cluster: () => true,
    namespace: (_: string, name: string) => visible.has(name),
  };
  for (const cluster of ['a', 'b']) {
    inventory.put(
      'clusters',
      row({
        uid: cluster,
        cluster,
        namespace: '',
        title: `Cluster ${cluster}`,
      }),
    );
    for (const name of ['shop', 'data', 'hidden']) {
      inventory.put(
        'namespaces',
        row({
          uid: name,
          cluster,
          namespace: name,
          phase: 'Active',
          labels: {},
          created: 1,
        }),
      );
    }
  }
  const read = async (query: ViewQueryInput) =>
    (await engine.read(viewQuerySchema.parse(query), viewer)) as any;
  return {
    inventory,
    engine,
    viewer,
    read,
    names: async (view: string, params: object, window = {}) =>
      (await read({ view, params: params as any, window })).rows.map(
        ({ name }: any) => name,
      ),
    unknown: (cluster: string, resource: string) =>
      inventory.setState(cluster, resource, {
        phase: 'failed',
        known: false,
        since: 0,
        reason: 'not-installed',
      }),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    now: () => now,
    visible,
    stop: () => engine.stop(),
  };
}

describe('core views', () => {
  let fleet: ReturnType<typeof setUp>;
  beforeEach(() => {
    fleet = setUp();
  });
  afterEach(() => {
    fleet.stop();
    jest.useRealTimers();
  });

  it('tells capacity for the whole cluster, and use only where it is measured', async () => {
    const { inventory, read, unknown } = fleet;
    inventory.put(
      'nodes',
      node({ uid: 'n' }),
      node({ uid: 'm', cluster: 'b' }),
    );
    inventory.put(
      'pods',
      pod({ uid: 'p' }),
      pod({ uid: 'q', namespace: 'hidden' }),
      pod({ uid: 'over', phase: 'Succeeded' }),
    );
    inventory.put(
      'metrics.nodes',
      row({ uid: 'n', namespace: '', cpu: 0.1, memory: 10 }),
    );
    unknown('b', 'metrics.nodes');
    const { rows, summary, coverage } = await read({ view: capacityView.id });
    expect(rows).toEqual([
      {
        cluster: 'a',
        title: 'Cluster a',
        cpuAllocatable: 4,
        cpuRequested: 1,
        cpuUsed: 0.1,
        memoryAllocatable: 1000,
        memoryRequested: 200,
        memoryUsed: 10,
        gpusAllocatable: 1,
        gpusRequested: 0,
        podCapacity: 110,
        pods: 2,
      },
      expect.not.objectContaining({ cpuUsed: expect.anything() }),
    ]);
    expect(summary).toMatchObject({
      clusters: 2,
      usedClusters: 1,
      cpuUsed: 0.1,
    });
    expect(coverage).toMatchObject({
      answered: 2,
      failed: [{ cluster: 'b', message: 'Use of nodes cannot be read' }],
    });
  });

  it('counts deployments as down by where their rollouts stand, as their list does', async () => {
    const { inventory, read } = fleet;
    const lacking = { replicas: 3, available: 1 };
    inventory.put(
      'deployments',
      workload({ uid: 'fine', status: 'Available' }),
      workload({ uid: 'short', status: 'Degraded', ...lacking }),
      workload({ uid: 'stuck', status: 'Failed' }),
      workload({ uid: 'moving', status: 'Progressing', ...lacking }),
      workload({ uid: 'halted', status: 'Paused', ...lacking }),
    );
    const { summary } = await read({ view: clustersHealthView.id });
    expect(summary).toMatchObject({
      deployments: 5,
      deploymentsUnavailable: 2,
    });
    expect((await read({ view: deploymentsView.id })).summary).toMatchObject({
      degraded: 1,
      failed: 1,
    });
  });

  it('counts how nodes stand', async () => {
    const { inventory, read, unknown } = fleet;
    inventory.put(
      'nodes',
      node({ uid: 'a' }),
      node({ uid: 'b', ready: undefined }),
      node({
        uid: 'c',
        ready: false,
        schedulable: false,
        pressures: ['DiskPressure'],
      }),
    );
    unknown('b', 'nodes');
    const { rows, summary } = await read({ view: nodeStatusView.id });
    const counts = {
      nodes: 3,
      ready: 1,
      notReady: 1,
      unknown: 1,
      cordoned: 1,
      pressure: 1,
    };
    expect(rows).toEqual([
      { cluster: 'a', title: 'Cluster a', ...counts },
      { cluster: 'b', title: 'Cluster b' },
    ]);
    expect(summary).toEqual(counts);
  });

  it('shows a row for each namespace that may be read, troubled first, and follows changes', async () => {
    const { inventory, read } = fleet;
    inventory.put(
      'pods',
      pod({ uid: 'p', namespace: 'shop', severity: 'error' }),
    );
    inventory.put('deployments', workload({ uid: 'd', severity: 'warning' }));
    inventory.put('jobs', workload({ uid: 'j', kind: 'Job' }));
    inventory.put(
      'resourcequotas',
      row({
        uid: 'quota',
        items: [
          { resource: 'pods', hard: 10, used: 9 },
          { resource: 'requests.cpu', hard: 4, used: 1 },
          { resource: 'services', hard: 0, used: 0 },
          { resource: 'secrets', hard: 1 },
        ],
      }),
    );
    const query = { view: namespacesView.id, scope: { clusters: ['a'] } };
    const before = await read(query);
    expect(before.rows).toEqual([
      {
        cluster: 'a',
        namespace: 'shop',
        phase: 'Active',
        pods: 1,
        podErrors: 1,
        podWarnings: 0,
        workloads: 2,
        workloadsTroubled: 1,
        cpuRequest: 0.5,
        memoryRequest: 100,
        quota: { resource: 'pods', used: 9, hard: 10 },
        created: 1,
      },
      expect.objectContaining({ namespace: 'data', pods: 0, quota: undefined }),
    ]);
    expect(before.summary).toEqual({
      namespaces: 2,
      troubled: 1,
      owned: 0,
      terminating: 0,
    });

    inventory.put(
      'pods',
      pod({ uid: 'p', severity: undefined }),
      pod({ uid: 'q', namespace: 'data', severity: 'error' }),
    );
    inventory.remove('deployments', 'a', 'd');
    inventory.remove('namespaces', 'a', 'shop');
    const after = await read(query);
    expect(after.rows).toEqual([
      expect.objectContaining({ namespace: 'data', podErrors: 1 }),
    ]);
    expect(after.total).toBe(1);
  });

  it('leaves out figures of a namespace whose kind was never read', async () => {
    const { read, unknown } = fleet;
    unknown('a', 'cronjobs');
    const { rows } = await read({
      view: namespacesView.id,
      scope: { clusters: ['a'] },
    });
    expect(rows[0]).not.toHaveProperty('workloads');
    expect(rows[0]).toHaveProperty('pods', 0);
  });

  it('takes the owner of a namespace from its annotation, its label, then the catalog', async () => {
    const { inventory, read } = fleet;
    const namespace = (name: string, fields: object) =>
      row({
        uid: name,
        namespace: name,
        phase: 'Active',
        labels: {},
        created: 1,
        ...fields,
      });
    const label = { 'backstage.io/owner': 'data-team' };
    const inCatalog = (name: string) =>
      row({ uid: name, namespace: name, owner: 'group:default/catalog' });
    inventory.put('owners.namespaces', inCatalog('shop'), inCatalog('data'));
    const ofShop = async () => {
      const { rows } = await read({
        view: namespacesView.id,
        scope: { clusters: ['a'], namespaces: ['shop'] },
      });
      return [rows[0].owner, rows[0].ownerSource];
    };
    expect(await ofShop()).toEqual(['group:default/catalog', 'catalog']);
    inventory.put('namespaces', namespace('shop', { labels: label }));
    expect(await ofShop()).toEqual(['group:default/data-team', 'label']);
    inventory.put(
      'namespaces',
      namespace('shop', { labels: label, owner: 'Group:Shop' }),
    );
    expect(await ofShop()).toEqual(['group:default/shop', 'annotation']);
    const owned = await read({
      view: namespacesView.id,
      params: { owner: 'group:shop' },
    });
    expect(owned.rows.map((found: any) => found.namespace)).toEqual(['shop']);
  });

  it('hides namespaces of the system', async () => {
    const { inventory, read, visible } = fleet;
    visible.add('kube-system');
    inventory.put(
      'namespaces',
      row({
        uid: 'k',
        namespace: 'kube-system',
        phase: 'Active',
        labels: {},
        created: 1,
      }),
    );
    const names = async (params: object) =>
      (
        await read({
          view: namespacesView.id,
          params: params as any,
          scope: { clusters: ['a'] },
        })
      ).rows.map((found: any) => found.namespace);
    expect(await names({})).toEqual(['data', 'kube-system', 'shop']);
    expect(await names({ hideSystem: true })).toEqual(['data', 'shop']);
  });

  it('lists workloads of all kinds as one collection', async () => {
    const { inventory, names, read } = fleet;
    inventory.put(
      'deployments',
      workload({
        uid: 'web',
        labels: { app: 'web' },
        owner: 'group:default/shop',
      }),
    );
    inventory.put(
      'statefulsets',
      workload({
        uid: 'db',
        kind: 'StatefulSet',
        severity: 'error',
        labels: { app: 'db' },
      }),
    );
    inventory.put(
      'cronjobs',
      workload({ uid: 'nightly', kind: 'CronJob', namespace: 'hidden' }),
    );
    const view = workloadsView.id;
    expect(await names(view, {})).toEqual(['db', 'web']);
    expect(await names(view, { kinds: ['Deployment'] })).toEqual(['web']);
    expect(await names(view, { onlyTroubled: true })).toEqual(['db']);
    expect(await names(view, { selector: 'app in (web, x)' })).toEqual(['web']);
    expect(await names(view, { owner: 'shop' })).toEqual(['web']);
    expect(await names(view, { name: 'db' })).toEqual(['db']);
    inventory.put(
      'daemonsets',
      workload({ uid: 'agent', kind: 'DaemonSet', severity: 'progress' }),
    );
    inventory.remove('statefulsets', 'a', 'db');
    const { rows, summary } = await read({ view });
    expect(rows.map(({ name }: any) => name)).toEqual(['agent', 'web']);
    expect(summary).toEqual({
      workloads: 2,
      errors: 0,
      warnings: 0,
      progress: 1,
    });
  });

  it('lets rollouts go when they ended long enough ago, though nothing changed', async () => {
    jest.useFakeTimers();
    const { inventory, names, pass, now, engine, viewer } = fleet;
    inventory.put(
      'deployments',
      workload({ uid: 'fresh', changed: now() - 30 * MINUTE }),
      workload({ uid: 'old', changed: now() - 3 * HOUR }),
      workload({ uid: 'stuck', status: 'Failed', changed: now() - 90 * HOUR }),
      workload({ uid: 'moving', status: 'Progressing', changed: now() }),
      workload({ uid: 'paused', status: 'Paused', changed: 0 }),
    );
    const fresh = ['stuck', 'moving', 'paused', 'fresh'];
    const params = { minutes: 60 };
    expect(await names(rolloutsView.id, params)).toEqual(fresh);
    const open = engine.open(
      viewQuerySchema.parse({ view: rolloutsView.id, params }),
      viewer,
    );
    engine.answer(open);
    const changed = jest.fn();
    const stop = engine.onChange(changed);
    pass(HOUR);
    await jest.advanceTimersByTimeAsync(HOUR);
    stop();
    open.release();
    expect(changed).toHaveBeenCalled();
    expect(await names(rolloutsView.id, params)).toEqual(fresh.slice(0, 3));
  });

  it('puts events into spans of time and counts the reasons of warnings', async () => {
    const { inventory, read, now } = fleet;
    const span = 2 * MINUTE;
    inventory.put(
      'events',
      event({ uid: '1', last: now() - 1 }),
      event({ uid: '2', last: now() - 2, type: 'Normal', reason: 'Pulled' }),
      event({ uid: '3', last: now() - 10 * MINUTE }),
      event({
        uid: '4',
        last: now() - 10 * MINUTE,
        reason: 'Failed',
        cluster: 'b',
      }),
      event({ uid: 'old', last: now() - 2 * HOUR }),
      event({ uid: 'unseen', last: now(), namespace: 'hidden' }),
    );
    const { rows, summary } = await read({ view: eventsTimelineView.id });
    expect(rows).toEqual([
      { cluster: 'a', start: now() - 10 * MINUTE, normal: 0, warnings: 1 },
      { cluster: 'b', start: now() - 10 * MINUTE, normal: 0, warnings: 1 },
      { cluster: 'a', start: now() - span, normal: 1, warnings: 1 },
    ]);
    expect(summary).toEqual({
      span,
      reasons: [
        { reason: 'BackOff', events: 2 },
        { reason: 'Failed', events: 1 },
      ],
    });
  });

  it('moves the timeline on with the time', async () => {
    const { inventory, read, pass, now } = fleet;
    inventory.put('events', event({ uid: '1', last: now() }));
    const count = async () =>
      (await read({ view: eventsTimelineView.id })).rows.length;
    expect(await count()).toBe(1);
    pass(HOUR + 5 * MINUTE);
    inventory.put('events', event({ uid: '2', cluster: 'b', last: 1 }));
    expect(await count()).toBe(0);
  });

  it('looks back as many minutes as it is told, the same in each view of events', async () => {
    jest.useFakeTimers();
    const { inventory, names, read, now, pass, engine, viewer } = fleet;
    const ago = (minutes: number) => now() - minutes * MINUTE;
    inventory.put(
      'events',
      event({ uid: 'ahead', last: ago(-10) }),
      event({ uid: 'new', last: ago(1) }),
      event({ uid: 'fifteen', last: ago(15) }),
      event({ uid: 'sixteen', last: ago(16), type: 'Normal' }),
      event({ uid: 'yesterday', last: ago(25 * 60) }),
    );
    const quarter = { minutes: 15 };
    const recent = ['ahead', 'new', 'fifteen'];
    expect(await names(eventsView.id, {})).toEqual([
      ...recent,
      'sixteen',
      'yesterday',
    ]);
    expect(await names(eventsView.id, quarter)).toEqual(recent);
    expect(await names(eventsView.id, { minutes: 7 * 24 * 60 })).toHaveLength(
      5,
    );
    expect(
      (await read({ view: warningReasonsView.id, params: quarter })).summary,
    ).toMatchObject({ events: 3 });
    const timeline = await read({
      view: eventsTimelineView.id,
      params: quarter,
    });
    expect(timeline.rows).toEqual(
      [15, 1, 0].map(minutes => ({
        cluster: 'a',
        start: ago(minutes),
        normal: 0,
        warnings: 1,
      })),
    );
    expect(timeline.summary).toMatchObject({ span: MINUTE });

    const open = engine.open(
      viewQuerySchema.parse({ view: eventsView.id, params: quarter }),
      viewer,
    );
    engine.answer(open);
    const changed = jest.fn();
    const stop = engine.onChange(changed);
    pass(MINUTE);
    await jest.advanceTimersByTimeAsync(MINUTE);
    stop();
    open.release();
    expect(changed).toHaveBeenCalled();
    expect(await names(eventsView.id, quarter)).toEqual(['ahead', 'new']);
  });

  it('finds events about objects and pods of a workload', async () => {
    const { inventory, names } = fleet;
    inventory.put(
      'events',
      event({ uid: '1', last: 3 }),
      event({ uid: '2', last: 2, objectKind: 'Job' }),
      event({ uid: '3', last: 1, objectName: 'other' }),
    );
    const about = { kind: 'Pod', name: 'p' };
    expect(await names(eventsView.id, { object: about })).toEqual(['1']);
    expect(
      await names(eventsView.id, {
        objects: [about, { kind: 'Job', name: 'p' }],
      }),
    ).toEqual(['1', '2']);
    inventory.put(
      'pods',
      pod({
        uid: 'p',
        workloadKind: 'Deployment',
        workload: 'web',
        ownerKind: 'ReplicaSet',
        owner: 'web-1',
        labels: { app: 'web' },
      }),
      pod({ uid: 'q', workloadKind: 'Job', workload: 'web' }),
    );
    const ofWorkload = (kind: string, name: string) =>
      names(podsView.id, { workload: { kind, name } });
    expect(await ofWorkload('Deployment', 'web')).toEqual(['p']);
    expect(await ofWorkload('ReplicaSet', 'web-1')).toEqual(['p']);
    expect(await names(podsView.id, { selector: '!app' })).toEqual(['q']);
  });

  it('sums use and quotas over what may be read', async () => {
    const { inventory, read } = fleet;
    inventory.put(
      'metrics.pods',
      row({ uid: 'p', cpu: 0.1, memory: 5 }),
      row({ uid: 'q', cpu: 0.2, memory: 1 }),
      row({ uid: 'r', namespace: 'hidden', cpu: 9, memory: 9 }),
    );
    const { rows, summary } = await read({ view: topPodsView.id });
    expect(rows.map(({ name }: any) => name)).toEqual(['q', 'p']);
    expect(summary).toEqual({ cpu: 0.3, memory: 6 });
    inventory.put(
      'resourcequotas',
      row({ uid: 'full', items: [{ resource: 'pods', hard: 1, used: 1 }] }),
      row({ uid: 'free', items: [{ resource: 'pods', hard: 2, used: 1 }] }),
    );
    expect((await read({ view: resourceQuotasView.id })).summary).toEqual({
      full: 1,
    });
  });
});
