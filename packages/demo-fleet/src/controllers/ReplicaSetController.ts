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
import { availableInMs, isActive, isReady } from '../world/podConditions';
import { podFromTemplate } from './podFromTemplate';
import { keyOf, splitKey, WorkQueue } from './WorkQueue';

const COMPONENT = 'replicaset-controller';

/** Keeps as many pods of a ReplicaSet as it asks for. */
export class ReplicaSetController {
  readonly #queue: WorkQueue;

  constructor(private readonly world: ClusterWorld) {
    this.#queue = new WorkQueue(world.clock, key => this.#reconcile(key), 8);
    world.on(world.kinds.replicaSets, ({ object }) =>
      this.#queue.add(keyOf(object)),
    );
    world.on(world.kinds.pods, ({ object }) => {
      const owner = object.metadata.ownerReferences?.find(
        reference => reference.controller && reference.kind === 'ReplicaSet',
      );
      if (owner) this.#queue.add(`${object.metadata.namespace}/${owner.name}`);
    });
  }

  #reconcile(key: string): void {
    const replicaSet = this.world.kinds.replicaSets.get(...splitKey(key));
    if (!replicaSet) return;
    const { uid, deletionTimestamp } = replicaSet.metadata;
    if (!deletionTimestamp) {
      const active = this.world.podsByController.of(uid).filter(isActive);
      const wanted = replicaSet.spec.replicas ?? 1;
      for (let count = active.length; count < wanted; count += 1) {
        this.#createPod(replicaSet);
      }
      if (active.length > wanted) {
        this.#ranked(active)
          .slice(0, active.length - wanted)
          .forEach(pod => this.#deletePod(replicaSet, pod));
      }
    }
    this.#writeStatus(replicaSet);
  }

  #createPod(replicaSet: KubeObject): void {
    const pod = this.world.kinds.pods.create(
      podFromTemplate({
        owner: replicaSet,
        template: replicaSet.spec.template,
        now: this.world.clock.now(),
      }),
    );
    this.world.events.record(replicaSet, {
      component: COMPONENT,
      reason: 'SuccessfulCreate',
      message: `Created pod: ${pod.metadata.name}`,
    });
  }

  #deletePod(replicaSet: KubeObject, pod: KubeObject): void {
    this.world.kinds.pods.delete(pod);
    this.world.events.record(replicaSet, {
      component: COMPONENT,
      reason: 'SuccessfulDelete',
      message: `Deleted pod: ${pod.metadata.name}`,
    });
  }

  /** Those to delete first: not placed, not running, not ready, crowded, young. */
  #ranked(pods: KubeObject[]): KubeObject[] {
    const onNode = new Map<string, number>();
    for (const pod of pods) {
      const node = pod.spec.nodeName ?? '';
      onNode.set(node, (onNode.get(node) ?? 0) + 1);
    }
    const rank = (pod: KubeObject) => [
      pod.spec.nodeName ? 1 : 0,
      pod.status?.phase === 'Running' ? 1 : 0,
      isReady(pod) ? 1 : 0,
      -(onNode.get(pod.spec.nodeName ?? '') ?? 0),
      -Date.parse(pod.metadata.creationTimestamp),
    ];
    return pods
      .map(pod => ({ pod, rank: rank(pod) }))
      .sort((left, right) => {
        const at = left.rank.findIndex(
          (value, index) => value !== right.rank[index],
        );
        return at < 0 ? 0 : left.rank[at] - right.rank[at];
      })
      .map(({ pod }) => pod);
  }

  #writeStatus(before: KubeObject): void {
    const replicaSet = this.world.kinds.replicaSets.current(before);
    if (!replicaSet) return;
    const pods = this.world.podsByController.of(replicaSet.metadata.uid);
    const active = pods.filter(isActive);
    const minReady = replicaSet.spec.minReadySeconds ?? 0;
    const now = this.world.clock.now();
    const waits = active.map(pod => availableInMs(pod, minReady, now));
    const soonest = Math.min(
      ...waits.filter(wait => wait > 0 && wait < Infinity),
    );
    if (soonest < Infinity) this.#queue.add(keyOf(replicaSet), soonest);
    const ready = active.filter(isReady).length;
    const available = waits.filter(wait => wait === 0).length;
    const terminating = pods.filter(
      pod =>
        pod.metadata.deletionTimestamp !== undefined &&
        !['Succeeded', 'Failed'].includes(pod.status?.phase),
    ).length;
    this.world.kinds.replicaSets.updateStatus(replicaSet, {
      replicas: active.length,
      ...(active.length > 0 && { fullyLabeledReplicas: active.length }),
      ...(ready > 0 && { readyReplicas: ready }),
      ...(available > 0 && { availableReplicas: available }),
      terminatingReplicas: terminating,
      observedGeneration: replicaSet.metadata.generation,
    });
  }
}
