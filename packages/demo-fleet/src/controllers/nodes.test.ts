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
  createTestWorld,
  deployment,
  TestWorld,
} from './testing/createTestWorld';

const MINUTE = 60_000;

function podsOf({ world }: TestWorld): readonly KubeObject[] {
  return world.kinds.pods.list('shop');
}

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
