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
  nodeConditionsView,
  NodeRow,
  nodesResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, byText, inOrder } from './orders';

const COUNTER_OF = {
  MemoryPressure: 'memoryPressure',
  DiskPressure: 'diskPressure',
  PIDPressure: 'pidPressure',
  NetworkUnavailable: 'networkUnavailable',
} as const;

const byName = byText<NodeRow>(node => node.name);
const byNewest = byLargest<NodeRow>(({ since }) =>
  since ? Math.max(0, ...Object.values(since)) : 0,
);

/** Nodes with the conditions that they are in. */
export const nodeConditions = collectionView(nodeConditionsView, {
  resource: nodesResource,
  visibility: 'rows',
  filter:
    ({ onlyTroubled }) =>
    node =>
      !onlyTroubled || node.severity !== undefined,
  sorts: {
    severity: inOrder<NodeRow>(
      (a, b) => compareSeverity(a.severity, b.severity),
      byNewest,
      byName,
    ),
    since: inOrder(byNewest, byName),
    name: byName,
    cluster: inOrder(
      byText<NodeRow>(node => node.cluster),
      byName,
    ),
    age: inOrder(
      byLargest<NodeRow>(node => node.created),
      byName,
    ),
  },
  counters: [
    'ready',
    'notReady',
    'unknown',
    'memoryPressure',
    'diskPressure',
    'pidPressure',
    'networkUnavailable',
    'cordoned',
  ],
  count: (node, add) => {
    if (node.ready === undefined) add('unknown');
    else add(node.ready ? 'ready' : 'notReady');
    for (const type of node.pressures) {
      if (type in COUNTER_OF) add(COUNTER_OF[type as keyof typeof COUNTER_OF]);
    }
    if (!node.schedulable) add('cordoned');
  },
  summarise: counters => ({ ...counters }),
});
