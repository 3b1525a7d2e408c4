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

export function isTerminal(pod: KubeObject): boolean {
  return ['Succeeded', 'Failed'].includes(pod.status?.phase);
}

/** Neither finished nor being deleted: what controllers count as a replica. */
export function isActive(pod: KubeObject): boolean {
  return !isTerminal(pod) && pod.metadata.deletionTimestamp === undefined;
}

export function isReady(pod: KubeObject): boolean {
  return readyCondition(pod)?.status === 'True';
}

/** When a pod counts as available: how long from now, 0 for already. */
export function availableInMs(
  pod: KubeObject,
  minReadySeconds: number,
  now: number,
): number {
  const ready = readyCondition(pod);
  if (ready?.status !== 'True') return Infinity;
  if (minReadySeconds <= 0) return 0;
  const since = Date.parse(ready.lastTransitionTime);
  return Math.max(0, since + minReadySeconds * 1_000 - now);
}

function readyCondition(pod: KubeObject): any {
  return pod.status?.conditions?.find(
    (condition: any) => condition.type === 'Ready',
  );
}

/** The condition list with one condition set, keeping the time of no change. */
export function withCondition(
  conditions: readonly any[] | undefined,
  next: { type: string; status: string; [field: string]: any },
): any[] {
  const others = (conditions ?? []).filter(entry => entry.type !== next.type);
  return [...others, next];
}
