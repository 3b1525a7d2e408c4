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
  cronJobsResource,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { epochOf } from './kubernetesTime';
import {
  PodTemplate,
  workloadHead,
  WorkloadMetadata,
  workloadMetadataFields,
} from './WorkloadObject';

interface CronJob {
  metadata: WorkloadMetadata;
  spec?: {
    schedule?: string;
    timeZone?: string | null;
    suspend?: boolean;
    jobTemplate?: { spec?: { template?: PodTemplate } };
  };
  status?: { lastScheduleTime?: string };
}

/** CronJobs of every namespace, watched while somebody looks. */
export const cronJobs = watchedResource(cronJobsResource, {
  group: 'batch',
  version: 'v1',
  plural: 'cronjobs',
  keep: 'while-viewed',
  fields: [
    ...workloadMetadataFields,
    'spec.schedule',
    'spec.timeZone',
    'spec.suspend',
    'spec.jobTemplate.spec.template.spec.containers.image',
    'status.lastScheduleTime',
  ],
  project: cronJobRow,
});

function cronJobRow(
  { metadata, spec, status }: CronJob,
  context: ProjectionContext,
): WorkloadRow {
  const { schedule, timeZone } = spec ?? {};
  return {
    ...workloadHead(metadata, spec?.jobTemplate?.spec?.template, context),
    kind: 'CronJob',
    status: spec?.suspend ? 'Suspended' : 'Scheduled',
    schedule: schedule && timeZone ? `${schedule} (${timeZone})` : schedule,
    controller: '',
    changed: epochOf(status?.lastScheduleTime),
  };
}
