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
  deploymentsResource,
  deploymentsView,
  WorkloadRow,
  WorkloadStatus,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, byText, inOrder } from './orders';

const byName = byText<WorkloadRow>(deployment => deployment.name);

const COUNTERS = [
  'available',
  'progressing',
  'degraded',
  'failed',
  'paused',
  'scaledToZero',
] as const;

const COUNTER_OF: Partial<Record<WorkloadStatus, (typeof COUNTERS)[number]>> = {
  Available: 'available',
  Progressing: 'progressing',
  Degraded: 'degraded',
  Failed: 'failed',
  Paused: 'paused',
  'Scaled to zero': 'scaledToZero',
};

/** Deployments and where their rollouts stand. */
export const deployments = collectionView(deploymentsView, {
  resource: deploymentsResource,
  visibility: 'rows',
  filter:
    ({ onlyTroubled }) =>
    deployment =>
      !onlyTroubled || deployment.severity !== undefined,
  sorts: {
    severity: inOrder<WorkloadRow>(
      (a, b) => compareSeverity(a.severity, b.severity),
      byName,
    ),
    name: byName,
    cluster: inOrder(
      byText<WorkloadRow>(deployment => deployment.cluster),
      byName,
    ),
    namespace: inOrder(
      byText<WorkloadRow>(deployment => deployment.namespace),
      byName,
    ),
    replicas: inOrder(
      byLargest<WorkloadRow>(deployment => deployment.replicas ?? 0),
      byName,
    ),
    age: inOrder(
      byLargest<WorkloadRow>(deployment => deployment.created),
      byName,
    ),
  },
  counters: COUNTERS,
  count: (deployment, add) => {
    const counter = COUNTER_OF[deployment.status];
    if (counter) add(counter);
  },
  summarise: counters => ({ ...counters }),
});
