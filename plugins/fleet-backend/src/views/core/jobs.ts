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
  compareSeverity,
  cronJobsResource,
  cronJobsView,
  jobsResource,
  jobsView,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, inOrder } from './orders';
import { workloadOrders } from './workloadOrders';

const COUNTER_OF = {
  Running: 'running',
  Complete: 'complete',
  Failed: 'failed',
  Suspended: 'suspended',
} as const;

/** How long a Job that has ended took; -1 for those of which it is not known. */
function duration({ started, changed }: WorkloadRow): number {
  return started === undefined || changed === undefined
    ? -1
    : changed - started;
}

/** Jobs, failed ones first. */
export const jobs = collectionView(jobsView, {
  resource: jobsResource,
  visibility: 'rows',
  filter:
    ({ onlyTroubled }) =>
    job =>
      !onlyTroubled || job.severity !== undefined,
  sorts: {
    ...workloadOrders,
    severity: inOrder<WorkloadRow>(
      (a, b) => compareSeverity(a.severity, b.severity),
      workloadOrders.changed,
    ),
    duration: inOrder(byLargest(duration), workloadOrders.name),
  },
  counters: ['running', 'complete', 'failed', 'suspended'],
  count: ({ status }, add) => {
    if (status in COUNTER_OF) {
      add(COUNTER_OF[status as keyof typeof COUNTER_OF]);
    }
  },
  summarise: counters => ({ ...counters }),
});

/** CronJobs by when they were due last. */
export const cronJobs = collectionView(cronJobsView, {
  resource: cronJobsResource,
  visibility: 'rows',
  sorts: workloadOrders,
  counters: ['scheduled', 'suspended'],
  count: ({ status }, add) =>
    add(status === 'Suspended' ? 'suspended' : 'scheduled'),
  summarise: counters => ({ ...counters }),
});
