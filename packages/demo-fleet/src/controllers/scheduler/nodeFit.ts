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
import { podRequests, ResourceAmounts } from '../../world/podResources';
import { quantityValue } from '../../world/quantity';

export interface NodeState {
  node: KubeObject;
  /** What the pods on the node ask for; `pods` is their number. */
  used: ResourceAmounts;
}

/** Why a pod cannot go to a node, in the scheduler's words; empty if it can. */
export function misfits(pod: KubeObject, { node, used }: NodeState): string[] {
  if (node.spec?.unschedulable && !toleratesUnschedulable(pod.spec)) {
    return ['node(s) were unschedulable'];
  }
  const taint = untoleratedTaint(pod.spec, node);
  if (taint) {
    return [
      `node(s) had untolerated taint {${taint.key}: ${taint.value ?? ''}}`,
    ];
  }
  if (!matchesSelector(pod.spec, node)) {
    return ["node(s) didn't match Pod's node affinity/selector"];
  }
  const reasons: string[] = [];
  const allocatable = node.status?.allocatable ?? {};
  if ((used.pods ?? 0) + 1 > quantityValue(allocatable.pods ?? '110')) {
    reasons.push('Too many pods');
  }
  for (const [name, amount] of Object.entries(podRequests(pod))) {
    const free = quantityValue(allocatable[name]) - (used[name] ?? 0);
    // Sums of milli-units are not exact in binary.
    if (amount > free + 1e-6) reasons.push(`Insufficient ${name}`);
  }
  return reasons;
}

function taintsOf(node: KubeObject): any[] {
  return node.spec?.taints ?? [];
}

export function tolerates(podSpec: any, taint: any): boolean {
  return (podSpec.tolerations ?? []).some(
    (toleration: any) =>
      (!toleration.effect || toleration.effect === taint.effect) &&
      (!toleration.key || toleration.key === taint.key) &&
      (toleration.operator === 'Exists' ||
        (toleration.value ?? '') === (taint.value ?? '')),
  );
}

export function untoleratedTaint(podSpec: any, node: KubeObject): any {
  return taintsOf(node).find(
    taint =>
      ['NoSchedule', 'NoExecute'].includes(taint.effect) &&
      !tolerates(podSpec, taint),
  );
}

function toleratesUnschedulable(podSpec: any): boolean {
  return tolerates(podSpec, {
    key: 'node.kubernetes.io/unschedulable',
    effect: 'NoSchedule',
  });
}

export function matchesSelector(podSpec: any, node: KubeObject): boolean {
  const labels = node.metadata.labels ?? {};
  return Object.entries(podSpec.nodeSelector ?? {}).every(
    ([name, value]) => labels[name] === value,
  );
}

/** How full a node would be with the pod, from 0 to 1: less is better. */
export function fullness(pod: KubeObject, { node, used }: NodeState): number {
  const requests = podRequests(pod);
  const allocatable = node.status?.allocatable ?? {};
  const shares = ['cpu', 'memory'].map(name => {
    const total = quantityValue(allocatable[name]);
    return total > 0 ? ((used[name] ?? 0) + (requests[name] ?? 0)) / total : 1;
  });
  const pods = (used.pods ?? 0) / quantityValue(allocatable.pods ?? '110');
  return (shares[0] + shares[1] + pods) / 3;
}

/** The message of FailedScheduling and of the PodScheduled condition. */
export function unschedulableMessage(
  pod: KubeObject,
  nodes: readonly NodeState[],
): string {
  const counts = new Map<string, number>();
  let hopeless = 0;
  for (const state of nodes) {
    const reasons = misfits(pod, state);
    for (const reason of reasons) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
    if (!fitsWhenEmpty(pod, state)) hopeless += 1;
  }
  const total = nodes.length;
  if (total === 0) return 'no nodes available to schedule pods';
  const reasons = [...counts]
    .map(([reason, count]) => `${count} ${reason}`)
    .sort()
    .join(', ');
  const preemption = [
    ...(hopeless < total
      ? [`${total - hopeless} No preemption victims found for incoming pod`]
      : []),
    ...(hopeless > 0
      ? [`${hopeless} Preemption is not helpful for scheduling`]
      : []),
  ].join(', ');
  return `0/${total} nodes are available: ${reasons}. no new claims to deallocate, preemption: 0/${total} nodes are available: ${preemption}.`;
}

function fitsWhenEmpty(pod: KubeObject, { node }: NodeState): boolean {
  return misfits(pod, { node, used: {} }).length === 0;
}
