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
  daemonSetsResource,
  deploymentsResource,
  jobsResource,
  statefulSetsResource,
  WorkloadRow,
  workloadsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { ownerRef } from '../../owners/ownerRef';
import { labelFilter } from './labelFilter';
import { byLargest, byText, inOrder } from './orders';

/** The kinds of workload that are kept, of which the last two only while somebody looks. */
export const workloadResources = [
  deploymentsResource,
  statefulSetsResource,
  daemonSetsResource,
  jobsResource,
  cronJobsResource,
] as const;

const byName = byText<WorkloadRow>(workload => workload.name);

/** Workloads of all kinds. */
export const workloads = collectionView(workloadsView, {
  resources: workloadResources,
  visibility: 'rows',
  filter: ({ kinds, onlyTroubled, selector, owner, name }) => {
    const ofKinds = kinds && new Set(kinds);
    const labelled = labelFilter(selector);
    const wanted = owner === undefined ? undefined : ownerRef(owner);
    return workload =>
      (ofKinds === undefined || ofKinds.has(workload.kind)) &&
      (!onlyTroubled || workload.severity !== undefined) &&
      (labelled === undefined || labelled(workload.labels)) &&
      (wanted === undefined || ownerRef(workload.owner) === wanted) &&
      (name === undefined || workload.name === name);
  },
  sorts: {
    severity: inOrder<WorkloadRow>(
      (a, b) => compareSeverity(a.severity, b.severity),
      byName,
    ),
    name: byName,
    kind: inOrder(
      byText<WorkloadRow>(workload => workload.kind),
      byName,
    ),
    cluster: inOrder(
      byText<WorkloadRow>(workload => workload.cluster),
      byName,
    ),
    namespace: inOrder(
      byText<WorkloadRow>(workload => workload.namespace),
      byName,
    ),
    replicas: inOrder(
      byLargest<WorkloadRow>(workload => workload.replicas ?? -1),
      byName,
    ),
    age: inOrder(
      byLargest<WorkloadRow>(workload => workload.created),
      byName,
    ),
  },
  counters: ['workloads', 'errors', 'warnings', 'progress'],
  count: ({ severity }, add) => {
    add('workloads');
    if (severity === 'error') add('errors');
    if (severity === 'warning') add('warnings');
    if (severity === 'progress') add('progress');
  },
  summarise: counters => ({ ...counters }),
});
