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
  ingressesResource,
  ingressesView,
  IngressRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byText, inOrder } from './orders';
import { placeOrders } from './placeOrders';

const places = placeOrders<IngressRow>();

/** Ingresses. */
export const ingresses = collectionView(ingressesView, {
  resource: ingressesResource,
  visibility: 'rows',
  filter:
    ({ className, onlyTroubled }) =>
    ingress =>
      (className === undefined || ingress.className === className) &&
      (!onlyTroubled || ingress.severity !== undefined),
  sorts: {
    ...places,
    severity: inOrder<IngressRow>(
      (a, b) => compareSeverity(a.severity, b.severity),
      places.name,
    ),
    class: inOrder(
      byText<IngressRow>(ingress => ingress.className),
      places.name,
    ),
  },
  counters: ['withAddress', 'withoutAddress', 'withoutTls'],
  count: ({ addresses, tls }, add) => {
    add(addresses.length > 0 ? 'withAddress' : 'withoutAddress');
    if (tls !== 'all') add('withoutTls');
  },
  summarise: counters => ({ ...counters }),
});
