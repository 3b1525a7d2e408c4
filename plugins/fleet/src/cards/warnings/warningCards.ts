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
  sharedWarningsView,
  warningReasonsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { cardText } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { FleetCardDefinition } from '../FleetCardDefinition';
import { sharedWarningsConfig, warningEventsConfig } from './warningConfig';

/** Cards about warnings, for dashboards that want them. */
export const warningCards: readonly FleetCardDefinition[] = [
  {
    name: 'warning-events',
    title: cardText(fleetTranslationRef, 'warningEvents.title'),
    description: cardText(fleetTranslationRef, 'warningEvents.description'),
    category: 'events',
    view: warningReasonsView,
    config: warningEventsConfig,
    size: { width: 6, height: 4 },
    order: 230,
    hidden: true,
    loader: () => import('./WarningEventsCard').then(m => m.WarningEventsCard),
  },
  {
    name: 'shared-warnings',
    title: cardText(fleetTranslationRef, 'sharedWarnings.title'),
    description: cardText(fleetTranslationRef, 'sharedWarnings.description'),
    category: 'events',
    view: sharedWarningsView,
    config: sharedWarningsConfig,
    size: { width: 6, height: 4 },
    order: 240,
    hidden: true,
    loader: () =>
      import('./SharedWarningsCard').then(m => m.SharedWarningsCard),
  },
];
