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
import { isTerminal } from '../../world/podConditions';
import { templateHash } from '../podFromTemplate';
import { claimDependents } from '../claimDependents';
import { keyOf, splitKey, WorkQueue } from '../WorkQueue';
import {
  deploymentStatus,
  isComplete,
  progressDeadlineMs,
  progressingCondition,
  setCondition,
} from './deploymentStatus';
import {
  copiedAnnotations,
  desiredReplicasOf,
  replicaSetFor,
  revisionOf,
  scalingAnnotations,
  withAnnotations,
  withHistory,
  withRevision,
} from './replicaSetOf';
import {
  newReplicas,
  oldReplicas,
  RolloutBounds,
  rolloutBounds,
} from './rollingUpdate';

const COMPONENT = 'deployment-controller';

/** Moves the pods of a deployment from ReplicaSet to ReplicaSet. */
export class DeploymentController {
  readonly #queue: WorkQueue;

  constructor(private readonly world: ClusterWorld) {
    this.#queue = new WorkQueue(world.clock, key => this.#reconcile(key), 6);
    world.on(world.kinds.deployments, ({ object }) =>
      this.#queue.add(keyOf(object)),
    );
    world.on(world.kinds.replicaSets, ({ object }) => {
      const owner = object.metadata.ownerReferences?.find(
        reference => reference.controller && reference.kind === 'Deployment',
      );
      if (owner) this.#queue.add(`${object.metadata.namespace}/${owner.name}`);
    });
  }

  #reconcile(key: string): void {
    const deployment = this.world.kinds.deployments.get(...splitKey(key));
    if (!deployment || deployment.metadata.deletionTimestamp) return;
    this.#claimReplicaSets(deployment);
    const bounds = rolloutBounds(deployment);
    if (deployment.spec.paused || this.#isScaling(deployment)) {
      this.#scale(deployment, bounds);
    } else if (deployment.spec.strategy?.type === 'Recreate') {
      this.#recreate(deployment, bounds);
    } else {
      this.#roll(deployment, bounds);
    }
    this.#writeStatus(deployment, bounds);
  }

  #claimReplicaSets(deployment: KubeObject): void {
    const { uid, namespace } = deployment.metadata;
    claimDependents(deployment, {
      handle: this.world.kinds.replicaSets,
      owned: this.world.replicaSetsByController.of(uid),
      orphans: this.world.orphanedReplicaSets.of(namespace),
    });
  }

  #replicaSets(deployment: KubeObject): KubeObject[] {
    return this.world.replicaSetsByController
      .of(deployment.metadata.uid)
      .sort((left, right) => revisionOf(left) - revisionOf(right));
  }

  #newest(deployment: KubeObject): KubeObject | undefined {
    const hash = templateHash(deployment.spec.template);
    return this.#replicaSets(deployment).find(
      replicaSet => replicaSet.metadata.labels?.['pod-template-hash'] === hash,
    );
  }

  #old(deployment: KubeObject): KubeObject[] {
    const newest = this.#newest(deployment)?.metadata.uid;
    return this.#replicaSets(deployment).filter(
      replicaSet => replicaSet.metadata.uid !== newest,
    );
  }

  #isScaling(deployment: KubeObject): boolean {
    return this.#replicaSets(deployment).some(
      replicaSet =>
        replicaSet.spec.replicas > 0 &&
        desiredReplicasOf(replicaSet) !== (deployment.spec.replicas ?? 1),
    );
  }

  /** Follows a changed number of replicas, without touching the rollout. */
  #scale(deployment: KubeObject, bounds: RolloutBounds): void {
    const active = this.#replicaSets(deployment).filter(
      replicaSet => replicaSet.spec.replicas > 0,
    );
    const newest = this.#newest(deployment);
    if (active.length === 0) {
      if (newest)
        this.#setReplicas(deployment, newest, bounds.replicas, bounds);
      return;
    }
    // Real proportions matter little here: the difference goes to the largest.
    const largest = active.reduce((left, right) =>
      right.spec.replicas >= left.spec.replicas ? right : left,
    );
    const total = active.reduce((sum, { spec }) => sum + spec.replicas, 0);
    const allowed = active.length > 1 ? bounds.maxTotal : bounds.replicas;
    for (const replicaSet of active) {
      const replicas =
        replicaSet === largest
          ? Math.max(0, replicaSet.spec.replicas + allowed - total)
          : replicaSet.spec.replicas;
      this.#setReplicas(deployment, replicaSet, replicas, bounds);
    }
  }

  #roll(deployment: KubeObject, bounds: RolloutBounds): void {
    const all = this.#replicaSets(deployment);
    const newest = this.#newest(deployment);
    if (!newest) {
      this.#createReplicaSet(deployment, newReplicas(bounds, 0, all), bounds);
      return;
    }
    this.#markNewest(deployment, newest);
    const current = newest.spec.replicas;
    const next =
      current > bounds.replicas
        ? bounds.replicas
        : newReplicas(bounds, current, all);
    if (this.#setReplicas(deployment, newest, next, bounds)) return;
    const old = this.#old(deployment).filter(({ spec }) => spec.replicas > 0);
    for (const scaling of oldReplicas(bounds, newest, old)) {
      this.#setReplicas(
        deployment,
        scaling.replicaSet,
        scaling.replicas,
        bounds,
      );
    }
  }

  #recreate(deployment: KubeObject, bounds: RolloutBounds): void {
    const old = this.#old(deployment);
    const shrunk = old.filter(replicaSet =>
      this.#setReplicas(deployment, replicaSet, 0, bounds),
    );
    const stillRunning = old.some(replicaSet =>
      this.world.podsByController
        .of(replicaSet.metadata.uid)
        .some(pod => !isTerminal(pod)),
    );
    if (shrunk.length > 0 || stillRunning) return;
    const newest = this.#newest(deployment);
    if (!newest) {
      this.#createReplicaSet(deployment, bounds.replicas, bounds);
    } else {
      this.#markNewest(deployment, newest);
      this.#setReplicas(deployment, newest, bounds.replicas, bounds);
    }
  }

  #createReplicaSet(
    deployment: KubeObject,
    replicas: number,
    bounds: RolloutBounds,
  ): void {
    const revision =
      Math.max(0, ...this.#replicaSets(deployment).map(revisionOf)) + 1;
    const created = this.world.kinds.replicaSets.create(
      replicaSetFor(deployment, replicas, bounds, revision),
    );
    const name = created.metadata.name;
    if (replicas > 0) {
      this.#event(
        deployment,
        `Scaled up replica set ${name} from 0 to ${replicas}`,
      );
    }
    const conditions = deployment.status?.conditions?.filter(
      (condition: any) => condition.type !== 'Progressing',
    );
    this.world.kinds.deployments.update({
      ...withRevision(deployment, revision),
      status: {
        ...deployment.status,
        conditions: setCondition(conditions, this.world.clock.now(), {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetCreated',
          message: `Created new replica set "${name}"`,
        }),
      },
    });
  }

  /**
   * Gives a ReplicaSet that is rolled back to the newest revision again, and
   * the newest what is noted on the deployment, such as the change's cause.
   */
  #markNewest(deployment: KubeObject, newest: KubeObject): void {
    const latest = Math.max(0, ...this.#old(deployment).map(revisionOf));
    const revision =
      revisionOf(newest) > latest ? revisionOf(newest) : latest + 1;
    const marked = withAnnotations(newest, copiedAnnotations(deployment));
    if (revision !== revisionOf(newest)) {
      this.world.kinds.replicaSets.update(
        withHistory(withRevision(marked, revision), revisionOf(newest)),
      );
    } else {
      this.world.kinds.replicaSets.update(marked);
    }
    const current = this.world.kinds.deployments.current(deployment);
    if (current && revisionOf(current) !== revision) {
      this.world.kinds.deployments.update(withRevision(current, revision));
    }
  }

  #setReplicas(
    deployment: KubeObject,
    replicaSet: KubeObject,
    replicas: number,
    bounds: RolloutBounds,
  ): boolean {
    const current = this.world.kinds.replicaSets.current(replicaSet);
    if (!current) return false;
    const before = current.spec.replicas;
    const annotated = withAnnotations(current, scalingAnnotations(bounds));
    this.world.kinds.replicaSets.update({
      ...annotated,
      spec: { ...annotated.spec, replicas },
    });
    if (before === replicas) return false;
    const direction = replicas > before ? 'up' : 'down';
    this.#event(
      deployment,
      `Scaled ${direction} replica set ${current.metadata.name} from ${before} to ${replicas}`,
    );
    return true;
  }

  #writeStatus(before: KubeObject, bounds: RolloutBounds): void {
    const deployment = this.world.kinds.deployments.current(before);
    if (!deployment) return;
    const now = this.world.clock.now();
    const all = this.#replicaSets(deployment);
    const status = deploymentStatus({
      deployment,
      newReplicaSet: this.#newest(deployment),
      all,
      bounds,
      now,
    });
    const written = this.world.kinds.deployments.updateStatus(
      deployment,
      status,
    );
    if (isComplete(written, status)) {
      this.#forgetOldRevisions(written);
    } else if (progressingCondition(written)?.status === 'True') {
      const deadline = progressDeadlineMs(deployment);
      const since = Date.parse(progressingCondition(written).lastUpdateTime);
      this.#queue.add(keyOf(written), Math.max(1_000, since + deadline - now));
    }
  }

  #forgetOldRevisions(deployment: KubeObject): void {
    const limit = deployment.spec.revisionHistoryLimit ?? 10;
    const idle = this.#old(deployment).filter(
      ({ spec, status }) => spec.replicas === 0 && !status?.replicas,
    );
    idle
      .slice(0, Math.max(0, idle.length - limit))
      .forEach(replicaSet => this.world.kinds.replicaSets.delete(replicaSet));
  }

  #event(deployment: KubeObject, message: string): void {
    this.world.events.record(deployment, {
      component: COMPONENT,
      reason: 'ScalingReplicaSet',
      message,
    });
  }
}
