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
  statefulSetsResource,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import {
  availability,
  isObserved,
  PodTemplate,
  workloadHead,
  WorkloadMetadata,
  workloadMetadataFields,
} from './WorkloadObject';

interface StatefulSet {
  metadata: WorkloadMetadata;
  spec?: {
    replicas?: number;
    updateStrategy?: {
      type?: string;
      rollingUpdate?: { partition?: number };
    };
    template?: PodTemplate;
  };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    readyReplicas?: number;
    updatedReplicas?: number;
    availableReplicas?: number;
    currentRevision?: string;
    updateRevision?: string;
  };
}

/** StatefulSets of every namespace, watched from the start. */
export const statefulSets = watchedResource(statefulSetsResource, {
  group: 'apps',
  version: 'v1',
  plural: 'statefulsets',
  keep: 'always',
  fields: [
    ...workloadMetadataFields,
    'spec.replicas',
    'spec.updateStrategy.type',
    'spec.updateStrategy.rollingUpdate.partition',
    'spec.template.spec.containers.image',
    'status.observedGeneration',
    'status.replicas',
    'status.readyReplicas',
    'status.updatedReplicas',
    'status.availableReplicas',
    'status.currentRevision',
    'status.updateRevision',
  ],
  project: statefulSetRow,
});

function statefulSetRow(
  set: StatefulSet,
  context: ProjectionContext,
): WorkloadRow {
  const { metadata, spec, status } = set;
  return {
    ...workloadHead(metadata, spec?.template, context),
    kind: 'StatefulSet',
    ...standing(set),
    replicas: spec?.replicas ?? 1,
    ready: status?.readyReplicas ?? 0,
    updated: status?.updatedReplicas ?? 0,
    available: status?.availableReplicas ?? 0,
    revision: status?.updateRevision,
    controller: '',
  };
}

/** As `kubectl rollout status` decides it. Pods beyond the one that is waited for are not made, so fewer than wanted are still coming while all that are there are available. */
function standing({ metadata, spec, status }: StatefulSet) {
  const wanted = spec?.replicas ?? 1;
  const made = status?.replicas ?? 0;
  const available = status?.availableReplicas ?? 0;
  if (wanted === 0 && made === 0 && isObserved(metadata, status)) {
    return { status: 'Scaled to zero' } as const;
  }
  const coming = made < wanted && available === made;
  return !isObserved(metadata, status) ||
    isRolling({ metadata, spec, status }, wanted) ||
    coming ||
    made > wanted
    ? ({ status: 'Progressing', severity: 'progress' } as const)
    : availability(available, wanted);
}

function isRolling({ spec, status }: StatefulSet, wanted: number): boolean {
  if (spec?.updateStrategy?.type === 'OnDelete') {
    return false;
  }
  const partition = spec?.updateStrategy?.rollingUpdate?.partition ?? 0;
  if (partition > 0) {
    return (status?.updatedReplicas ?? 0) < wanted - partition;
  }
  return status?.updateRevision !== status?.currentRevision;
}
