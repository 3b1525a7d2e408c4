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
  namespaceRequestsView,
  nodeConditionsView,
  nodeMapView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { cardText } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { FleetCardDefinition } from '../FleetCardDefinition';
import { requestsConfig } from '../usage/requestsConfig';
import { nodeConditionsConfig } from './nodeConditionsConfig';
import { nodeMapConfig } from './nodeMapConfig';

/** Cards about nodes and what pods ask of them, for dashboards that want them. */
export const computeCards: readonly FleetCardDefinition[] = [
  {
    name: 'node-map',
    title: cardText(fleetTranslationRef, 'nodeMap.title'),
    description: cardText(fleetTranslationRef, 'nodeMap.description'),
    category: 'compute',
    view: nodeMapView,
    config: nodeMapConfig,
    size: { width: 12, height: 4 },
    order: 200,
    hidden: true,
    loader: () => import('./NodeMapCard').then(m => m.NodeMapCard),
  },
  {
    name: 'node-conditions',
    title: cardText(fleetTranslationRef, 'nodeConditions.title'),
    description: cardText(fleetTranslationRef, 'nodeConditions.description'),
    category: 'compute',
    view: nodeConditionsView,
    config: nodeConditionsConfig,
    size: { width: 6, height: 4 },
    order: 210,
    hidden: true,
    loader: () =>
      import('./NodeConditionsCard').then(m => m.NodeConditionsCard),
  },
  {
    name: 'requests-against-use',
    title: cardText(fleetTranslationRef, 'requests.title'),
    description: cardText(fleetTranslationRef, 'requests.description'),
    category: 'compute',
    view: namespaceRequestsView,
    config: requestsConfig,
    size: { width: 7, height: 5 },
    order: 220,
    hidden: true,
    loader: () =>
      import('../usage/RequestsAgainstUseCard').then(
        m => m.RequestsAgainstUseCard,
      ),
  },
];
