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

import { admitObject } from '../admission/admitObject';
import type { KubeObject } from '../store/ObjectStore';
import type { ClusterWorld } from '../world/ClusterWorld';
import { timestamp } from '../world/kubernetesTime';
import { availableInMs, isActive, isReady } from '../world/podConditions';
import { podFromTemplate } from './podFromTemplate';
import { claimDependents } from './claimDependents';
import { keyOf, splitKey, WorkQueue } from './WorkQueue';

const COMPONENT = 'replicaset-controller';
const REFUSED_RETRY_MS = 20_000;

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
    let refusal: string | undefined;
    if (!deletionTimestamp) {
      claimDependents(replicaSet, this.world.podDependents(replicaSet));
      const active = this.world.podsByController.of(uid).filter(isActive);
      const wanted = replicaSet.spec.replicas ?? 1;
      for (let count = active.length; count < wanted; count += 1) {
        refusal = this.#createPod(replicaSet);
        if (refusal) break;
      }
      if (refusal) this.#queue.add(key, REFUSED_RETRY_MS);
      if (active.length > wanted) {
        this.#ranked(active)
          .slice(0, active.length - wanted)
          .forEach(pod => this.#deletePod(replicaSet, pod));
      }
    }
    this.#writeStatus(replicaSet, refusal);
  }

  /** Why no pod could be created, if so. */
  #createPod(replicaSet: KubeObject): string | undefined {
    const { store } = this.world;
    const admission = admitObject(
      store,
      podFromTemplate({
        owner: replicaSet,
        template: replicaSet.spec.template,
        now: this.world.clock.now(),
      }),
    );
    if (admission.refusal) {
      const name = store.generateName(`${replicaSet.metadata.name}-`);
      const message = `pods "${name}" is forbidden: ${admission.refusal}`;
      this.world.events.record(replicaSet, {
        component: COMPONENT,
        reason: 'FailedCreate',
        message: `Error creating: ${message}`,
        warning: true,
      });
      return message;
    }
    const pod = this.world.kinds.pods.create(admission.object);
    this.world.events.record(replicaSet, {
      component: COMPONENT,
      reason: 'SuccessfulCreate',
      message: `Created pod: ${pod.metadata.name}`,
    });
    return undefined;
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

  #writeStatus(before: KubeObject, refusal: string | undefined): void {
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
      ...(refusal && {
        conditions: [this.#replicaFailure(replicaSet, refusal)],
      }),
    });
  }

  #replicaFailure({ status }: KubeObject, message: string) {
    const before = status?.conditions?.find(
      (each: any) => each.type === 'ReplicaFailure',
    );
    return {
      type: 'ReplicaFailure',
      status: 'True',
      lastTransitionTime:
        before?.lastTransitionTime ?? timestamp(this.world.clock.now()),
      reason: 'FailedCreate',
      // The first refusal stands for those of the other names.
      message: before?.message ?? message,
    };
  }
}
