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
  threshold,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { z } from 'zod';
import { fleetTranslationRef } from '../../translation';

/** Settings of the card that compares requests with use. */
export const requestsConfig = z.object({
  by: cardSetting(z.enum(['namespace', 'cluster']).default('namespace'), {
    label: cardText(fleetTranslationRef, 'requests.by'),
    options: {
      namespace: cardText(fleetTranslationRef, 'requests.byNamespace'),
      cluster: cardText(fleetTranslationRef, 'requests.byCluster'),
    },
  }),
  resource: cardSetting(z.enum(['cpu', 'memory']).default('cpu'), {
    label: cardText(fleetTranslationRef, 'requests.resource'),
    options: {
      cpu: cardText(fleetTranslationRef, 'measure.cpu'),
      memory: cardText(fleetTranslationRef, 'measure.memory'),
    },
  }),
  over: threshold({
    default: 200,
    least: 100,
    most: 10_000,
    unit: '%',
    label: cardText(fleetTranslationRef, 'requests.overFrom'),
    hint: cardText(fleetTranslationRef, 'requests.overFromHint'),
  }),
  clusters: clusterSelection,
  namespaces: namespaceSelection,
});
