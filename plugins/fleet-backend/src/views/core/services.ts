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
  ServiceRow,
  servicesResource,
  servicesView,
  ServiceType,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byNumber, byText, inOrder } from './orders';
import { placeOrders } from './placeOrders';

const COUNTER_OF = {
  ClusterIP: 'clusterIps',
  NodePort: 'nodePorts',
  LoadBalancer: 'loadBalancers',
  ExternalName: 'externalNames',
} as const satisfies Record<ServiceType, string>;

const places = placeOrders<ServiceRow>();

/** Services. */
export const services = collectionView(servicesView, {
  resource: servicesResource,
  visibility: 'rows',
  filter: ({ types, onlyMarked }) => {
    const wanted = types && new Set(types);
    return service =>
      (wanted === undefined || wanted.has(service.type)) &&
      (!onlyMarked || service.status !== 'Set up');
  },
  sorts: {
    ...places,
    severity: inOrder<ServiceRow>(
      (a, b) => compareSeverity(a.severity, b.severity),
      byNumber(service => (service.status === 'Set up' ? 1 : 0)),
      places.name,
    ),
    type: inOrder(
      byText<ServiceRow>(service => service.type),
      places.name,
    ),
  },
  counters: [
    ...Object.values(COUNTER_OF),
    'headless',
    'withoutAddress',
    'withoutSelector',
  ],
  count: (service, add) => {
    add(COUNTER_OF[service.type]);
    if (service.headless) add('headless');
    if (service.status === 'No address') add('withoutAddress');
    if (service.status === 'No selector') add('withoutSelector');
  },
  summarise: counters => ({ ...counters }),
});
