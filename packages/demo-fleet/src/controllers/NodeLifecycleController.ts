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
import type { ClusterWorld } from '../world/ClusterWorld';
import { timestamp } from '../world/kubernetesTime';
import { isTerminal } from '../world/podConditions';
import { isKubeletAlive } from './kubelet/Kubelet';
import { readyConditions } from './nodeConditions';
import { WorkQueue } from './WorkQueue';

const GRACE_MS = 40_000;
const COMPONENT = 'node-controller';
const UNREACHABLE = 'node.kubernetes.io/unreachable';
const UNSCHEDULABLE = 'node.kubernetes.io/unschedulable';

/** Taints nodes that are cordoned or silent, and evicts from silent ones. */
export class NodeLifecycleController {
  readonly #queue: WorkQueue;

  constructor(private readonly world: ClusterWorld) {
    this.#queue = new WorkQueue(world.clock, name => this.#reconcile(name), 25);
    world.on(world.kinds.nodes, ({ object, previous }) => {
      if (isKubeletAlive(object) !== isKubeletAlive(previous ?? object)) {
        const delay = isKubeletAlive(object) ? 2_000 : GRACE_MS;
        this.#queue.add(object.metadata.name, delay);
      }
      if (object.spec?.unschedulable !== previous?.spec?.unschedulable) {
        this.#queue.add(object.metadata.name);
      }
    });
  }

  #reconcile(name: string): void {
    const node = this.world.kinds.nodes.get(undefined, name);
    if (!node) return;
    this.#followCordon(node);
    const alive = isKubeletAlive(node);
    const ready = node.status?.conditions?.find(
      (condition: any) => condition.type === 'Ready',
    );
    if (alive && ready?.status === 'Unknown') this.#recover(name);
    if (!alive && ready?.status !== 'Unknown') this.#lose(name);
  }

  #followCordon(node: KubeObject): void {
    const taints: any[] = node.spec.taints ?? [];
    const tainted = taints.some(taint => taint.key === UNSCHEDULABLE);
    const cordoned = node.spec.unschedulable === true;
    if (tainted === cordoned) return;
    this.#setTaints(
      node.metadata.name,
      cordoned
        ? [
            ...taints,
            {
              key: UNSCHEDULABLE,
              effect: 'NoSchedule',
              timeAdded: timestamp(this.world.clock.now()),
            },
          ]
        : taints.filter(taint => taint.key !== UNSCHEDULABLE),
    );
    this.#event(
      node,
      cordoned ? 'NodeNotSchedulable' : 'NodeSchedulable',
      `Node ${node.metadata.name} status is now: ${cordoned ? 'NodeNotSchedulable' : 'NodeSchedulable'}`,
    );
  }

  #lose(name: string): void {
    const node = this.world.kinds.nodes.get(undefined, name)!;
    const now = timestamp(this.world.clock.now());
    const conditions = (node.status?.conditions ?? []).map(
      (condition: any) => ({
        ...condition,
        status: 'Unknown',
        lastTransitionTime: now,
        reason: 'NodeStatusUnknown',
        message: 'Kubelet stopped posting node status.',
      }),
    );
    this.world.kinds.nodes.updateStatus(node, { ...node.status, conditions });
    this.#setTaints(name, [
      ...(node.spec.taints ?? []),
      { key: UNREACHABLE, effect: 'NoSchedule', timeAdded: now },
      { key: UNREACHABLE, effect: 'NoExecute', timeAdded: now },
    ]);
    this.#event(
      node,
      'NodeNotReady',
      `Node ${name} status is now: NodeNotReady`,
    );
    for (const pod of this.world.podsByNode.of(name)) {
      if (isTerminal(pod)) continue;
      this.#markNotReady(pod, now);
      const tolerated = toleratedSeconds(pod);
      if (tolerated !== undefined) {
        this.world.clock.schedule(tolerated * 1_000, () =>
          this.#evict(pod, name),
        );
      }
    }
  }

  #recover(name: string): void {
    const node = this.world.kinds.nodes.get(undefined, name)!;
    this.world.kinds.nodes.updateStatus(node, {
      ...node.status,
      conditions: readyConditions(this.world.clock.now()),
    });
    this.#setTaints(
      name,
      (node.spec.taints ?? []).filter(
        (taint: any) => taint.key !== UNREACHABLE,
      ),
    );
    this.#event(node, 'NodeReady', `Node ${name} status is now: NodeReady`);
    for (const pod of this.world.podsByNode.of(name)) {
      if (!isTerminal(pod)) this.#markReadyAgain(pod);
    }
  }

  #setTaints(name: string, taints: any[]): void {
    const node = this.world.kinds.nodes.get(undefined, name)!;
    const { taints: _, ...spec } = node.spec;
    this.world.kinds.nodes.update({
      ...node,
      spec: { ...spec, ...(taints.length > 0 && { taints }) },
    });
  }

  #markNotReady(pod: KubeObject, now: string): void {
    const conditions = (pod.status?.conditions ?? []).map((condition: any) =>
      condition.type === 'Ready' && condition.status === 'True'
        ? {
            ...condition,
            status: 'False',
            lastTransitionTime: now,
            reason: 'NodeNotReady',
          }
        : condition,
    );
    this.world.kinds.pods.updateStatus(pod, { ...pod.status, conditions });
    this.world.events.record(pod, {
      component: COMPONENT,
      reason: 'NodeNotReady',
      message: 'Node is not ready',
      warning: true,
    });
  }

  #markReadyAgain(pod: KubeObject): void {
    const now = timestamp(this.world.clock.now());
    const conditions = (pod.status?.conditions ?? []).map((condition: any) => {
      if (condition.type !== 'Ready' || condition.reason !== 'NodeNotReady') {
        return condition;
      }
      const { reason, ...rest } = condition;
      return { ...rest, status: 'True', lastTransitionTime: now };
    });
    this.world.kinds.pods.updateStatus(pod, { ...pod.status, conditions });
  }

  #evict(before: KubeObject, nodeName: string): void {
    const node = this.world.kinds.nodes.get(undefined, nodeName);
    const pod = this.world.kinds.pods.current(before);
    if (!pod || pod.metadata.deletionTimestamp || isKubeletAlive(node)) return;
    this.world.events.record(pod, {
      component: 'taint-eviction-controller',
      reason: 'TaintManagerEviction',
      message: `Marking for deletion Pod ${pod.metadata.namespace}/${pod.metadata.name}`,
    });
    this.world.kinds.pods.delete(pod);
  }

  #event(node: KubeObject, reason: string, message: string): void {
    this.world.events.record(node, { component: COMPONENT, reason, message });
  }
}

/** How long a pod stays on an unreachable node; undefined for ever. */
function toleratedSeconds(pod: KubeObject): number | undefined {
  const matching = (pod.spec.tolerations ?? []).filter(
    (toleration: any) =>
      (!toleration.key || toleration.key === UNREACHABLE) &&
      (!toleration.effect || toleration.effect === 'NoExecute'),
  );
  if (matching.length === 0) return 0;
  const limits = matching.map(
    (toleration: any) => toleration.tolerationSeconds,
  );
  // A toleration without a limit lasts for ever, whatever the others say.
  if (limits.includes(undefined)) return undefined;
  return Math.min(...limits);
}
