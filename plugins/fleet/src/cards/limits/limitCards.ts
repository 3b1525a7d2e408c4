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
  quotaUsageView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { cardText } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { FleetCardDefinition } from '../FleetCardDefinition';
import { onlyTroubledConfig } from '../onlyTroubled';
import { quotaConfig } from './quotaConfig';

/** Cards about autoscalers and quotas. */
export const limitCardDefinitions: readonly FleetCardDefinition[] = [
  {
    name: 'hpa-status',
    title: cardText(fleetTranslationRef, 'autoscalers.title'),
    description: cardText(fleetTranslationRef, 'autoscalers.description'),
    category: 'workloads',
    view: autoscalersView,
    config: onlyTroubledConfig,
    size: { width: 7, height: 5 },
    order: 370,
    hidden: true,
    loader: () => import('./HpaStatusCard').then(m => m.HpaStatusCard),
  },
  {
    name: 'namespace-quotas',
    title: cardText(fleetTranslationRef, 'quotaUse.title'),
    description: cardText(fleetTranslationRef, 'quotaUse.description'),
    category: 'namespaces',
    view: quotaUsageView,
    config: quotaConfig,
    size: { width: 7, height: 5 },
    order: 380,
    hidden: true,
    loader: () =>
      import('./NamespaceQuotasCard').then(m => m.NamespaceQuotasCard),
  },
];
