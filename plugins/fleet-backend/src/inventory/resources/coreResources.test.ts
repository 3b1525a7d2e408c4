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

import { WatchedResource } from '@quarterdeck/backstage-plugin-fleet-node';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JsonReader } from '../json/JsonReader';
import { selectFields } from '../json/selectFields';
import { SharedStrings } from '../json/SharedStrings';
import { deployments } from './deployments';
import { events } from './events';
import { namespaces } from './namespaces';
import { nodes } from './nodes';
import { Pod } from './PodObject';
import { pods } from './pods';

function recorded(file: string): any {
  const path = join(__dirname, '../../__fixtures__/kube-1.36', file);
  return JSON.parse(readFileSync(path, 'utf8')).body;
}

/** What is left of an object when it is read from the wire for a projection. */
function readFields(object: unknown, fields: readonly string[]): any {
  const bytes = Buffer.from(JSON.stringify(object));
  const reader = new JsonReader(new SharedStrings());
  reader.reset(bytes, 0, bytes.length);
  return reader.read(selectFields(fields));
}

function project(resource: WatchedResource<any>, object: unknown): any {
  const fields = [
    'metadata.uid',
    'metadata.name',
    'metadata.namespace',
    ...resource.fields,
  ];
  return resource.project(readFields(object, fields), {
    cluster: 'east',
    intern: text => text,
  });
}

function rowsOf(resource: WatchedResource<any>, ...files: string[]): any[] {
  return files.flatMap(file =>
    recorded(file).items.map((item: unknown) => project(resource, item)),
  );
}

describe('pods', () => {
  it('says what kubectl says of every recorded pod', () => {
    const table = recorded('list/pods-table.json').rows.map((row: any) => {
      const [name, ready, status, restarts] = row.cells;
      return [name, ready, status, Number(restarts)];
    });
    const rows = rowsOf(pods, 'list/pods.json').map(row => [
      row.name,
      `${row.ready}/${row.containers}`,
      row.status,
      row.restarts,
    ]);
    expect(rows).toEqual(table);
    expect(rows).toHaveLength(6);
  });

  it('tells trouble from calm', () => {
    const rows = rowsOf(pods, 'paging/page-1.json', 'paging/page-2.json').map(
      row => [row.name.replace(/-[0-9a-f]+-.*$/, ''), row.status, row.severity],
    );
    expect(rows).toEqual([
      ['badimage', 'ErrImagePull', 'error'],
      ['badimage', 'ErrImagePull', 'error'],
      ['crasher', 'CrashLoopBackOff', 'error'],
      ['huge', 'Pending', 'warning'],
      ['migrate-fails-h2x9x', 'Error', 'error'],
      ['migrate-fails-jxkjd', 'Error', 'error'],
      ['oomer', 'Running', undefined],
      ['migrate-zsssc', 'Completed', undefined],
      ['postgres-0', 'Running', undefined],
      ['postgres-1', 'Pending', 'warning'],
    ]);
  });

  it('makes a whole row', () => {
    const [row] = rowsOf(pods, 'list/pods.json');
    const [{ metadata, spec }] = recorded('list/pods.json').items;
    expect(row).toEqual({
      uid: metadata.uid,
      cluster: 'east',
      namespace: 'shop',
      name: metadata.name,
      status: 'Running',
      phase: 'Running',
      severity: undefined,
      message: undefined,
      node: spec.nodeName,
      owner: metadata.ownerReferences[0].name,
      ownerKind: 'ReplicaSet',
      workload: 'api',
      workloadKind: 'Deployment',
      labels: metadata.labels,
      ready: 1,
      containers: 1,
      restarts: 0,
      lastRestart: undefined,
      cpuRequest: 0.25,
      memoryRequest: 268435456,
      gpuRequest: 0,
      created: Date.parse(metadata.creationTimestamp),
    });
  });

  const base: Pod = {
    metadata: { uid: 'u', name: 'p', namespace: 'n' },
    spec: { containers: [{ name: 'a' }] },
  };
  const waiting = (reason: string, message?: string) => ({
    state: { waiting: { reason, message } },
  });

  it.each<[string, Partial<Pod>, string, string | undefined]>([
    ['no status at all', {}, 'Unknown', 'error'],
    [
      'null containers',
      { spec: { containers: null as any }, status: { phase: 'Pending' } },
      'Pending',
      'progress',
    ],
    [
      'an init container that fails',
      {
        spec: { initContainers: [{ name: 'i' }], containers: [{ name: 'a' }] },
        status: {
          phase: 'Pending',
          initContainerStatuses: [
            { name: 'i', ...waiting('CrashLoopBackOff') },
          ],
        },
      },
      'Init:CrashLoopBackOff',
      'error',
    ],
    [
      'an init container that runs',
      {
        spec: { initContainers: [{ name: 'i' }, { name: 'j' }] },
        status: {
          phase: 'Pending',
          initContainerStatuses: [
            { name: 'i', state: { terminated: { exitCode: 0 } } },
            { name: 'j', state: { running: {} } },
          ],
        },
      },
      'Init:1/2',
      'progress',
    ],
    [
      'a signal',
      {
        status: {
          phase: 'Failed',
          containerStatuses: [
            { name: 'a', state: { terminated: { signal: 9, exitCode: 137 } } },
          ],
        },
      },
      'Signal:9',
      'error',
    ],
    [
      'an exit code without a reason',
      {
        status: {
          phase: 'Failed',
          containerStatuses: [
            { name: 'a', state: { terminated: { exitCode: 3 } } },
          ],
        },
      },
      'ExitCode:3',
      'error',
    ],
    [
      'eviction',
      { status: { phase: 'Failed', reason: 'Evicted' } },
      'Evicted',
      'error',
    ],
    [
      'deletion',
      {
        metadata: {
          ...base.metadata,
          deletionTimestamp: '2026-01-01T00:00:00Z',
        },
        status: { phase: 'Running' },
      },
      'Terminating',
      'progress',
    ],
    [
      'a running pod that is not ready',
      {
        status: {
          phase: 'Running',
          conditions: [{ type: 'Ready', status: 'False', message: 'not yet' }],
          containerStatuses: [{ name: 'a', state: { running: {} } }],
        },
      },
      'Running',
      'warning',
    ],
    [
      'a container that is being made',
      {
        status: {
          phase: 'Pending',
          containerStatuses: [{ name: 'a', ...waiting('ContainerCreating') }],
        },
      },
      'ContainerCreating',
      'progress',
    ],
  ])('bears %s', (_, part, status, severity) => {
    expect(project(pods, { ...base, ...part })).toMatchObject({
      status,
      severity,
    });
  });

  it('adds up requests as the scheduler does', () => {
    const requests = (cpu: string) => ({ resources: { requests: { cpu } } });
    const row = project(pods, {
      ...base,
      spec: {
        initContainers: [
          { name: 'sidecar', restartPolicy: 'Always', ...requests('100m') },
          { name: 'big', ...requests('2') },
        ],
        containers: [
          { name: 'a', ...requests('500m') },
          { name: 'b', ...requests('0.25') },
        ],
        overhead: { cpu: '10m' },
      },
    });
    expect(row.cpuRequest).toBeCloseTo(2.11);
  });
});

describe('nodes', () => {
  it('projects the recorded nodes', () => {
    const rows = rowsOf(nodes, 'list/nodes.json');
    const [node] = recorded('list/nodes.json').items;
    expect(rows).toHaveLength(recorded('list/nodes.json').items.length);
    expect(rows[0]).toMatchObject({
      name: node.metadata.name,
      namespace: '',
      status: 'Ready',
      ready: true,
      schedulable: true,
      severity: undefined,
      version: node.status.nodeInfo.kubeletVersion,
      cpu: Number(node.status.allocatable.cpu),
    });
  });

  it.each([
    [[['Ready', 'True']], undefined],
    [[['Ready', 'Unknown']], { Ready: 60_000 }],
    [
      [
        ['Ready', 'False'],
        ['PIDPressure', 'True'],
        ['DiskPressure', 'False'],
        ['Strange', 'True'],
      ],
      { Ready: 60_000, PIDPressure: 120_000 },
    ],
  ])('says of the conditions %j when what is wrong began', (list, since) => {
    const row = project(nodes, {
      metadata: { uid: 'u', name: 'n' },
      status: {
        conditions: list.map(([type, status], minute) => ({
          type,
          status,
          lastTransitionTime: new Date((minute + 1) * 60_000).toISOString(),
        })),
      },
    });
    expect(row.since).toEqual(since);
  });

  const condition = (type: string, status: string) => ({ type, status });
  it.each([
    [[condition('Ready', 'True')], false, 'Ready', undefined],
    [[condition('Ready', 'True')], true, 'Ready,SchedulingDisabled', 'warning'],
    [[condition('Ready', 'False')], false, 'NotReady', 'error'],
    [[condition('Ready', 'Unknown')], false, 'Unknown', 'error'],
    [[], false, 'Unknown', 'error'],
    [
      [condition('Ready', 'True'), condition('DiskPressure', 'True')],
      false,
      'Ready',
      'warning',
    ],
  ])(
    'says %j, cordoned %p, as %p',
    (conditions, cordoned, status, severity) => {
      expect(
        project(nodes, {
          metadata: { uid: 'u', name: 'n' },
          spec: { unschedulable: cordoned },
          status: { conditions },
        }),
      ).toMatchObject({ status, severity, schedulable: !cordoned });
    },
  );
});

describe('deployments', () => {
  it('projects the recorded deployments', () => {
    const rows = rowsOf(deployments, 'list/deployments.json');
    expect(
      rows.map(row => [row.name, row.status, row.replicas, row.available]),
    ).toEqual([
      ['badimage', 'Progressing', 2, 0],
      ['crasher', 'Degraded', 1, 0],
      ['huge', 'Progressing', 1, 0],
      ['oomer', 'Available', 1, 1],
      ['queue', 'Available', 1, 1],
      ['gpu-hungry', 'Progressing', 1, 0],
      ['llama-decode', 'Available', 1, 1],
      ['zero', 'Scaled to zero', 0, 0],
    ]);
  });

  const done = {
    observedGeneration: 2,
    replicas: 3,
    updatedReplicas: 3,
    readyReplicas: 3,
    availableReplicas: 3,
  };
  it.each<[string, object, object, string, string | undefined]>([
    ['all there', {}, done, 'Available', undefined],
    [
      'a new generation',
      {},
      { ...done, observedGeneration: 1 },
      'Progressing',
      'progress',
    ],
    [
      'old replicas left',
      {},
      { ...done, replicas: 4 },
      'Progressing',
      'progress',
    ],
    [
      'replicas missing',
      {},
      { ...done, availableReplicas: 2 },
      'Degraded',
      'warning',
    ],
    [
      'no replica left',
      {},
      { ...done, availableReplicas: 0 },
      'Degraded',
      'error',
    ],
    [
      'a deadline exceeded',
      {},
      {
        ...done,
        conditions: [{ type: 'Progressing', status: 'False', message: 'late' }],
      },
      'Failed',
      'error',
    ],
    ['a pause', { paused: true }, done, 'Paused', undefined],
    [
      'zero wanted',
      { replicas: 0 },
      { observedGeneration: 2 },
      'Scaled to zero',
      undefined,
    ],
  ])('reads %s', (_, spec, status, word, severity) => {
    const row = project(deployments, {
      metadata: { uid: 'u', name: 'd', namespace: 'n', generation: 2 },
      spec: { replicas: 3, ...spec },
      status,
    });
    expect([row.status, row.severity]).toEqual([word, severity]);
  });
});

describe('namespaces and events', () => {
  it('projects the recorded namespaces', () => {
    const rows = rowsOf(namespaces, 'list/namespaces.json');
    expect(rows.map(row => row.name)).toEqual(
      recorded('list/namespaces.json').items.map(
        (item: any) => item.metadata.name,
      ),
    );
    expect(rows.every(row => row.namespace === row.name)).toBe(true);
  });

  it('reads the owner of a namespace', () => {
    expect(
      project(namespaces, {
        metadata: {
          uid: 'u',
          name: 'n',
          annotations: {
            'backstage.io/owner': 'group:default/shop',
            other: 'x',
          },
        },
      }),
    ).toMatchObject({ owner: 'group:default/shop', phase: 'Unknown' });
  });

  it('projects the recorded events', () => {
    const items = recorded('list/events.json').items;
    const rows = rowsOf(events, 'list/events.json');
    expect(rows).toHaveLength(items.length);
    const index = items.findIndex((item: any) => item.lastTimestamp);
    expect(rows[index]).toEqual({
      uid: items[index].metadata.uid,
      cluster: 'east',
      namespace: items[index].metadata.namespace,
      name: items[index].metadata.name,
      type: items[index].type,
      reason: items[index].reason,
      message: items[index].message,
      objectKind: items[index].involvedObject.kind,
      objectName: items[index].involvedObject.name,
      source: items[index].source.component ?? items[index].reportingComponent,
      count: items[index].count ?? 1,
      first: Date.parse(items[index].firstTimestamp),
      last: Date.parse(items[index].lastTimestamp),
    });
    expect(rows.every(row => row.last >= row.first && row.first > 0)).toBe(
      true,
    );
  });

  it('reads a series', () => {
    expect(
      project(events, {
        metadata: { uid: 'u', name: 'e', namespace: 'n' },
        eventTime: '2026-01-01T00:00:00.000001Z',
        series: { count: 7, lastObservedTime: '2026-01-01T00:05:00.000000Z' },
        reportingComponent: 'scheduler',
      }),
    ).toMatchObject({
      count: 7,
      source: 'scheduler',
      first: Date.parse('2026-01-01T00:00:00Z'),
      last: Date.parse('2026-01-01T00:05:00Z'),
    });
  });
});
