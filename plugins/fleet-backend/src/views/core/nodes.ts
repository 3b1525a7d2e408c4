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
  NodeRow,
  nodesResource,
  nodesView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, byText, inOrder } from './orders';

const byName = byText<NodeRow>(node => node.name);

/** All nodes. */
export const nodes = collectionView(nodesView, {
  resource: nodesResource,
  visibility: 'rows',
  filter:
    ({ name }) =>
    node =>
      name === undefined || node.name === name,
  sorts: {
    severity: inOrder<NodeRow>(
      (a, b) => compareSeverity(a.severity, b.severity),
      byName,
    ),
    name: byName,
    cluster: inOrder(
      byText<NodeRow>(node => node.cluster),
      byName,
    ),
    age: inOrder(
      byLargest<NodeRow>(node => node.created),
      byName,
    ),
    cpu: inOrder(
      byLargest<NodeRow>(node => node.cpu),
      byName,
    ),
    memory: inOrder(
      byLargest<NodeRow>(node => node.memory),
      byName,
    ),
    gpus: inOrder(
      byLargest<NodeRow>(node => node.gpus),
      byName,
    ),
  },
  counters: ['ready', 'notReady', 'unknown', 'cordoned'],
  count: (node, add) => {
    if (node.ready === undefined) add('unknown');
    else add(node.ready ? 'ready' : 'notReady');
    if (!node.schedulable) add('cordoned');
  },
  summarise: counters => ({ ...counters }),
});
