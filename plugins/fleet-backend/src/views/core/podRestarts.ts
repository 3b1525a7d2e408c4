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
  podRestartsView,
  PodRow,
  podsResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, byText, inOrder } from './orders';

const MINUTE = 60_000;

const byName = byText<PodRow>(pod => pod.name);
const byRestarts = byLargest<PodRow>(pod => pod.restarts);
const byLast = byLargest<PodRow>(pod => pod.lastRestart ?? 0);

/** Pods of which a container was restarted lately. */
export const podRestarts = collectionView(podRestartsView, {
  resource: podsResource,
  visibility: 'rows',
  renewEvery: MINUTE,
  filter: ({ minutes }, now) => {
    const since = now - minutes * MINUTE;
    return pod =>
      pod.restarts > 0 &&
      pod.lastRestart !== undefined &&
      pod.lastRestart >= since;
  },
  sorts: {
    lastRestart: inOrder(byLast, byRestarts, byName),
    restarts: inOrder(byRestarts, byLast, byName),
    severity: inOrder<PodRow>(
      (a, b) => compareSeverity(a.severity, b.severity),
      byRestarts,
      byName,
    ),
    name: byName,
    cluster: inOrder(
      byText<PodRow>(pod => pod.cluster),
      byName,
    ),
    namespace: inOrder(
      byText<PodRow>(pod => pod.namespace),
      byName,
    ),
    age: inOrder(
      byLargest<PodRow>(pod => pod.created),
      byName,
    ),
  },
  counters: ['pods', 'errors', 'restarts'],
  count: (pod, add) => {
    add('pods');
    if (pod.severity === 'error') add('errors');
    add('restarts', pod.restarts);
  },
  summarise: counters => ({ ...counters }),
});
