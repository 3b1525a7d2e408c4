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

import { WorkloadRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { epochOf } from './kubernetesTime';
import { sharedLabels } from './sharedLabels';

/** The fields of a workload's metadata that the projections read. */
export interface WorkloadMetadata {
  uid: string;
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  generation?: number;
  creationTimestamp?: string;
}

/** The fields of a pod template that the projections read. */
export interface PodTemplate {
  spec?: { containers?: { image?: string }[] };
}

/** The part of a condition that the projections read. */
export interface WorkloadCondition {
  type?: string;
  status?: string;
  reason?: string;
  message?: string;
  lastUpdateTime?: string;
  lastTransitionTime?: string;
}

const OWNER = 'backstage.io/owner';

/** Paths of {@link WorkloadMetadata}. */
export const workloadMetadataFields = [
  'metadata.generation',
  'metadata.creationTimestamp',
  'metadata.labels',
  `metadata.annotations[${OWNER}]`,
];

/** The part of a row that all kinds of workload have in common. */
export function workloadHead(
  metadata: WorkloadMetadata,
  template: PodTemplate | undefined,
  { cluster, intern }: { cluster: string; intern: (text: string) => string },
) {
  const owner = metadata.annotations?.[OWNER] ?? metadata.labels?.[OWNER];
  return {
    uid: metadata.uid,
    cluster,
    namespace: intern(metadata.namespace ?? ''),
    name: metadata.name,
    images: (template?.spec?.containers ?? []).map(({ image }) =>
      intern(image ?? ''),
    ),
    labels: sharedLabels(metadata.labels),
    owner: owner === undefined ? undefined : intern(owner),
    created: epochOf(metadata.creationTimestamp) ?? 0,
  } satisfies Partial<WorkloadRow>;
}

/** Whether the controller has seen the present specification. */
export function isObserved(
  metadata: WorkloadMetadata,
  status: { observedGeneration?: number } | undefined,
): boolean {
  return (status?.observedGeneration ?? 0) >= (metadata.generation ?? 0);
}

/** Where a workload stands that has nothing left to roll out: all there, or not. */
export function availability(
  available: number,
  wanted: number,
): Pick<WorkloadRow, 'status' | 'severity' | 'message'> {
  return available < wanted
    ? {
        status: 'Degraded',
        severity: available === 0 ? 'error' : 'warning',
        message: `${available} of ${wanted} replicas are available`,
      }
    : { status: 'Available' };
}
