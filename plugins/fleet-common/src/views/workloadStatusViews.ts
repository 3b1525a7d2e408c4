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

import { z } from 'zod';
import { workloadRowSchema } from '../resources/workloads';
import { createViewRef } from './ViewRef';
import { rowKey } from './rowKey';

const count = z.number().int();

const params = z.object({
  /** Leaves out those with which nothing is the matter. */
  onlyTroubled: z.boolean().default(false),
});

/** Of workloads that are rolled out to all their replicas, or nodes. */
const rolledOut = {
  params,
  row: workloadRowSchema,
  summary: z.object({
    available: count,
    progressing: count,
    degraded: count,
    /** DaemonSets too, which then are to run on no node. */
    scaledToZero: count,
  }),
  key: rowKey,
  sorts: ['severity', 'name', 'cluster', 'namespace', 'replicas', 'age'],
};

/** StatefulSets, troubled first. @public */
export const statefulSetsView = createViewRef({
  ...rolledOut,
  id: 'statefulsets.status',
  title: 'StatefulSets',
});

/** DaemonSets, troubled first. @public */
export const daemonSetsView = createViewRef({
  ...rolledOut,
  id: 'daemonsets.status',
  title: 'DaemonSets',
});

/** Jobs: failed ones first, then the newest. @public */
export const jobsView = createViewRef({
  id: 'jobs.status',
  title: 'Jobs',
  params,
  row: workloadRowSchema,
  summary: z.object({
    running: count,
    complete: count,
    failed: count,
    suspended: count,
  }),
  key: rowKey,
  sorts: [
    'severity',
    'changed',
    'duration',
    'name',
    'cluster',
    'namespace',
    'age',
  ],
});

/** CronJobs, those that were due last first. @public */
export const cronJobsView = createViewRef({
  id: 'cronjobs.status',
  title: 'CronJobs',
  params: z.object({}),
  row: workloadRowSchema,
  summary: z.object({ scheduled: count, suspended: count }),
  key: rowKey,
  sorts: ['changed', 'status', 'name', 'cluster', 'namespace', 'age'],
});
