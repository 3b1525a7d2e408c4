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

/** `25%` of, or just, a number; `up` for surge, `down` for unavailable. */
function share(
  value: string | number | undefined,
  of: number,
  round: 'up' | 'down',
): number {
  if (typeof value === 'number') return value;
  const part = (parseInt(value ?? '25%', 10) / 100) * of;
  return round === 'up' ? Math.ceil(part) : Math.floor(part);
}

export interface RolloutBounds {
  replicas: number;
  /** Most pods at a time. */
  maxTotal: number;
  maxUnavailable: number;
}

export function rolloutBounds(deployment: KubeObject): RolloutBounds {
  const replicas = deployment.spec.replicas ?? 1;
  const strategy = deployment.spec.strategy ?? {};
  if (strategy.type === 'Recreate') {
    return { replicas, maxTotal: replicas, maxUnavailable: replicas };
  }
  const { maxSurge, maxUnavailable } = strategy.rollingUpdate ?? {};
  const surge = share(maxSurge, replicas, 'up');
  let unavailable = Math.min(share(maxUnavailable, replicas, 'down'), replicas);
  if (surge === 0 && unavailable === 0) unavailable = 1;
  return {
    replicas,
    maxTotal: replicas > 0 ? replicas + surge : 0,
    maxUnavailable: replicas > 0 ? unavailable : 0,
  };
}

export function sum(
  replicaSets: readonly KubeObject[],
  count: (replicaSet: KubeObject) => number | undefined,
): number {
  return replicaSets.reduce(
    (total, replicaSet) => total + (count(replicaSet) ?? 0),
    0,
  );
}

const wanted = (replicaSet: KubeObject) => replicaSet.spec.replicas;
const available = (replicaSet: KubeObject) =>
  replicaSet.status?.availableReplicas;

/** How many replicas the new ReplicaSet may have now. */
export function newReplicas(
  bounds: RolloutBounds,
  current: number,
  all: readonly KubeObject[],
): number {
  const room = bounds.maxTotal - sum(all, wanted);
  if (room <= 0) return current;
  return current + Math.min(room, bounds.replicas - current);
}

export interface Scaling {
  replicaSet: KubeObject;
  replicas: number;
}

/**
 * How the old ReplicaSets shrink now: first what is unhealthy anyway, then as
 * far as availability allows.
 */
export function oldReplicas(
  bounds: RolloutBounds,
  newReplicaSet: KubeObject,
  old: readonly KubeObject[],
): Scaling[] {
  const all = [...old, newReplicaSet];
  const minAvailable = bounds.replicas - bounds.maxUnavailable;
  const unavailableNew =
    newReplicaSet.spec.replicas - (available(newReplicaSet) ?? 0);
  let room = sum(all, wanted) - minAvailable - unavailableNew;
  if (room <= 0) return [];
  const scalings = new Map<KubeObject, number>();
  const left = (replicaSet: KubeObject) =>
    scalings.get(replicaSet) ?? replicaSet.spec.replicas;
  for (const replicaSet of old) {
    const unhealthy = replicaSet.spec.replicas - (available(replicaSet) ?? 0);
    const cut = Math.min(room, Math.max(0, unhealthy));
    if (cut > 0) scalings.set(replicaSet, replicaSet.spec.replicas - cut);
    room -= cut;
  }
  let spare = sum(all, available) - minAvailable;
  for (const replicaSet of old) {
    const cut = Math.min(spare, left(replicaSet));
    if (cut > 0) scalings.set(replicaSet, left(replicaSet) - cut);
    spare -= Math.max(0, cut);
  }
  return [...scalings].map(([replicaSet, replicas]) => ({
    replicaSet,
    replicas,
  }));
}
