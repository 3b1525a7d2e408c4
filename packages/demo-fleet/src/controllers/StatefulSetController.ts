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
import { isReady, isTerminal } from '../world/podConditions';
import { claimDependents } from './claimDependents';
import { controllerRevision } from './controllerRevision';
import { podFromTemplate } from './podFromTemplate';
import { keyOf, splitKey, WorkQueue } from './WorkQueue';

const COMPONENT = 'statefulset-controller';
const REVISION_LABEL = 'controller-revision-hash';

/** Keeps numbered pods, one after the other unless told otherwise. */
export class StatefulSetController {
  readonly #queue: WorkQueue;

  constructor(private readonly world: ClusterWorld) {
    this.#queue = new WorkQueue(world.clock, key => this.#reconcile(key), 10);
    world.on(world.kinds.statefulSets, ({ object }) =>
      this.#queue.add(keyOf(object)),
    );
    world.on(world.kinds.pods, ({ object }) => {
      const owner = object.metadata.ownerReferences?.find(
        reference => reference.controller && reference.kind === 'StatefulSet',
      );
      if (owner) this.#queue.add(`${object.metadata.namespace}/${owner.name}`);
    });
  }

  #reconcile(key: string): void {
    const set = this.world.kinds.statefulSets.get(...splitKey(key));
    if (!set || set.metadata.deletionTimestamp) return;
    claimDependents(set, this.world.podDependents(set));
    const revision = controllerRevision(
      this.world,
      set,
      'controller.kubernetes.io/hash',
    );
    const updateRevision = revision.metadata.name;
    this.#step(set, updateRevision);
    this.#writeStatus(set, updateRevision);
  }

  /** The next single thing to do, or everything at once if pods may be parallel. */
  #step(set: KubeObject, updateRevision: string): void {
    const replicas = set.spec.replicas ?? 1;
    const parallel = set.spec.podManagementPolicy === 'Parallel';
    const pods = this.#podsByOrdinal(set);
    for (let ordinal = 0; ordinal < replicas; ordinal += 1) {
      const pod = pods.get(ordinal);
      if (!pod) {
        this.#createPod(set, ordinal, updateRevision);
        if (!parallel) return;
      } else if (isTerminal(pod) && !pod.metadata.deletionTimestamp) {
        this.world.kinds.pods.delete(pod);
        if (!parallel) return;
      } else if (!parallel && !isReady(pod)) {
        return;
      }
    }
    const surplus = [...pods.keys()]
      .filter(ordinal => ordinal >= replicas)
      .sort((left, right) => right - left);
    for (const ordinal of surplus) {
      this.#deletePod(set, pods.get(ordinal)!);
      if (!parallel) return;
    }
    if (set.spec.updateStrategy?.type === 'OnDelete') return;
    const partition = set.spec.updateStrategy?.rollingUpdate?.partition ?? 0;
    for (let ordinal = replicas - 1; ordinal >= partition; ordinal -= 1) {
      const pod = pods.get(ordinal)!;
      if (pod.metadata.labels?.[REVISION_LABEL] !== updateRevision) {
        this.#deletePod(set, pod);
        return;
      }
      if (!isReady(pod)) return;
    }
  }

  #podsByOrdinal(set: KubeObject): Map<number, KubeObject> {
    return new Map(
      this.world.podsByController
        .of(set.metadata.uid)
        .map(pod => [Number(pod.metadata.name.split('-').at(-1)), pod]),
    );
  }

  #createPod(set: KubeObject, ordinal: number, revision: string): void {
    const name = `${set.metadata.name}-${ordinal}`;
    const claims: any[] = set.spec.volumeClaimTemplates ?? [];
    const volumes = claims.map(claim => ({
      name: claim.metadata.name,
      persistentVolumeClaim: { claimName: `${claim.metadata.name}-${name}` },
    }));
    const input = podFromTemplate({
      owner: set,
      template: set.spec.template,
      now: this.world.clock.now(),
      name,
      labels: {
        'apps.kubernetes.io/pod-index': String(ordinal),
        [REVISION_LABEL]: revision,
        'statefulset.kubernetes.io/pod-name': name,
      },
      spec: { hostname: name, subdomain: set.spec.serviceName },
    });
    if (this.world.kinds.pods.get(set.metadata.namespace, name)) return;
    claims.forEach(claim => this.#createClaim(set, claim, name));
    this.world.kinds.pods.create({
      ...input,
      spec: { ...input.spec, volumes: [...volumes, ...input.spec.volumes] },
    });
    this.#event(
      set,
      'SuccessfulCreate',
      `create Pod ${name} in StatefulSet ${set.metadata.name} successful`,
    );
  }

  /** A claim stays when its pod goes, and is found again by its name. */
  #createClaim(set: KubeObject, template: any, pod: string): void {
    const { persistentVolumeClaims } = this.world.kinds;
    const { namespace } = set.metadata;
    const name = `${template.metadata.name}-${pod}`;
    if (persistentVolumeClaims.get(namespace, name)) return;
    persistentVolumeClaims.create({
      metadata: {
        name,
        namespace,
        labels: {
          ...template.metadata.labels,
          ...set.spec.selector.matchLabels,
        },
      },
      spec: template.spec,
      status: { phase: 'Pending' },
    });
    this.#event(
      set,
      'SuccessfulCreate',
      `create Claim ${name} Pod ${pod} in StatefulSet ${set.metadata.name} success`,
    );
  }

  #deletePod(set: KubeObject, pod: KubeObject): void {
    if (pod.metadata.deletionTimestamp) return;
    this.world.kinds.pods.delete(pod);
    this.#event(
      set,
      'SuccessfulDelete',
      `delete Pod ${pod.metadata.name} in StatefulSet ${set.metadata.name} successful`,
    );
  }

  #writeStatus(before: KubeObject, updateRevision: string): void {
    const set = this.world.kinds.statefulSets.current(before);
    if (!set) return;
    const pods = this.world.podsByController.of(set.metadata.uid);
    const ready = pods.filter(isReady).length;
    const updated = pods.filter(
      pod => pod.metadata.labels?.[REVISION_LABEL] === updateRevision,
    ).length;
    const replicas = set.spec.replicas ?? 1;
    const done = updated === pods.length && ready === replicas;
    const currentRevision = done
      ? updateRevision
      : (set.status?.currentRevision ?? updateRevision);
    const current = pods.filter(
      pod => pod.metadata.labels?.[REVISION_LABEL] === currentRevision,
    ).length;
    this.world.kinds.statefulSets.updateStatus(set, {
      observedGeneration: set.metadata.generation,
      replicas: pods.length,
      ...(ready > 0 && { readyReplicas: ready }),
      ...(current > 0 && { currentReplicas: current }),
      ...(updated > 0 && { updatedReplicas: updated }),
      currentRevision,
      updateRevision,
      collisionCount: 0,
      availableReplicas: ready,
    });
  }

  #event(set: KubeObject, reason: string, message: string): void {
    this.world.events.record(set, { component: COMPONENT, reason, message });
  }
}
