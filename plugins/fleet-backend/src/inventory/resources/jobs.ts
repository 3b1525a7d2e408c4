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
  jobsResource,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { epochOf } from './kubernetesTime';
import {
  PodTemplate,
  WorkloadCondition,
  workloadHead,
  WorkloadMetadata,
  workloadMetadataFields,
} from './WorkloadObject';

interface Job {
  metadata: WorkloadMetadata & {
    ownerReferences?: { name?: string; controller?: boolean }[];
  };
  spec?: {
    completions?: number | null;
    suspend?: boolean;
    template?: PodTemplate;
  };
  status?: {
    active?: number;
    succeeded?: number;
    failed?: number;
    startTime?: string;
    completionTime?: string;
    conditions?: WorkloadCondition[];
  };
}

/** Jobs of every namespace. There may be very many, and few look. */
export const jobs = watchedResource(jobsResource, {
  group: 'batch',
  version: 'v1',
  plural: 'jobs',
  keep: 'while-viewed',
  fields: [
    ...workloadMetadataFields,
    'metadata.ownerReferences.name',
    'metadata.ownerReferences.controller',
    'spec.completions',
    'spec.suspend',
    'spec.template.spec.containers.image',
    'status.active',
    'status.succeeded',
    'status.failed',
    'status.startTime',
    'status.completionTime',
    'status.conditions.type',
    'status.conditions.status',
    'status.conditions.reason',
    'status.conditions.message',
    'status.conditions.lastTransitionTime',
  ],
  project: jobRow,
});

function jobRow(job: Job, context: ProjectionContext): WorkloadRow {
  const { metadata, spec, status } = job;
  const controller = metadata.ownerReferences?.find(owner => owner.controller);
  const ended = conditionOf(job, 'Complete') ?? conditionOf(job, 'Failed');
  return {
    ...workloadHead(metadata, spec?.template, context),
    kind: 'Job',
    ...standing(job),
    replicas: spec?.completions ?? undefined,
    ready: status?.active ?? 0,
    available: status?.succeeded ?? 0,
    controller: context.intern(controller?.name ?? ''),
    started: epochOf(status?.startTime),
    changed: epochOf(status?.completionTime ?? ended?.lastTransitionTime),
  };
}

function standing(
  job: Job,
): Pick<WorkloadRow, 'status' | 'severity' | 'message'> {
  const failure = conditionOf(job, 'Failed');
  if (failure) {
    return {
      status: 'Failed',
      severity: 'error',
      message: failure.message ?? failure.reason,
    };
  }
  if (conditionOf(job, 'Complete')) {
    return { status: 'Complete' };
  }
  if (job.spec?.suspend) {
    return { status: 'Suspended' };
  }
  const failed = job.status?.failed ?? 0;
  return failed > 0
    ? {
        status: 'Running',
        severity: 'warning',
        message: `${failed} ${failed === 1 ? 'pod has' : 'pods have'} failed`,
      }
    : { status: 'Running' };
}

function conditionOf(job: Job, wanted: string): WorkloadCondition | undefined {
  return job.status?.conditions?.find(
    ({ type, status }) => type === wanted && status === 'True',
  );
}
