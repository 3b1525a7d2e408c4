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
import { cronJobs } from './cronJobs';
import { daemonSets } from './daemonSets';
import { jobs } from './jobs';
import { nodeMetrics, podMetrics } from './metrics';
import { pods } from './pods';
import { resourceQuotas } from './resourceQuotas';
import { statefulSets } from './statefulSets';

function project(resource: WatchedResource<any>, object: unknown): any {
  return resource.project(object as object, {
    cluster: 'east',
    intern: text => text,
  });
}

function recorded(resource: WatchedResource<any>): any[] {
  const file = `../../__fixtures__/kube-1.36/list/${resource.plural}.json`;
  const { body } = JSON.parse(readFileSync(join(__dirname, file), 'utf8'));
  return body.items.map((item: unknown) => project(resource, item));
}

const metadata = { uid: 'u', name: 'w', namespace: 'n', generation: 2 };

describe('workloads', () => {
  it('projects the recorded ones', () => {
    const rows = [statefulSets, daemonSets, jobs, cronJobs].flatMap(recorded);
    expect(
      rows.map(row => [
        row.kind,
        row.name,
        row.status,
        row.replicas,
        row.available,
        row.schedule,
      ]),
    ).toEqual([
      ['StatefulSet', 'postgres', 'Degraded', 2, 1, undefined],
      ['DaemonSet', 'node-agent', 'Available', 3, 3, undefined],
      ['Job', 'migrate-fails', 'Failed', 1, 0, undefined],
      ['Job', 'migrate', 'Complete', 1, 1, undefined],
      ['Job', 'report-29920318', 'Complete', 1, 1, undefined],
      [
        'CronJob',
        'paused',
        'Suspended',
        undefined,
        undefined,
        '0 3 * * * (Europe/Berlin)',
      ],
      ['CronJob', 'report', 'Scheduled', undefined, undefined, '*/2 * * * *'],
    ]);
  });

  it('tell when the recorded Jobs began and ended', () => {
    const complete = recorded(jobs).filter(
      ({ status }: any) => status === 'Complete',
    );
    expect(complete.length).toBeGreaterThan(0);
    for (const { created, started, changed } of complete) {
      expect(started).toBeGreaterThanOrEqual(created);
      expect(changed).toBeGreaterThan(started);
    }
  });

  const allThere = {
    observedGeneration: 2,
    replicas: 3,
    availableReplicas: 3,
    updatedReplicas: 3,
    currentRevision: 'a',
    updateRevision: 'a',
  };
  it.each<[string, object, object, string, string | undefined]>([
    ['all there', {}, allThere, 'Available', undefined],
    [
      'a new generation',
      {},
      { ...allThere, observedGeneration: 1 },
      'Progressing',
      'progress',
    ],
    [
      'a new revision',
      {},
      { ...allThere, updateRevision: 'b' },
      'Progressing',
      'progress',
    ],
    [
      'a new revision that people roll out by hand',
      { updateStrategy: { type: 'OnDelete' } },
      { ...allThere, updateRevision: 'b' },
      'Available',
      undefined,
    ],
    [
      'a partition that is reached',
      { updateStrategy: { rollingUpdate: { partition: 2 } } },
      { ...allThere, updateRevision: 'b', updatedReplicas: 1 },
      'Available',
      undefined,
    ],
    [
      'pods still to be made',
      {},
      { ...allThere, replicas: 1, availableReplicas: 1 },
      'Progressing',
      'progress',
    ],
    [
      'a pod that does not start',
      {},
      { ...allThere, replicas: 1, availableReplicas: 0 },
      'Degraded',
      'error',
    ],
    [
      'a pod missing',
      {},
      { ...allThere, availableReplicas: 2 },
      'Degraded',
      'warning',
    ],
    [
      'none wanted',
      { replicas: 0 },
      { observedGeneration: 2 },
      'Scaled to zero',
      undefined,
    ],
  ])('reads a StatefulSet with %s', (_, spec, status, word, severity) => {
    const row = project(statefulSets, {
      metadata,
      spec: { replicas: 3, ...spec },
      status,
    });
    expect([row.status, row.severity]).toEqual([word, severity]);
  });

  it.each<[string, object, string, string | undefined]>([
    ['an old generation', { observedGeneration: 1 }, 'Progressing', 'progress'],
    ['old pods', { updatedNumberScheduled: 1 }, 'Progressing', 'progress'],
    ['a node without', { numberAvailable: 1 }, 'Degraded', 'warning'],
    ['no node at all', { desiredNumberScheduled: 0 }, 'Available', undefined],
  ])('reads a DaemonSet with %s', (_, status, word, severity) => {
    const row = project(daemonSets, {
      metadata,
      status: {
        observedGeneration: 2,
        desiredNumberScheduled: 2,
        updatedNumberScheduled: 2,
        numberAvailable: 2,
        ...status,
      },
    });
    expect([row.status, row.severity]).toEqual([word, severity]);
  });

  it.each<[string, object, object, string, string | undefined]>([
    ['that runs', {}, { active: 1 }, 'Running', undefined],
    ['that tries again', {}, { active: 1, failed: 2 }, 'Running', 'warning'],
    ['that waits', { suspend: true }, {}, 'Suspended', undefined],
  ])('reads a Job %s', (_, spec, status, word, severity) => {
    const row = project(jobs, { metadata, spec, status });
    expect([row.status, row.severity]).toEqual([word, severity]);
  });

  it('takes the owner from the annotation, else from the label', () => {
    const label = { 'backstage.io/owner': 'of-label' };
    const ofLabel = { ...metadata, labels: label };
    const both = {
      ...ofLabel,
      annotations: { 'backstage.io/owner': 'of-annotation' },
    };
    expect(project(jobs, { metadata: ofLabel }).owner).toBe('of-label');
    expect(project(jobs, { metadata: both }).owner).toBe('of-annotation');
  });
});

describe('pods of workloads', () => {
  const owned = (kind: string, name: string, labels = {}) =>
    project(pods, {
      metadata: {
        ...metadata,
        labels,
        ownerReferences: [{ kind, name, controller: true }],
      },
    });

  it.each([
    [
      'ReplicaSet',
      'web-5c9',
      { 'pod-template-hash': '5c9' },
      'Deployment',
      'web',
    ],
    ['ReplicaSet', 'alone', {}, 'ReplicaSet', 'alone'],
    [
      'ReplicaSet',
      'web-1',
      { 'pod-template-hash': '5c9' },
      'ReplicaSet',
      'web-1',
    ],
    ['Job', 'nightly-1', {}, 'Job', 'nightly-1'],
  ])('finds that of %s %s with %j', (kind, name, labels, ofKind, workload) => {
    const row = owned(kind, name, labels);
    expect([row.workloadKind, row.workload]).toEqual([ofKind, workload]);
    expect([row.ownerKind, row.owner]).toEqual([kind, name]);
  });

  it('share one set of equal labels', () => {
    const one = owned('Job', 'a', { app: 'web', tier: 'front' });
    const other = owned('Job', 'b', { app: 'web', tier: 'front' });
    expect(one.labels).toEqual({ app: 'web', tier: 'front' });
    expect(one.labels).toBe(other.labels);
    expect(Object.isFrozen(one.labels)).toBe(true);
  });
});

describe('quotas', () => {
  it('projects the recorded one', () => {
    expect(recorded(resourceQuotas)[0].items).toEqual([
      { resource: 'pods', hard: 40, used: 6 },
      { resource: 'requests.cpu', hard: 20, used: 0.95 },
      { resource: 'requests.memory', hard: 40 * 2 ** 30, used: 1280 * 2 ** 20 },
    ]);
  });

  it('does not call uncounted what is unused', () => {
    const row = project(resourceQuotas, {
      metadata,
      spec: { hard: { pods: '4' } },
    });
    expect(row.items).toEqual([{ resource: 'pods', hard: 4 }]);
  });
});

describe('metrics', () => {
  const polling = (
    answer: (path: string) => unknown,
    namespaces?: string[],
  ) => {
    const asked: string[] = [];
    const context: any = {
      connection: {
        cluster: 'east',
        get: async (path: string) => {
          asked.push(path);
          return answer(path);
        },
      },
      namespaces,
      signal: new AbortController().signal,
      intern: (text: string) => text,
    };
    return { asked, context };
  };
  const usage = (cpu: string, memory: string) => ({ usage: { cpu, memory } });
  const measured = { timestamp: '2026-01-01T00:00:00Z', window: '1m20.5s' };

  it('adds up the containers of pods', async () => {
    const { asked, context } = polling(() => ({
      items: [
        {
          metadata: { name: 'p', namespace: 'n' },
          ...measured,
          containers: [usage('153000000n', '812Mi'), usage('2500u', '1Ki')],
        },
      ],
    }));
    expect(await podMetrics.poll(context)).toEqual([
      {
        uid: 'n/p',
        cluster: 'east',
        namespace: 'n',
        name: 'p',
        cpu: 0.1555,
        memory: 812 * 2 ** 20 + 1024,
        measured: Date.parse(measured.timestamp),
        window: 80_500,
      },
    ]);
    expect(asked).toEqual(['/apis/metrics.k8s.io/v1beta1/pods']);
  });

  it('asks for the namespaces that the credential reads', async () => {
    const { asked, context } = polling(() => ({ items: null }), ['a', 'b']);
    expect(await podMetrics.poll(context)).toEqual([]);
    expect(asked).toEqual([
      '/apis/metrics.k8s.io/v1beta1/namespaces/a/pods',
      '/apis/metrics.k8s.io/v1beta1/namespaces/b/pods',
    ]);
  });

  it('reads the use of nodes', async () => {
    const { context } = polling(() => ({
      items: [{ metadata: { name: 'n1' }, ...measured, ...usage('2', '1Gi') }],
    }));
    expect(await nodeMetrics.poll(context)).toMatchObject([
      { uid: 'n1', namespace: '', cpu: 2, memory: 2 ** 30 },
    ]);
  });
});
