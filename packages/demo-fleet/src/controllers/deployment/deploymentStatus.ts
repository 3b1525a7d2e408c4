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
import { timestamp } from '../../world/kubernetesTime';
import { withCondition } from '../../world/podConditions';
import { RolloutBounds, sum } from './rollingUpdate';

export interface DeploymentStatusInput {
  deployment: KubeObject;
  newReplicaSet: KubeObject | undefined;
  all: readonly KubeObject[];
  bounds: RolloutBounds;
  now: number;
}

/** The status of a deployment, as its ReplicaSets make it. */
export function deploymentStatus(input: DeploymentStatusInput): any {
  const { deployment, newReplicaSet, all, bounds, now } = input;
  const before = deployment.status ?? {};
  const count = (field: string) =>
    sum(all, replicaSet => replicaSet.status?.[field]);
  const total = sum(all, replicaSet => replicaSet.spec.replicas);
  const replicas = count('replicas');
  const updated = newReplicaSet?.status?.replicas ?? 0;
  const ready = count('readyReplicas');
  const available = count('availableReplicas');
  const unavailable = Math.max(0, total - available);
  const counts = {
    observedGeneration: deployment.metadata.generation,
    ...(replicas > 0 && { replicas }),
    ...(updated > 0 && { updatedReplicas: updated }),
    ...(ready > 0 && { readyReplicas: ready }),
    ...(available > 0 && { availableReplicas: available }),
    ...(unavailable > 0 && { unavailableReplicas: unavailable }),
    terminatingReplicas: count('terminatingReplicas'),
  };
  const enough = available >= bounds.replicas - bounds.maxUnavailable;
  let conditions = setCondition(before.conditions, now, {
    type: 'Available',
    status: enough ? 'True' : 'False',
    reason: enough ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
    message: enough
      ? 'Deployment has minimum availability.'
      : 'Deployment does not have minimum availability.',
  });
  const progressing = progress(input, counts, before);
  if (progressing) conditions = setCondition(conditions, now, progressing);
  return { ...counts, conditions };
}

/** Whether every replica is of the newest template, and available. */
export function isComplete(deployment: KubeObject, counts: any): boolean {
  const replicas = deployment.spec.replicas ?? 1;
  return (
    (counts.updatedReplicas ?? 0) === replicas &&
    (counts.replicas ?? 0) === replicas &&
    (counts.availableReplicas ?? 0) === replicas
  );
}

export function progressDeadlineMs(deployment: KubeObject): number {
  return (deployment.spec.progressDeadlineSeconds ?? 600) * 1_000;
}

function progress(input: DeploymentStatusInput, counts: any, before: any) {
  const { deployment, newReplicaSet, now } = input;
  if (!newReplicaSet) return undefined;
  const condition = progressingCondition(deployment);
  const name = newReplicaSet.metadata.name;
  // Once complete, later dips in availability are no news about the rollout.
  const wasComplete =
    condition?.reason === 'NewReplicaSetAvailable' &&
    counts.replicas === counts.updatedReplicas;
  if (wasComplete) return undefined;
  if (isComplete(deployment, counts)) {
    return {
      type: 'Progressing',
      status: 'True',
      reason: 'NewReplicaSetAvailable',
      message: `ReplicaSet "${name}" has successfully progressed.`,
    };
  }
  const moved =
    (counts.updatedReplicas ?? 0) > (before.updatedReplicas ?? 0) ||
    (counts.readyReplicas ?? 0) > (before.readyReplicas ?? 0) ||
    (counts.availableReplicas ?? 0) > (before.availableReplicas ?? 0) ||
    oldCount(counts) < oldCount(before);
  if (moved) {
    return {
      type: 'Progressing',
      status: 'True',
      reason: 'ReplicaSetUpdated',
      message: `ReplicaSet "${name}" is progressing.`,
      lastUpdateTime: timestamp(now),
    };
  }
  if (!condition || condition.reason === 'NewReplicaSetAvailable') {
    return undefined;
  }
  const since = Date.parse(condition.lastUpdateTime);
  if (now - since >= progressDeadlineMs(deployment)) {
    return {
      type: 'Progressing',
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      message: `ReplicaSet "${name}" has timed out progressing.`,
    };
  }
  return undefined;
}

function oldCount(counts: any): number {
  return (counts.replicas ?? 0) - (counts.updatedReplicas ?? 0);
}

export function progressingCondition(deployment: KubeObject): any {
  return deployment.status?.conditions?.find(
    (condition: any) => condition.type === 'Progressing',
  );
}

/** Sets a condition; its times move as those of a real deployment do. */
export function setCondition(
  conditions: any[] | undefined,
  now: number,
  next: {
    type: string;
    status: string;
    reason: string;
    message: string;
    lastUpdateTime?: string;
  },
): any[] {
  const current = conditions?.find(condition => condition.type === next.type);
  const same =
    current?.status === next.status && current?.reason === next.reason;
  if (conditions && same && !next.lastUpdateTime) return conditions;
  return withCondition(conditions, {
    type: next.type,
    status: next.status,
    lastUpdateTime: next.lastUpdateTime ?? timestamp(now),
    lastTransitionTime:
      current?.status === next.status
        ? current.lastTransitionTime
        : timestamp(now),
    reason: next.reason,
    message: next.message,
  });
}
