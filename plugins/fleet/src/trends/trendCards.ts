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

import { trendView } from '@quarterdeck/backstage-plugin-fleet-common';
import { cardText } from '@quarterdeck/backstage-plugin-fleet-react';
import { FleetCardDefinition } from '../cards/FleetCardDefinition';
import { fleetTranslationRef } from '../translation';
import {
  clusterMetricsConfig,
  podHealthTrendConfig,
  resourceTrendConfig,
} from './trendConfig';

/** Cards about figures over time. */
export const trendCardDefinitions: readonly FleetCardDefinition[] = [
  {
    name: 'cluster-metrics',
    title: cardText(fleetTranslationRef, 'clusterMetrics.title'),
    description: cardText(fleetTranslationRef, 'clusterMetrics.description'),
    category: 'clusters',
    view: trendView,
    config: clusterMetricsConfig,
    size: { width: 6, height: 4 },
    order: 400,
    hidden: true,
    loader: () =>
      import('./ClusterMetricsCard').then(m => m.ClusterMetricsCard),
  },
  {
    name: 'resource-trend',
    title: cardText(fleetTranslationRef, 'resourceTrend.title'),
    description: cardText(fleetTranslationRef, 'resourceTrend.description'),
    category: 'compute',
    view: trendView,
    config: resourceTrendConfig,
    size: { width: 6, height: 4 },
    order: 410,
    hidden: true,
    loader: () => import('./ResourceTrendCard').then(m => m.ResourceTrendCard),
  },
  {
    name: 'pod-health-trend',
    title: cardText(fleetTranslationRef, 'podHealthTrend.title'),
    description: cardText(fleetTranslationRef, 'podHealthTrend.description'),
    category: 'pods',
    view: trendView,
    config: podHealthTrendConfig,
    size: { width: 6, height: 4 },
    order: 420,
    hidden: true,
    loader: () =>
      import('./PodHealthTrendCard').then(m => m.PodHealthTrendCard),
  },
];
