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

import { ClusterConnection } from '@quarterdeck/backstage-plugin-fleet-node';

const PLURALS = {
  Deployment: 'deployments',
  StatefulSet: 'statefulsets',
  ReplicaSet: 'replicasets',
};

/** Names one workload of a cluster. */
export interface WorkloadName {
  namespace: string;
  kind: keyof typeof PLURALS;
  name: string;
}

interface OwnerReference {
  kind: string;
  name: string;
  controller?: boolean;
}

/** The part of a workload that matters here. */
export interface Workload {
  metadata: {
    uid: string;
    resourceVersion: string;
    ownerReferences?: OwnerReference[];
  };
}

/** The scale subresource; a number of 0 is left out by the server. */
export interface Scale {
  metadata: { uid: string; resourceVersion: string };
  spec?: { replicas?: number };
  status?: { replicas?: number };
}

interface HorizontalPodAutoscaler {
  metadata: { name: string };
  spec: {
    scaleTargetRef: { apiVersion?: string; kind: string; name: string };
    minReplicas?: number;
    maxReplicas: number;
  };
}

/** API path of a workload. */
export function workloadPath({ namespace, kind, name }: WorkloadName): string {
  const segments = [namespace, PLURALS[kind], name].map(encodeURIComponent);
  return `/apis/apps/v1/namespaces/${segments.join('/')}`;
}

/** API path of the scale subresource of a workload. */
export function scalePath(workload: WorkloadName): string {
  return `${workloadPath(workload)}/scale`;
}

/** Replicas that a scale wants. */
export function wantedReplicas(scale: Scale): number {
  return scale.spec?.replicas ?? 0;
}

/** The controller that made the workload, if another one did. */
export function controllerOf(workload: Workload): OwnerReference | undefined {
  return workload.metadata.ownerReferences?.find(owner => owner.controller);
}

/** The autoscalers that set the number of replicas of a workload. */
export async function findAutoscalers(
  connection: ClusterConnection,
  workload: WorkloadName,
  signal: AbortSignal,
): Promise<{ name: string; min: number; max: number }[]> {
  const list = await connection.get<{ items?: HorizontalPodAutoscaler[] }>(
    `/apis/autoscaling/v2/namespaces/${encodeURIComponent(workload.namespace)}/horizontalpodautoscalers`,
    { signal },
  );
  return (list.items ?? [])
    .filter(({ spec: { scaleTargetRef: target } }) => {
      const group = target.apiVersion?.split('/')[0] ?? 'apps';
      return (
        group === 'apps' &&
        target.kind === workload.kind &&
        target.name === workload.name
      );
    })
    .map(({ metadata, spec }) => ({
      name: metadata.name,
      min: spec.minReplicas ?? 1,
      max: spec.maxReplicas,
    }));
}
