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
  deploymentsResource,
  Severity,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { epochOf } from './kubernetesTime';
import {
  availability,
  isObserved,
  PodTemplate,
  WorkloadCondition,
  workloadHead,
  WorkloadMetadata,
  workloadMetadataFields,
} from './WorkloadObject';

interface Deployment {
  metadata: WorkloadMetadata;
  spec?: {
    replicas?: number;
    paused?: boolean;
    template?: PodTemplate;
  };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    readyReplicas?: number;
    updatedReplicas?: number;
    availableReplicas?: number;
    conditions?: WorkloadCondition[];
  };
}

/** Deployments of every namespace, watched from the start. */
export const deployments = watchedResource(deploymentsResource, {
  group: 'apps',
  version: 'v1',
  plural: 'deployments',
  keep: 'always',
  fields: [
    ...workloadMetadataFields,
    'metadata.annotations[deployment.kubernetes.io/revision]',
    'spec.replicas',
    'spec.paused',
    'spec.template.spec.containers.image',
    'status.observedGeneration',
    'status.replicas',
    'status.readyReplicas',
    'status.updatedReplicas',
    'status.availableReplicas',
    'status.conditions.type',
    'status.conditions.status',
    'status.conditions.reason',
    'status.conditions.message',
    'status.conditions.lastUpdateTime',
  ],
  project: deploymentRow,
});

function deploymentRow(
  deployment: Deployment,
  context: ProjectionContext,
): WorkloadRow {
  const { metadata, spec, status } = deployment;
  return {
    ...workloadHead(metadata, spec?.template, context),
    kind: 'Deployment',
    ...rollout(deployment),
    replicas: spec?.replicas ?? 1,
    ready: status?.readyReplicas ?? 0,
    updated: status?.updatedReplicas ?? 0,
    available: status?.availableReplicas ?? 0,
    revision: metadata.annotations?.['deployment.kubernetes.io/revision'],
    controller: '',
    changed: epochOf(
      status?.conditions?.find(({ type }) => type === 'Progressing')
        ?.lastUpdateTime,
    ),
  };
}

/**
 * Where the rollout stands, as `kubectl rollout status` decides it, and whether replicas are missing.
 */
function rollout({ metadata, spec, status }: Deployment): {
  status: WorkloadRow['status'];
  severity?: Severity;
  message?: string;
} {
  const wanted = spec?.replicas ?? 1;
  const available = status?.availableReplicas ?? 0;
  const updated = status?.updatedReplicas ?? 0;
  const progressing = status?.conditions?.find(
    ({ type }) => type === 'Progressing',
  );
  if (progressing?.status === 'False') {
    return {
      status: 'Failed',
      severity: 'error',
      message: progressing.message ?? progressing.reason,
    };
  }
  if (spec?.paused) {
    return { status: 'Paused' };
  }
  if (wanted === 0 && (status?.replicas ?? 0) === 0) {
    return { status: 'Scaled to zero' };
  }
  const complete = progressing?.reason === 'NewReplicaSetAvailable';
  const rolling =
    !isObserved(metadata, status) ||
    updated < wanted ||
    (status?.replicas ?? 0) > updated ||
    (available < wanted && progressing !== undefined && !complete);
  if (rolling) {
    return { status: 'Progressing', severity: 'progress' };
  }
  return availability(available, wanted);
}
