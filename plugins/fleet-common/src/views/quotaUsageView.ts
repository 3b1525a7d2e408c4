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

import { z } from 'zod';
import { resourceQuotaRowSchema } from '../resources/resourceQuotas';
import { createViewRef } from './ViewRef';
import { rowKey } from './rowKey';

const share = z.number().min(0).max(1);

/** ResourceQuotas by how much of their fullest limit is used, and how many are past two thresholds. @public */
export const quotaUsageView = createViewRef({
  id: 'quotas.usage',
  title: 'Use of quotas',
  params: z.object({
    /** Share of a limit from which on a quota counts as nearly full. */
    warning: share.default(0.8),
    /** Share of a limit from which on a quota counts as full. */
    critical: share.default(0.95),
    /** Leaves out quotas below the first threshold. */
    onlyNearlyFull: z.boolean().default(false),
  }),
  row: resourceQuotaRowSchema,
  summary: z.object({
    critical: z.number().int(),
    /** Past the first threshold, and not past the second. */
    warning: z.number().int(),
    below: z.number().int(),
    /** Of which nothing has been counted yet. */
    unknown: z.number().int(),
  }),
  key: rowKey,
  sorts: ['share', 'name', 'cluster', 'namespace', 'age'],
});
