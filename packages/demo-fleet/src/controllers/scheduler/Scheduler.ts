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

import type { KubeObject } from '../../store/ObjectStore';
import type { ClusterWorld } from '../../world/ClusterWorld';
import { timestamp } from '../../world/kubernetesTime';
import { isTerminal, withCondition } from '../../world/podConditions';
import { podRequests, ResourceAmounts } from '../../world/podResources';
import { keyOf, splitKey, WorkQueue } from '../WorkQueue';
import { fullness, misfits, NodeState, unschedulableMessage } from './nodeFit';

const RETRY_MS = 300_000;
const COMPONENT = 'default-scheduler';

/** Places pods on nodes. */
export class Scheduler {
  readonly #queue: WorkQueue;
  readonly #waiting = new Map<string, string>();
  readonly #used = new Map<string, ResourceAmounts>();

  constructor(private readonly world: ClusterWorld) {
    this.#queue = new WorkQueue(world.clock, key => this.#schedule(key), 12);
    world.on(world.kinds.pods, ({ type, object, previous }) => {
      const key = keyOf(object);
      if (changesUse(object, type === 'DELETED' ? undefined : previous)) {
        this.#used.delete(object.spec.nodeName);
      }
      if (type === 'DELETED') {
        this.#waiting.delete(object.metadata.uid);
        this.#retryWaiting();
      } else if (!object.spec.nodeName && type === 'ADDED') {
        this.#queue.add(key);
      } else if (isTerminal(object)) {
        this.#retryWaiting();
      }
    });
    world.on(world.kinds.nodes, ({ object, previous }) => {
      if (!previous || schedulingChanged(object, previous)) {
        this.#retryWaiting();
      }
    });
  }

  #retryWaiting(): void {
    for (const key of this.#waiting.values()) this.#queue.add(key, 1_000);
  }

  #schedule(key: string): void {
    const pod = this.world.kinds.pods.get(...splitKey(key));
    if (!pod || pod.spec.nodeName || pod.metadata.deletionTimestamp) return;
    if (isTerminal(pod)) return;
    const states = this.#nodeStates();
    const siblings = this.#siblingsByNode(pod);
    // The scoring of the real one is far richer; spreading load is its effect.
    let best: { node: KubeObject; score: number } | undefined;
    for (const state of states) {
      if (misfits(pod, state).length > 0) continue;
      const score =
        fullness(pod, state) +
        (siblings.get(state.node.metadata.name) ?? 0) * 0.1 +
        this.world.random.next() * 0.01;
      if (!best || score < best.score) best = { node: state.node, score };
    }
    if (best) this.#bind(pod, best.node);
    else this.#reject(pod, unschedulableMessage(pod, states));
  }

  #siblingsByNode(pod: KubeObject): Map<string, number> {
    const owner = pod.metadata.ownerReferences?.[0]?.uid;
    const counts = new Map<string, number>();
    for (const { spec } of this.world.podsByController.of(owner)) {
      counts.set(spec.nodeName, (counts.get(spec.nodeName) ?? 0) + 1);
    }
    return counts;
  }

  #bind(pod: KubeObject, node: KubeObject): void {
    const { name, namespace, uid } = pod.metadata;
    this.#waiting.delete(uid);
    this.world.kinds.pods.bind({
      ...pod,
      spec: { ...pod.spec, nodeName: node.metadata.name },
      status: {
        ...pod.status,
        conditions: withCondition(pod.status?.conditions, {
          type: 'PodScheduled',
          observedGeneration: pod.metadata.generation,
          status: 'True',
          lastProbeTime: null,
          lastTransitionTime: timestamp(this.world.clock.now()),
        }),
      },
    });
    this.world.events.record(pod, {
      component: COMPONENT,
      action: 'Binding',
      reason: 'Scheduled',
      message: `Successfully assigned ${namespace}/${name} to ${node.metadata.name}`,
    });
  }

  #reject(pod: KubeObject, message: string): void {
    const key = keyOf(pod);
    const before = pod.status?.conditions?.find(
      (condition: any) => condition.type === 'PodScheduled',
    );
    if (before?.message !== message) {
      this.world.kinds.pods.updateStatus(pod, {
        ...pod.status,
        phase: 'Pending',
        conditions: withCondition(pod.status?.conditions, {
          type: 'PodScheduled',
          observedGeneration: pod.metadata.generation,
          status: 'False',
          lastProbeTime: null,
          lastTransitionTime:
            before?.status === 'False'
              ? before.lastTransitionTime
              : timestamp(this.world.clock.now()),
          reason: 'Unschedulable',
          message,
        }),
      });
    }
    this.world.events.record(pod, {
      component: COMPONENT,
      action: 'Scheduling',
      reason: 'FailedScheduling',
      message,
      warning: true,
    });
    this.#waiting.set(pod.metadata.uid, key);
    this.#queue.add(key, RETRY_MS);
  }

  #nodeStates(): NodeState[] {
    return this.world.kinds.nodes.list().map(node => ({
      node,
      used: this.#usedOn(node.metadata.name),
    }));
  }

  #usedOn(nodeName: string): ResourceAmounts {
    const known = this.#used.get(nodeName);
    if (known) return known;
    const used: ResourceAmounts = { pods: 0 };
    this.#used.set(nodeName, used);
    for (const pod of this.world.podsByNode.of(nodeName)) {
      if (isTerminal(pod)) continue;
      used.pods += 1;
      for (const [name, amount] of Object.entries(podRequests(pod))) {
        used[name] = (used[name] ?? 0) + amount;
      }
    }
    return used;
  }
}

/** Whether a change to a pod changes what its node has left. */
function changesUse(pod: KubeObject, previous: KubeObject | undefined) {
  if (!pod.spec.nodeName) return false;
  return (
    !previous ||
    pod.spec.nodeName !== previous.spec.nodeName ||
    isTerminal(pod) !== isTerminal(previous)
  );
}

function schedulingChanged(node: KubeObject, previous: KubeObject): boolean {
  return (
    node.spec !== previous.spec ||
    node.metadata.labels !== previous.metadata.labels ||
    node.status?.allocatable !== previous.status?.allocatable
  );
}
