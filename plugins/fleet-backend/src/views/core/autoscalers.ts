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
  autoscalersView,
  AutoscalerStatus,
  compareSeverity,
  HorizontalPodAutoscalerRow,
  horizontalPodAutoscalersResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, inOrder } from './orders';
import { placeOrders } from './placeOrders';

const COUNTER_OF = {
  'Cannot scale': 'failing',
  'No metrics': 'failing',
  'At maximum': 'atMaximum',
  Scaling: 'scaling',
  'In range': 'inRange',
  Disabled: 'disabled',
  Unknown: 'unknown',
} as const satisfies Record<AutoscalerStatus, string>;

const places = placeOrders<HorizontalPodAutoscalerRow>();

/** HorizontalPodAutoscalers. */
export const autoscalers = collectionView(autoscalersView, {
  resource: horizontalPodAutoscalersResource,
  visibility: 'rows',
  filter:
    ({ onlyTroubled }) =>
    ({ severity }) =>
      !onlyTroubled || severity === 'error' || severity === 'warning',
  sorts: {
    ...places,
    severity: inOrder<HorizontalPodAutoscalerRow>(
      (a, b) => compareSeverity(a.severity, b.severity),
      places.name,
    ),
    replicas: inOrder(
      byLargest<HorizontalPodAutoscalerRow>(({ current }) => current ?? -1),
      places.name,
    ),
  },
  counters: [
    'failing',
    'atMaximum',
    'scaling',
    'inRange',
    'disabled',
    'unknown',
  ],
  count: ({ status }, add) => add(COUNTER_OF[status]),
  summarise: counters => ({ ...counters }),
});
