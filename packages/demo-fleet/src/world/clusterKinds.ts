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

import type { ObjectStore } from '../store/ObjectStore';
import { ResourceHandle } from './ResourceHandle';

/** The kinds that the controllers work on. */
export function clusterKinds(store: ObjectStore) {
  const handle = (apiVersion: string, kind: string) =>
    new ResourceHandle(store, store.types.require(apiVersion, kind));
  return {
    events: handle('v1', 'Event'),
    pods: handle('v1', 'Pod'),
    nodes: handle('v1', 'Node'),
    namespaces: handle('v1', 'Namespace'),
    configMaps: handle('v1', 'ConfigMap'),
    serviceAccounts: handle('v1', 'ServiceAccount'),
    deployments: handle('apps/v1', 'Deployment'),
    replicaSets: handle('apps/v1', 'ReplicaSet'),
    statefulSets: handle('apps/v1', 'StatefulSet'),
    daemonSets: handle('apps/v1', 'DaemonSet'),
    controllerRevisions: handle('apps/v1', 'ControllerRevision'),
    jobs: handle('batch/v1', 'Job'),
    cronJobs: handle('batch/v1', 'CronJob'),
    leases: handle('coordination.k8s.io/v1', 'Lease'),
    services: handle('v1', 'Service'),
    endpoints: handle('v1', 'Endpoints'),
    endpointSlices: handle('discovery.k8s.io/v1', 'EndpointSlice'),
    resourceQuotas: handle('v1', 'ResourceQuota'),
    persistentVolumeClaims: handle('v1', 'PersistentVolumeClaim'),
    persistentVolumes: handle('v1', 'PersistentVolume'),
    storageClasses: handle('storage.k8s.io/v1', 'StorageClass'),
    horizontalPodAutoscalers: handle(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
    ),
    disruptionBudgets: handle('policy/v1', 'PodDisruptionBudget'),
  };
}

export type ClusterKinds = ReturnType<typeof clusterKinds>;
