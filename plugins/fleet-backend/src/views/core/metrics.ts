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
  nodeMetricsResource,
  podMetricsResource,
  ResourceRow,
  topNodesView,
  topPodsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  AddToCounter,
  collectionView,
  Counters,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, byText, inOrder } from './orders';

interface UsageRow extends ResourceRow {
  readonly cpu: number;
  readonly memory: number;
}

const byName = byText<UsageRow>(row => row.name);

const sorts = {
  cpu: byLargest<UsageRow>(row => row.cpu),
  memory: byLargest<UsageRow>(row => row.memory),
  name: byName,
  cluster: inOrder(
    byText<UsageRow>(row => row.cluster),
    byName,
  ),
  namespace: inOrder(
    byText<UsageRow>(row => row.namespace),
    byName,
  ),
};

const counters = ['cpu', 'memory'] as const;
type Counter = (typeof counters)[number];

function count(row: UsageRow, add: AddToCounter<Counter>): void {
  add('cpu', row.cpu);
  add('memory', row.memory);
}

/** Adding and taking away fractions leaves some; what is finer than a millionth of a core is only that. */
const summarise = ({ cpu, memory }: Counters<Counter>) => ({
  cpu: Math.round(cpu * 1e6) / 1e6,
  memory,
});

/** Pods by what they use. */
export const topPods = collectionView(topPodsView, {
  resource: podMetricsResource,
  visibility: 'rows',
  sorts,
  counters,
  count,
  summarise,
});

/** Nodes by what they use. */
export const topNodes = collectionView(topNodesView, {
  resource: nodeMetricsResource,
  visibility: 'rows',
  filter:
    ({ node }) =>
    row =>
      node === undefined || row.name === node,
  sorts,
  counters,
  count,
  summarise,
});
