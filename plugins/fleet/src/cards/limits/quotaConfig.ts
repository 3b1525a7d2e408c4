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

import { cardText, threshold } from '@quarterdeck/backstage-plugin-fleet-react';
import { z } from 'zod';
import { fleetTranslationRef } from '../../translation';
import { onlyTroubled } from '../onlyTroubled';

const percent = (
  value: number,
  key: 'quotaUse.warnFrom' | 'quotaUse.errorFrom',
) =>
  threshold({
    default: value,
    least: 1,
    most: 100,
    unit: '%',
    label: cardText(fleetTranslationRef, key),
  });

/** Settings of the card about quotas. */
export const quotaConfig = z.object({
  warning: percent(80, 'quotaUse.warnFrom'),
  critical: percent(95, 'quotaUse.errorFrom'),
  onlyTroubled,
});

/** Shares of a limit from which on a quota is nearly full, and full. */
export interface QuotaThresholds {
  warning: number;
  critical: number;
}
