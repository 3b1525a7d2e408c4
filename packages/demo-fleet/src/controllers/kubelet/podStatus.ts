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
import { qosClass } from '../../world/podResources';
import { ContainerRun, containerStatus } from './containerRuntime';

export interface PodStatusInput {
  pod: KubeObject;
  phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
  runs: readonly ContainerRun[];
  hasSandbox: boolean;
  hostIP: string;
  podIP: string | undefined;
  startTime: string;
  now: number;
}

/** The status that a kubelet reports for a pod. */
export function podStatus(input: PodStatusInput): any {
  const { pod, phase, runs, hostIP, podIP } = input;
  const unready = runs.filter(run => !run.ready).map(run => run.name);
  const ended = phase === 'Succeeded' || phase === 'Failed';
  const endReason = phase === 'Succeeded' ? 'PodCompleted' : 'PodFailed';
  const ready = !ended && unready.length === 0;
  let why: { reason?: string; message?: string } = {};
  if (ended) why = { reason: endReason };
  else if (!ready) {
    why = {
      reason: 'ContainersNotReady',
      message: `containers with unready status: [${unready.join(' ')}]`,
    };
  }
  const conditions = [
    condition(input, 'PodReadyToStartContainers', input.hasSandbox && !ended),
    condition(
      input,
      'Initialized',
      true,
      phase === 'Succeeded' ? { reason: endReason } : {},
    ),
    condition(input, 'Ready', ready, why),
    condition(input, 'ContainersReady', ready, why),
    condition(input, 'PodScheduled', true),
  ];
  return {
    observedGeneration: pod.metadata.generation,
    phase,
    conditions,
    hostIP,
    hostIPs: [{ ip: hostIP }],
    ...(podIP && { podIP, podIPs: [{ ip: podIP }] }),
    startTime: input.startTime,
    containerStatuses: pod.spec.containers.map((container: any) =>
      containerStatus(
        container,
        runs.find(run => run.name === container.name)!,
      ),
    ),
    qosClass: pod.status?.qosClass ?? qosClass(pod.spec),
  };
}

function condition(
  { pod, now }: PodStatusInput,
  type: string,
  holds: boolean,
  why: { reason?: string; message?: string } = {},
): any {
  const status = holds ? 'True' : 'False';
  const before = pod.status?.conditions?.find(
    (entry: any) => entry.type === type,
  );
  return {
    type,
    observedGeneration: pod.metadata.generation,
    status,
    lastProbeTime: null,
    lastTransitionTime:
      before?.status === status ? before.lastTransitionTime : timestamp(now),
    ...why,
  };
}

// One constant: every pod of every cluster shares it.
const CONDITION_FIELDS = {
  '.': {},
  'f:lastProbeTime': {},
  'f:lastTransitionTime': {},
  'f:observedGeneration': {},
  'f:status': {},
  'f:type': {},
};

/** What a kubelet owns of a pod, for `managedFields`. */
export const KUBELET_FIELDS = {
  'f:status': {
    'f:conditions': {
      'k:{"type":"ContainersReady"}': CONDITION_FIELDS,
      'k:{"type":"Initialized"}': CONDITION_FIELDS,
      'k:{"type":"PodReadyToStartContainers"}': CONDITION_FIELDS,
      'k:{"type":"PodScheduled"}': { 'f:observedGeneration': {} },
      'k:{"type":"Ready"}': CONDITION_FIELDS,
    },
    'f:containerStatuses': {},
    'f:hostIP': {},
    'f:hostIPs': {},
    'f:observedGeneration': {},
    'f:phase': {},
    'f:podIP': {},
    'f:podIPs': {},
    'f:startTime': {},
  },
};
