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
  clustersHealthView,
  clusterVersionsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { cardText } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { FleetCardDefinition } from '../FleetCardDefinition';
import { clustersConfig } from './clustersConfig';
import { comparisonConfig } from './comparisonConfig';
import { focusConfig } from './focusConfig';

/** Cards about whole clusters, for dashboards that want them. */
export const clusterCards: readonly FleetCardDefinition[] = [
  {
    name: 'cluster-comparison',
    title: cardText(fleetTranslationRef, 'comparison.title'),
    description: cardText(fleetTranslationRef, 'comparison.description'),
    category: 'clusters',
    view: clustersHealthView,
    config: comparisonConfig,
    size: { width: 7, height: 7 },
    order: 110,
    hidden: true,
    loader: () =>
      import('./ClusterComparisonCard').then(m => m.ClusterComparisonCard),
  },
  {
    name: 'cluster-focus',
    title: cardText(fleetTranslationRef, 'focus.title'),
    description: cardText(fleetTranslationRef, 'focus.description'),
    category: 'clusters',
    view: clustersHealthView,
    config: focusConfig,
    size: { width: 5, height: 5 },
    order: 120,
    hidden: true,
    loader: () => import('./ClusterFocusCard').then(m => m.ClusterFocusCard),
  },
  {
    name: 'cluster-locations',
    title: cardText(fleetTranslationRef, 'locations.title'),
    description: cardText(fleetTranslationRef, 'locations.description'),
    category: 'clusters',
    view: clustersHealthView,
    config: clustersConfig,
    size: { width: 7, height: 6 },
    order: 130,
    hidden: true,
    loader: () =>
      import('../locations/ClusterLocationsCard').then(
        m => m.ClusterLocationsCard,
      ),
  },
  {
    name: 'upgrade-status',
    title: cardText(fleetTranslationRef, 'upgrade.title'),
    description: cardText(fleetTranslationRef, 'upgrade.description'),
    category: 'clusters',
    view: clusterVersionsView,
    config: clustersConfig,
    size: { width: 6, height: 5 },
    order: 140,
    hidden: true,
    loader: () => import('./UpgradeStatusCard').then(m => m.UpgradeStatusCard),
  },
];
