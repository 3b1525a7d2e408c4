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

import {
  PodRow,
  podsResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { epochOf } from './kubernetesTime';
import { Pod } from './PodObject';
import { podRequest } from './podRequests';
import { isInitialising, podStatus } from './podStatus';
import { podOwner, podWorkload } from './podWorkload';
import { sharedLabels } from './sharedLabels';

const CONTAINER_STATUS = ['name', 'ready', 'started', 'restartCount'];

const CONTAINER_STATE = [
  'state',
  'lastState.terminated.reason',
  'lastState.terminated.exitCode',
  'lastState.terminated.finishedAt',
];

/** Pods of every namespace, watched from the start. */
export const pods = watchedResource(podsResource, {
  group: '',
  version: 'v1',
  plural: 'pods',
  keep: 'always',
  fields: [
    'metadata.creationTimestamp',
    'metadata.deletionTimestamp',
    'metadata.labels',
    'metadata.ownerReferences.kind',
    'metadata.ownerReferences.name',
    'metadata.ownerReferences.controller',
    'spec.nodeName',
    'spec.overhead',
    'spec.containers.name',
    'spec.containers.resources.requests',
    'spec.initContainers.name',
    'spec.initContainers.restartPolicy',
    'spec.initContainers.resources.requests',
    'status.phase',
    'status.reason',
    'status.message',
    'status.conditions.type',
    'status.conditions.status',
    'status.conditions.reason',
    'status.conditions.message',
    ...['containerStatuses', 'initContainerStatuses'].flatMap(statuses =>
      [...CONTAINER_STATUS, ...CONTAINER_STATE].map(
        field => `status.${statuses}.${field}`,
      ),
    ),
  ],
  project: podRow,
});

function podRow(pod: Pod, { cluster, intern }: ProjectionContext): PodRow {
  const { status, severity, message } = podStatus(pod);
  const owner = podOwner(pod);
  const workload = podWorkload(pod);
  const { ready, containers, restarts, lastRestart } = containerCounts(pod);
  return {
    uid: pod.metadata.uid,
    cluster,
    namespace: intern(pod.metadata.namespace ?? ''),
    name: pod.metadata.name,
    status: intern(status),
    phase: intern(pod.status?.phase ?? 'Unknown'),
    severity,
    message,
    node: intern(pod.spec?.nodeName ?? ''),
    owner: intern(owner?.name ?? ''),
    ownerKind: intern(owner?.kind ?? ''),
    workload: intern(workload.name),
    workloadKind: intern(workload.kind),
    labels: sharedLabels(pod.metadata.labels),
    ready,
    containers,
    restarts,
    lastRestart,
    cpuRequest: podRequest(pod, 'cpu'),
    memoryRequest: podRequest(pod, 'memory'),
    gpuRequest: podRequest(pod, 'nvidia.com/gpu'),
    created: epochOf(pod.metadata.creationTimestamp) ?? 0,
  };
}

/** Counts as `kubectl get pods` does: sidecars count as containers, and while init containers run, restarts are theirs. */
function containerCounts(
  pod: Pod,
): Pick<PodRow, 'ready' | 'containers' | 'restarts' | 'lastRestart'> {
  const sidecars = new Set(
    (pod.spec?.initContainers ?? [])
      .filter(container => container.restartPolicy === 'Always')
      .map(container => container.name),
  );
  const initial = pod.status?.initContainerStatuses ?? [];
  const main = pod.status?.containerStatuses ?? [];
  const counted = [
    ...initial.filter(status => sidecars.has(status.name)),
    ...main,
  ];
  const restarting = isInitialising(pod) ? initial : counted;
  let lastRestart: number | undefined;
  for (const status of restarting) {
    const finished = epochOf(status.lastState?.terminated?.finishedAt);
    if (finished !== undefined) {
      lastRestart = Math.max(lastRestart ?? finished, finished);
    }
  }
  return {
    ready: counted.filter(status => status.ready).length,
    containers: (pod.spec?.containers?.length ?? main.length) + sidecars.size,
    restarts: restarting.reduce(
      (sum, status) => sum + (status.restartCount ?? 0),
      0,
    ),
    lastRestart,
  };
}
