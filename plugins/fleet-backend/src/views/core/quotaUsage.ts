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
  quotaUsageView,
  ResourceQuotaRow,
  resourceQuotasResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, inOrder } from './orders';
import { placeOrders } from './placeOrders';

const places = placeOrders<ResourceQuotaRow>();

/** Quotas by how full they are. */
export const quotaUsage = collectionView(quotaUsageView, {
  resource: resourceQuotasResource,
  visibility: 'rows',
  filter:
    ({ warning, onlyNearlyFull }) =>
    ({ share }) =>
      !onlyNearlyFull || (share !== undefined && share >= warning),
  sorts: {
    ...places,
    share: inOrder(
      byLargest<ResourceQuotaRow>(quota => quota.share ?? -1),
      places.name,
    ),
  },
  counters: ['critical', 'warning', 'below', 'unknown'],
  count: ({ share }, add, { warning, critical }) => {
    if (share === undefined) add('unknown');
    else if (share >= critical) add('critical');
    else add(share >= warning ? 'warning' : 'below');
  },
  summarise: counters => ({ ...counters }),
});
