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
  claimsView,
  compareSeverity,
  PersistentVolumeClaimRow,
  persistentVolumeClaimsResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, byText, inOrder } from './orders';
import { placeOrders } from './placeOrders';

const places = placeOrders<PersistentVolumeClaimRow>();

const COUNTER_OF = {
  Bound: 'bound',
  Pending: 'pending',
  Lost: 'lost',
} as const;

/** PersistentVolumeClaims. */
export const claims = collectionView(claimsView, {
  resource: persistentVolumeClaimsResource,
  visibility: 'rows',
  filter: ({ phases, storageClass, onlyTroubled }) => {
    const wanted = phases && new Set(phases);
    return claim =>
      (wanted === undefined || wanted.has(claim.phase)) &&
      (storageClass === undefined || claim.storageClass === storageClass) &&
      (!onlyTroubled || claim.severity !== undefined);
  },
  sorts: {
    ...places,
    severity: inOrder<PersistentVolumeClaimRow>(
      (a, b) => compareSeverity(a.severity, b.severity),
      places.name,
    ),
    storageClass: inOrder(
      byText<PersistentVolumeClaimRow>(claim => claim.storageClass),
      places.name,
    ),
    requested: inOrder(
      byLargest<PersistentVolumeClaimRow>(claim => claim.requested ?? -1),
      places.name,
    ),
    capacity: inOrder(
      byLargest<PersistentVolumeClaimRow>(claim => claim.capacity ?? -1),
      places.name,
    ),
  },
  counters: ['bound', 'pending', 'lost', 'requested'],
  count: ({ phase, requested = 0 }, add) => {
    if (Object.hasOwn(COUNTER_OF, phase)) {
      add(COUNTER_OF[phase as keyof typeof COUNTER_OF]);
    }
    add('requested', requested);
  },
  summarise: counters => ({ ...counters }),
});
