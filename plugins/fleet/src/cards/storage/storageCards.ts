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
  storageOverviewView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { cardText } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { FleetCardDefinition } from '../FleetCardDefinition';
import { onlyTroubledConfig } from '../onlyTroubled';
import { storageOverviewConfig } from './storageOverviewConfig';

/** Cards about claims, volumes and storage classes. */
export const storageCardDefinitions: readonly FleetCardDefinition[] = [
  {
    name: 'storage-overview',
    title: cardText(fleetTranslationRef, 'storage.title'),
    description: cardText(fleetTranslationRef, 'storage.description'),
    category: 'storage',
    view: storageOverviewView,
    config: storageOverviewConfig,
    size: { width: 6, height: 6 },
    order: 310,
    hidden: true,
    loader: () =>
      import('./StorageOverviewCard').then(m => m.StorageOverviewCard),
  },
  {
    name: 'pvc-status',
    title: cardText(fleetTranslationRef, 'claims.title'),
    description: cardText(fleetTranslationRef, 'claims.description'),
    category: 'storage',
    view: claimsView,
    config: onlyTroubledConfig,
    size: { width: 7, height: 5 },
    order: 320,
    hidden: true,
    loader: () => import('./PvcStatusCard').then(m => m.PvcStatusCard),
  },
];
