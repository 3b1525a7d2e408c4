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
  rowLimit,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { z } from 'zod';
import { fleetTranslationRef } from '../../translation';
import { onlyTroubled } from '../onlyTroubled';

/** Settings of the card about network policies. */
export const isolationConfig = z.object({
  onlyTroubled,
  hideSystem: cardSetting(z.boolean().default(true), {
    label: cardText(fleetTranslationRef, 'isolation.hideSystem'),
    hint: cardText(fleetTranslationRef, 'isolation.hideSystemHint'),
  }),
  clusters: rowLimit({
    default: 6,
    most: 30,
    label: cardText(fleetTranslationRef, 'isolation.clustersSetting'),
  }),
});
