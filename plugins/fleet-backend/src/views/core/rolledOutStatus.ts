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
  daemonSetsView,
  statefulSetsResource,
  statefulSetsView,
  WorkloadRow,
  WorkloadStatus,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  AddToCounter,
  collectionView,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { workloadOrders } from './workloadOrders';

const COUNTERS = [
  'available',
  'progressing',
  'degraded',
  'scaledToZero',
] as const;

type Counter = (typeof COUNTERS)[number];

const COUNTER_OF: Partial<Record<WorkloadStatus, Counter>> = {
  Available: 'available',
  Progressing: 'progressing',
  Degraded: 'degraded',
  'Scaled to zero': 'scaledToZero',
};

const shared = {
  visibility: 'rows',
  filter:
    ({ onlyTroubled }: { onlyTroubled: boolean }) =>
    ({ severity }: WorkloadRow) =>
      !onlyTroubled || severity !== undefined,
  sorts: workloadOrders,
  counters: COUNTERS,
  count: ({ status }: WorkloadRow, add: AddToCounter<Counter>) => {
    const counter = COUNTER_OF[status];
    if (counter) add(counter);
  },
  summarise: (counters: Readonly<Record<Counter, number>>) => ({ ...counters }),
} as const;

/** StatefulSets and where they stand. */
export const statefulSets = collectionView(statefulSetsView, {
  ...shared,
  resource: statefulSetsResource,
});

/** DaemonSets and where they stand. */
export const daemonSets = collectionView(daemonSetsView, {
  ...shared,
  resource: daemonSetsResource,
});
