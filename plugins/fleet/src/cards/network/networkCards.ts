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
  ingressesView,
  namespaceIsolationView,
  networkOverviewView,
  servicesView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { cardText } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { FleetCardDefinition } from '../FleetCardDefinition';
import { onlyTroubledConfig } from '../onlyTroubled';
import { isolationConfig } from './isolationConfig';

/** Cards about services, ingresses and network policies. */
export const networkCardDefinitions: readonly FleetCardDefinition[] = [
  {
    name: 'network-overview',
    title: cardText(fleetTranslationRef, 'network.title'),
    description: cardText(fleetTranslationRef, 'network.description'),
    category: 'network',
    view: networkOverviewView,
    size: { width: 6, height: 5 },
    order: 330,
    hidden: true,
    loader: () =>
      import('./NetworkOverviewCard').then(m => m.NetworkOverviewCard),
  },
  {
    name: 'service-status',
    title: cardText(fleetTranslationRef, 'services.title'),
    description: cardText(fleetTranslationRef, 'services.description'),
    category: 'network',
    view: servicesView,
    config: onlyTroubledConfig,
    size: { width: 7, height: 6 },
    order: 340,
    hidden: true,
    loader: () => import('./ServiceStatusCard').then(m => m.ServiceStatusCard),
  },
  {
    name: 'ingress-status',
    title: cardText(fleetTranslationRef, 'ingresses.title'),
    description: cardText(fleetTranslationRef, 'ingresses.description'),
    category: 'network',
    view: ingressesView,
    config: onlyTroubledConfig,
    size: { width: 7, height: 4 },
    order: 350,
    hidden: true,
    loader: () => import('./IngressStatusCard').then(m => m.IngressStatusCard),
  },
  {
    name: 'network-policies',
    title: cardText(fleetTranslationRef, 'isolation.title'),
    description: cardText(fleetTranslationRef, 'isolation.description'),
    category: 'network',
    view: namespaceIsolationView,
    config: isolationConfig,
    size: { width: 6, height: 6 },
    order: 360,
    hidden: true,
    loader: () =>
      import('./NetworkPoliciesCard').then(m => m.NetworkPoliciesCard),
  },
];
