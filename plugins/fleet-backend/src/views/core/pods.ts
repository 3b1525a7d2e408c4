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
  podIssuesView,
  PodRow,
  podsResource,
  podsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  AddToCounter,
  collectionView,
  Counters,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { labelFilter } from './labelFilter';
import { byLargest, byText, inOrder } from './orders';

const COUNTERS = ['errors', 'warnings', 'progress'] as const;
type Counter = (typeof COUNTERS)[number];

const byName = byText<PodRow>(pod => pod.name);
const sorts = {
  name: byName,
  severity: inOrder<PodRow>(
    (a, b) => compareSeverity(a.severity, b.severity),
    byLargest(pod => pod.restarts),
    byName,
  ),
  status: inOrder(
    byText<PodRow>(pod => pod.status),
    byName,
  ),
  restarts: inOrder(
    byLargest<PodRow>(pod => pod.restarts),
    byName,
  ),
  age: inOrder(
    byLargest<PodRow>(pod => pod.created),
    byName,
  ),
  cluster: inOrder(
    byText<PodRow>(pod => pod.cluster),
    byName,
  ),
  namespace: inOrder(
    byText<PodRow>(pod => pod.namespace),
    byName,
  ),
  node: inOrder(
    byText<PodRow>(pod => pod.node),
    byName,
  ),
};

function count(pod: PodRow, add: AddToCounter<Counter>): void {
  if (pod.severity === 'error') add('errors');
  else if (pod.severity === 'warning') add('warnings');
  else if (pod.severity === 'progress') add('progress');
}

const summarise = (counters: Counters<Counter>) => ({ ...counters });

function belongsTo(
  pod: PodRow,
  { kind, name }: { kind: string; name: string },
): boolean {
  return (
    (pod.workloadKind === kind && pod.workload === name) ||
    (pod.ownerKind === kind && pod.owner === name)
  );
}

/** All pods. */
export const pods = collectionView(podsView, {
  resource: podsResource,
  visibility: 'rows',
  filter: ({ node, phase, selector, workload }) => {
    const labelled = labelFilter(selector);
    return pod =>
      (node === undefined || pod.node === node) &&
      (phase === undefined || pod.phase === phase) &&
      (workload === undefined || belongsTo(pod, workload)) &&
      (labelled === undefined || labelled(pod.labels));
  },
  sorts,
  counters: COUNTERS,
  count,
  summarise,
});

/** Pods with a problem. */
export const podIssues = collectionView(podIssuesView, {
  resource: podsResource,
  visibility: 'rows',
  filter: ({ severities }) => {
    const wanted = new Set(severities);
    return pod => pod.severity !== undefined && wanted.has(pod.severity);
  },
  sorts,
  counters: COUNTERS,
  count,
  summarise,
});
