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
  cardSetting,
  cardText,
  clusterSelection,
  namespaceSelection,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { z } from 'zod';
import { fleetTranslationRef } from '../../translation';

const hours = cardSetting(z.number().int().min(1).max(24).default(1), {
  label: cardText(fleetTranslationRef, 'warningEvents.hours'),
  hint: cardText(fleetTranslationRef, 'warningEvents.hoursHint'),
  unit: 'h',
});

/** Settings of the card about warnings. */
export const warningEventsConfig = z.object({
  hours,
  clusters: clusterSelection,
  namespaces: namespaceSelection,
});

/** Settings of the card about warnings that clusters share. */
export const sharedWarningsConfig = z.object({
  hours,
  atLeast: cardSetting(z.number().int().min(2).max(100).default(2), {
    label: cardText(fleetTranslationRef, 'sharedWarnings.atLeast'),
  }),
  clusters: clusterSelection,
  namespaces: namespaceSelection,
});
