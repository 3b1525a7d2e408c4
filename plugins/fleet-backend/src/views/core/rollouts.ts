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
  daemonSetsResource,
  deploymentsResource,
  rolloutsView,
  statefulSetsResource,
  WorkloadRow,
  WorkloadStatus,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { labelFilter } from './labelFilter';
import { byLargest, byNumber, byText, inOrder } from './orders';

const MINUTE = 60_000;

/** What is not over, the most urgent first; the others have ended. */
const UNDER_WAY: readonly WorkloadStatus[] = [
  'Failed',
  'Progressing',
  'Paused',
];

const COUNTER_OF: Partial<
  Record<WorkloadStatus, 'progressing' | 'failed' | 'paused'>
> = { Failed: 'failed', Progressing: 'progressing', Paused: 'paused' };

const byName = byText<WorkloadRow>(workload => workload.name);
const byChanged = byLargest<WorkloadRow>(lastMoved);

/** When the rollout last moved. StatefulSets and DaemonSets do not tell, but not before they were made. */
function lastMoved({ changed, created }: WorkloadRow): number {
  return changed ?? created;
}

function urgency({ status }: WorkloadRow): number {
  const place = UNDER_WAY.indexOf(status);
  return place < 0 ? UNDER_WAY.length : place;
}

/** Rollouts by when they last moved. */
export const rollouts = collectionView(rolloutsView, {
  resources: [deploymentsResource, statefulSetsResource, daemonSetsResource],
  visibility: 'rows',
  renewEvery: MINUTE,
  filter: ({ minutes, selector }, now) => {
    const labelled = labelFilter(selector);
    const since = now - minutes * MINUTE;
    return workload =>
      (UNDER_WAY.includes(workload.status) || lastMoved(workload) >= since) &&
      (labelled === undefined || labelled(workload.labels));
  },
  sorts: {
    progress: inOrder(byNumber(urgency), byChanged, byName),
    changed: inOrder(byChanged, byName),
    name: byName,
    cluster: inOrder(
      byText<WorkloadRow>(workload => workload.cluster),
      byName,
    ),
    namespace: inOrder(
      byText<WorkloadRow>(workload => workload.namespace),
      byName,
    ),
  },
  counters: ['progressing', 'failed', 'paused', 'done'],
  count: ({ status }, add) => add(COUNTER_OF[status] ?? 'done'),
  summarise: counters => ({ ...counters }),
});
