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
  ResourceQuotaRow,
  resourceQuotasResource,
  resourceQuotasView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, byText, inOrder } from './orders';

const byName = byText<ResourceQuotaRow>(quota => quota.name);

/** Quotas and what is used of them. */
export const resourceQuotas = collectionView(resourceQuotasView, {
  resource: resourceQuotasResource,
  visibility: 'rows',
  sorts: {
    name: byName,
    cluster: inOrder(
      byText<ResourceQuotaRow>(quota => quota.cluster),
      byName,
    ),
    namespace: inOrder(
      byText<ResourceQuotaRow>(quota => quota.namespace),
      byName,
    ),
    age: inOrder(
      byLargest<ResourceQuotaRow>(quota => quota.created),
      byName,
    ),
  },
  counters: ['full'],
  count: ({ items }, add) => {
    if (items.some(({ used, hard }) => hard > 0 && (used ?? 0) >= hard)) {
      add('full');
    }
  },
  summarise: counters => ({ ...counters }),
});
