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
  clusterRequestsView,
  namespaceRequestsView,
  nodeConditionsView,
  nodeLoadView,
  nodeMapView,
  nodeStatusView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { viewsOfTwoClusters } from './__testUtils__/viewsOfTwoClusters';

const node = (uid: string, fields: object = {}) => ({
  uid,
  namespace: '',
  ready: true,
  schedulable: true,
  pressures: [],
  cpu: 4,
  memory: 1000,
  gpus: 0,
  podCapacity: 110,
  ...fields,
});

const pod = (uid: string, fields: object = {}) => ({
  uid,
  phase: 'Running',
  status: 'Running',
  labels: {},
  restarts: 0,
  cpuRequest: 1,
  memoryRequest: 100,
  gpuRequest: 0,
  node: 'n1',
  ...fields,
});

describe('views of nodes', () => {
  let fleet: ReturnType<typeof viewsOfTwoClusters>;

  beforeEach(() => {
    fleet = viewsOfTwoClusters();
    fleet.put(
      'nodes',
      node('n10'),
      node('n2', { schedulable: false, severity: 'warning' }),
      node('n1', {
        ready: false,
        pressures: ['DiskPressure'],
        since: { Ready: 5 },
        severity: 'error',
      }),
      node('silent', {
        ready: undefined,
        severity: 'error',
        since: { Ready: 9 },
      }),
      node('full', {
        pressures: ['MemoryPressure'],
        severity: 'warning',
        since: { MemoryPressure: 7 },
      }),
    );
  });

  afterEach(() => fleet.stop());

  it('put every node on the map by what is worst of it, as many as node status counts', async () => {
    const { rows, summary } = await fleet.read(nodeMapView.id);
    expect(rows).toEqual([
      {
        cluster: 'a',
        nodes: [
          { name: 'n1', standing: 'notReady' },
          { name: 'silent', standing: 'unknown' },
          { name: 'full', standing: 'pressure' },
          { name: 'n2', standing: 'cordoned' },
          { name: 'n10', standing: 'ready' },
        ],
      },
      { cluster: 'b', nodes: [] },
    ]);
    expect(summary).toEqual({
      nodes: 5,
      notReady: 1,
      unknown: 1,
      pressure: 1,
      cordoned: 1,
      ready: 1,
    });
    const status = await fleet.read(nodeStatusView.id);
    expect(status.summary).toMatchObject({ nodes: 5, notReady: 1, unknown: 1 });
  });

  it('leave a cluster off the map whose nodes were never read', async () => {
    fleet.setUnknown('b', 'nodes');
    const { rows, coverage } = await fleet.read(nodeMapView.id);
    expect(rows.map(({ cluster }: any) => cluster)).toEqual(['a']);
    expect(coverage.failed).toMatchObject([{ cluster: 'b' }]);
  });

  it('tell how much of each node is asked for, by whomever', async () => {
    fleet.put(
      'pods',
      pod('p'),
      pod('q', { namespace: 'hidden', memoryRequest: 500 }),
      pod('over', { phase: 'Succeeded' }),
      pod('waits', { node: '' }),
    );
    const load = async () =>
      Object.fromEntries(
        (await fleet.read(nodeLoadView.id)).rows[0].nodes.map((it: any) => [
          it.name,
          [it.cpu, it.memory],
        ]),
      );
    expect(await load()).toMatchObject({ n1: [50, 60], n10: [0, 0] });
    fleet.put('nodes', node('n10', { cpu: 0 }));
    fleet.pass(2_000);
    expect(await load()).toMatchObject({ n10: [undefined, 0] });
  });

  it('say nothing of what is asked for while pods were not read', async () => {
    fleet.setUnknown('a', 'pods');
    const { rows } = await fleet.read(nodeLoadView.id);
    expect(rows[0].nodes[0]).toEqual({ name: 'n1', standing: 'notReady' });
  });

  it('list nodes by condition, the newest trouble first', async () => {
    const names = async (params: object, sort?: string) =>
      (
        await fleet.read(nodeConditionsView.id, {
          params: params as any,
          window: { sort },
        })
      ).rows.map(({ name }: any) => name);
    expect(await names({ onlyTroubled: true })).toEqual([
      'silent',
      'n1',
      'full',
      'n2',
    ]);
    expect(await names({}, 'since')).toEqual([
      'silent',
      'full',
      'n1',
      'n10',
      'n2',
    ]);
    const { summary } = await fleet.read(nodeConditionsView.id);
    expect(summary).toEqual({
      ready: 3,
      notReady: 1,
      unknown: 1,
      memoryPressure: 1,
      diskPressure: 1,
      pidPressure: 0,
      networkUnavailable: 0,
      cordoned: 1,
    });
  });

  it('compare requests with use, and leave the use out where none is measured', async () => {
    const usage = (uid: string, fields: object = {}) => ({
      uid,
      cpu: 0.25,
      memory: 300,
      ...fields,
    });
    fleet.put(
      'pods',
      pod('p'),
      pod('q', { namespace: 'data', cpuRequest: 3 }),
      pod('r', { namespace: 'hidden' }),
      pod('over', { phase: 'Failed' }),
      pod('elsewhere', { cluster: 'b', cpuRequest: 7 }),
    );
    fleet.put(
      'metrics.pods',
      usage('p'),
      usage('r', { namespace: 'hidden', cpu: 2 }),
    );
    fleet.setUnknown('b', 'metrics.pods');

    const namespaces = await fleet.read(namespaceRequestsView.id);
    expect(namespaces.rows).toEqual([
      {
        cluster: 'a',
        namespace: 'shop',
        pods: 1,
        measured: 1,
        cpuRequested: 1,
        cpuUsed: 0.25,
        memoryRequested: 100,
        memoryUsed: 300,
      },
      {
        cluster: 'a',
        namespace: 'data',
        pods: 1,
        measured: 0,
        cpuRequested: 3,
        memoryRequested: 100,
      },
      {
        cluster: 'b',
        namespace: 'shop',
        pods: 1,
        cpuRequested: 7,
        memoryRequested: 100,
      },
    ]);

    const clusters = await fleet.read(clusterRequestsView.id);
    expect(clusters.rows[0]).toMatchObject({
      cluster: 'a',
      pods: 3,
      cpuRequested: 5,
      cpuUsed: 2.25,
    });
    expect(clusters.summary).toMatchObject({
      clusters: 2,
      usedClusters: 1,
      cpuRequested: 5,
      cpuUsed: 2.25,
    });
    fleet.put('clusters', {
      uid: 'a',
      namespace: '',
      title: 'Cluster a',
    });
    const capacity = await fleet.read(capacityView.id);
    expect(capacity.rows[0].cpuRequested).toBe(5);
  });
});
