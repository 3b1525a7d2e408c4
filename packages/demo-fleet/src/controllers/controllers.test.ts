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

import type { KubeObject } from '../store/ObjectStore';
import { KUBELET_ANNOTATION } from './kubelet/Kubelet';
import {
  container,
  createTestWorld,
  deployment,
  TestWorld,
} from './testing/createTestWorld';

const MINUTE = 60_000;

function podsOf({ world }: TestWorld): readonly KubeObject[] {
  return world.kinds.pods.list('shop');
}

function scale({ world, clock }: TestWorld, name: string, replicas: number) {
  const current = world.kinds.deployments.get('shop', name)!;
  world.kinds.deployments.update({
    ...current,
    spec: { ...current.spec, replicas },
  });
  clock.advance(30_000);
}

const reasonsAbout = ({ world }: TestWorld, kind: string) => [
  ...new Set(
    world.kinds.events
      .list('shop')
      .filter(({ involvedObject }) => involvedObject.kind === kind)
      .map(({ reason }) => reason),
  ),
];

describe('a deployment', () => {
  it('follows its number of replicas up and down within one ReplicaSet', () => {
    const test = createTestWorld();
    test.world.kinds.deployments.create(deployment('web', 2));
    test.clock.advance(30_000);
    scale(test, 'web', 5);
    expect(podsOf(test)).toHaveLength(5);
    scale(test, 'web', 1);
    expect(podsOf(test)).toHaveLength(1);
    expect(test.world.kinds.replicaSets.list('shop')).toHaveLength(1);
    const { conditions, ...counts } = test.world.kinds.deployments.get(
      'shop',
      'web',
    )!.status;
    expect(counts).toEqual({
      observedGeneration: 3,
      replicas: 1,
      updatedReplicas: 1,
      readyReplicas: 1,
      availableReplicas: 1,
      terminatingReplicas: 0,
    });
  });

  it('says that it does not get on once its deadline has passed', () => {
    const test = createTestWorld();
    test.world.kinds.deployments.create(
      deployment('web', 1, {
        annotations: { 'demo.quarterdeck.dev/behaviour': 'image-pull-error' },
      }),
    );
    test.clock.advance(11 * MINUTE);
    expect(
      test.world.kinds.deployments
        .get('shop', 'web')!
        .status.conditions.map(({ type, status, reason }: any) => [
          type,
          status,
          reason,
        ]),
    ).toEqual([
      ['Available', 'False', 'MinimumReplicasUnavailable'],
      ['Progressing', 'False', 'ProgressDeadlineExceeded'],
    ]);
    const [status] = podsOf(test)[0].status.containerStatuses;
    expect(status.state.waiting.reason).toMatch(
      /^(ErrImagePull|ImagePullBackOff)$/,
    );
    expect(reasonsAbout(test, 'Pod')).toEqual(
      expect.arrayContaining(['Scheduled', 'Pulling', 'Failed', 'BackOff']),
    );
  });
});

describe('a container that keeps crashing', () => {
  it('restarts ever more slowly, and says why it waits', () => {
    const test = createTestWorld();
    test.world.kinds.deployments.create(
      deployment('web', 1, {
        annotations: { 'demo.quarterdeck.dev/behaviour': 'crash-loop' },
      }),
    );
    test.clock.advance(3 * MINUTE);
    const early = podsOf(test)[0].status.containerStatuses[0].restartCount;
    test.clock.advance(20 * MINUTE);
    const [status] = podsOf(test)[0].status.containerStatuses;
    expect(early).toBeGreaterThanOrEqual(3);
    // Five minutes apart at the most.
    expect(status.restartCount - early).toBeGreaterThanOrEqual(4);
    expect(status.restartCount - early).toBeLessThanOrEqual(8);
    expect(status).toMatchObject({
      ready: false,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: { terminated: { exitCode: 1, reason: 'Error' } },
    });
    expect(status.state.waiting.message).toContain('back-off 5m0s restarting');
    const backOff = test.world.kinds.events
      .list('shop')
      .find(({ reason }) => reason === 'BackOff')!;
    expect(backOff.count).toBeGreaterThan(3);
  });

  it('is killed with 137 when it runs out of memory', () => {
    const test = createTestWorld();
    test.world.kinds.deployments.create(
      deployment('web', 1, {
        annotations: {
          'demo.quarterdeck.dev/behaviour': 'oom-killed',
          'demo.quarterdeck.dev/run-seconds': '30',
        },
      }),
    );
    test.clock.advance(50_000);
    expect(podsOf(test)[0].status.containerStatuses[0]).toMatchObject({
      restartCount: 1,
      lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
    });
  });
});

describe('the scheduler', () => {
  it('says why no node suits, and places the pod once one does', () => {
    const test = createTestWorld();
    test.world.kinds.nodes.update({
      ...test.world.kinds.nodes.get(undefined, 'node-1')!,
      spec: { taints: [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }] },
    });
    test.world.kinds.deployments.create(
      deployment('web', 1, {
        container: { resources: { requests: { cpu: '8', memory: '1Gi' } } },
      }),
    );
    test.clock.advance(10_000);
    const message =
      '0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint {gpu: yes}. no new claims to deallocate, preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.';
    expect(podsOf(test)[0].status.conditions).toMatchObject([
      {
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message,
      },
    ]);
    const failed = test.world.kinds.events
      .list('shop')
      .find(({ reason }) => reason === 'FailedScheduling');
    expect(failed).toMatchObject({ message, type: 'Warning' });

    const node = test.world.kinds.nodes.get(undefined, 'node-2')!;
    const resources = { cpu: '16', memory: '64Gi', pods: '110' };
    test.world.kinds.nodes.updateStatus(node, {
      ...node.status,
      allocatable: resources,
    });
    test.clock.advance(30_000);
    expect(podsOf(test)[0]).toMatchObject({
      metadata: { generation: 1 },
      spec: { nodeName: 'node-2' },
      status: { phase: 'Running' },
    });
  });

  it('moves evicted pods off a cordoned node', () => {
    const test = createTestWorld();
    test.world.kinds.deployments.create(deployment('web', 6));
    test.clock.advance(30_000);
    const node = test.world.kinds.nodes.get(undefined, 'node-1')!;
    test.world.kinds.nodes.update({
      ...node,
      spec: { ...node.spec, unschedulable: true },
    });
    test.clock.advance(1_000);
    expect(
      test.world.kinds.nodes.get(undefined, 'node-1')!.spec.taints,
    ).toMatchObject([
      { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
    ]);
    podsOf(test)
      .filter(({ spec }) => spec.nodeName === 'node-1')
      .forEach(pod => test.world.kinds.pods.delete(pod));
    test.clock.advance(30_000);
    expect(podsOf(test).map(({ spec }) => spec.nodeName)).toEqual(
      Array.from({ length: 6 }, () => 'node-2'),
    );
  });
});

describe('a node whose kubelet dies', () => {
  it('becomes unreachable, loses its pods to others, and comes back', () => {
    const test = createTestWorld();
    const { nodes } = test.world.kinds;
    test.world.kinds.deployments.create(deployment('web', 4));
    test.clock.advance(30_000);
    const setKubelet = (state: string) => {
      const node = nodes.get(undefined, 'node-1')!;
      const annotations = { [KUBELET_ANNOTATION]: state };
      nodes.update({ ...node, metadata: { ...node.metadata, annotations } });
    };
    const ready = () =>
      nodes
        .get(undefined, 'node-1')!
        .status.conditions.find(({ type }: any) => type === 'Ready');
    setKubelet('stopped');
    test.clock.advance(30_000);
    expect(ready().status).toBe('True');
    test.clock.advance(20_000);
    expect(ready()).toMatchObject({
      status: 'Unknown',
      reason: 'NodeStatusUnknown',
      message: 'Kubelet stopped posting node status.',
    });
    test.clock.advance(6 * MINUTE);
    const states = podsOf(test).map(({ metadata, spec }) => [
      spec.nodeName,
      metadata.deletionTimestamp !== undefined,
    ]);
    expect(states.filter(([node]) => node === 'node-1')).toEqual([
      ['node-1', true],
      ['node-1', true],
    ]);
    expect(states.filter(([node]) => node === 'node-2')).toHaveLength(4);
    setKubelet('running');
    test.clock.advance(MINUTE);
    expect(ready().status).toBe('True');
    expect(podsOf(test).map(({ spec }) => spec.nodeName)).toEqual([
      'node-2',
      'node-2',
      'node-2',
      'node-2',
    ]);
  });
});

describe('other workloads', () => {
  it('starts stateful pods in order, and stops them in reverse', () => {
    const test = createTestWorld();
    const { statefulSets } = test.world.kinds;
    const { spec, ...rest } = deployment('db', 3);
    const { strategy, ...specOfSet } = spec;
    statefulSets.create({ ...rest, spec: { ...specOfSet, serviceName: 'db' } });
    test.clock.advance(MINUTE);
    const set = statefulSets.get('shop', 'db')!;
    expect(set.status).toMatchObject({ replicas: 3, readyReplicas: 3 });
    statefulSets.update({ ...set, spec: { ...set.spec, replicas: 1 } });
    test.clock.advance(MINUTE);
    const changes = test.takeChanges();
    const order = (kind: 'ADDED' | 'DELETED') =>
      changes
        .filter(({ type, object }) => type === kind && object.kind === 'Pod')
        .map(({ object }) => object.metadata.name);
    expect(order('ADDED')).toEqual(['db-0', 'db-1', 'db-2']);
    expect(order('DELETED')).toEqual(['db-2', 'db-1']);
  });

  it('runs a daemon on every node, and on nodes that come later', () => {
    const test = createTestWorld();
    const { spec, ...rest } = deployment('agent', 1);
    const { replicas, strategy, ...specOfSet } = spec;
    test.world.kinds.daemonSets.create({ ...rest, spec: specOfSet });
    test.clock.advance(30_000);
    const { status, metadata } = test.world.kinds.nodes.list()[0];
    test.world.kinds.nodes.create({
      metadata: { name: 'node-3', labels: metadata.labels },
      spec: {},
      status,
    });
    test.clock.advance(30_000);
    expect(
      podsOf(test)
        .map(pod => pod.spec.nodeName)
        .sort(),
    ).toEqual(['node-1', 'node-2', 'node-3']);
    expect(test.world.kinds.daemonSets.get('shop', 'agent')!.status).toEqual({
      currentNumberScheduled: 3,
      numberMisscheduled: 0,
      desiredNumberScheduled: 3,
      numberReady: 3,
      observedGeneration: 1,
      updatedNumberScheduled: 3,
      numberAvailable: 3,
    });
  });

  it('starts jobs by the clock, and keeps the last three', () => {
    const test = createTestWorld();
    test.world.kinds.cronJobs.create({
      metadata: { name: 'report', namespace: 'shop' },
      spec: {
        schedule: '*/5 * * * *',
        jobTemplate: {
          spec: {
            template: {
              spec: { restartPolicy: 'Never', containers: [container()] },
            },
          },
        },
      },
      status: {},
    });
    test.clock.advance(31 * MINUTE);
    const jobs = test.world.kinds.jobs.list('shop');
    expect(jobs.map(({ status }) => status.succeeded)).toEqual([1, 1, 1]);
    expect(test.world.kinds.cronJobs.get('shop', 'report')!.status).toEqual({
      lastScheduleTime: '2026-11-20T12:30:00Z',
      lastSuccessfulTime: jobs.at(-1)!.status.completionTime,
    });
    expect(podsOf(test).map(({ status }) => status.phase)).toEqual([
      'Succeeded',
      'Succeeded',
      'Succeeded',
    ]);
  });

  it('gives a failing job up after its limit', () => {
    const test = createTestWorld();
    test.world.kinds.jobs.create({
      metadata: { name: 'migrate', namespace: 'shop' },
      spec: {
        backoffLimit: 1,
        template: {
          metadata: {
            annotations: { 'demo.quarterdeck.dev/behaviour': 'fails' },
          },
          spec: { restartPolicy: 'Never', containers: [container()] },
        },
      },
      status: {},
    });
    test.clock.advance(5 * MINUTE);
    expect(test.world.kinds.jobs.get('shop', 'migrate')!.status).toMatchObject({
      failed: 2,
      conditions: [
        { type: 'FailureTarget', reason: 'BackoffLimitExceeded' },
        { type: 'Failed', reason: 'BackoffLimitExceeded' },
      ],
    });
  });
});

describe('a namespace', () => {
  it('is furnished, and goes once its pods have stopped', () => {
    const test = createTestWorld();
    const { configMaps, namespaces, serviceAccounts } = test.world.kinds;
    expect(configMaps.get('shop', 'kube-root-ca.crt')?.data).toEqual({
      'ca.crt': 'certificate authority',
    });
    expect(serviceAccounts.get('shop', 'default')).toBeDefined();
    test.world.kinds.deployments.create(deployment('web', 3));
    test.clock.advance(30_000);
    namespaces.delete(namespaces.get(undefined, 'shop')!);
    expect(namespaces.get(undefined, 'shop')?.status.phase).toBe('Terminating');
    test.clock.advance(20_000);
    expect(podsOf(test)).toEqual([]);
    expect(namespaces.get(undefined, 'shop')).toBeUndefined();
  });
});

describe('a disruption budget', () => {
  it('allows as many disruptions as leave enough healthy pods', () => {
    const test = createTestWorld();
    test.world.kinds.disruptionBudgets.create({
      metadata: { name: 'web', namespace: 'shop' },
      spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'web' } } },
      status: {},
    });
    test.world.kinds.deployments.create(deployment('web', 3));
    test.clock.advance(30_000);
    const { conditions, ...status } = test.world.kinds.disruptionBudgets.get(
      'shop',
      'web',
    )!.status;
    expect(status).toEqual({
      observedGeneration: 1,
      disruptionsAllowed: 1,
      currentHealthy: 3,
      desiredHealthy: 2,
      expectedPods: 3,
    });
  });
});

describe('events', () => {
  it('are forgotten an hour after they were last seen', () => {
    const test = createTestWorld();
    test.world.events.start();
    test.world.kinds.deployments.create(deployment('web', 1));
    test.clock.advance(59 * MINUTE);
    expect(test.world.kinds.events.list('shop').length).toBeGreaterThan(5);
    test.clock.advance(2 * MINUTE);
    expect(test.world.kinds.events.list('shop')).toEqual([]);
  });
});
