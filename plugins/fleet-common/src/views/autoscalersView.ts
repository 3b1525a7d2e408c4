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
import { horizontalPodAutoscalerRowSchema } from '../resources/horizontalPodAutoscalers';
import { createViewRef } from './ViewRef';
import { rowKey } from './rowKey';

/** HorizontalPodAutoscalers; those that cannot work first, then those at their maximum. @public */
export const autoscalersView = createViewRef({
  id: 'autoscalers.status',
  title: 'Autoscalers',
  params: z.object({
    /** Only those that cannot work or are at their maximum. */
    onlyTroubled: z.boolean().default(false),
  }),
  row: horizontalPodAutoscalerRowSchema,
  summary: z.object({
    failing: z.number().int(),
    atMaximum: z.number().int(),
    scaling: z.number().int(),
    inRange: z.number().int(),
    disabled: z.number().int(),
    unknown: z.number().int(),
  }),
  key: rowKey,
  sorts: ['severity', 'name', 'replicas', 'cluster', 'namespace', 'age'],
});
