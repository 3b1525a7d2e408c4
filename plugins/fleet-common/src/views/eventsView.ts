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
import { eventRowSchema } from '../resources/events';
import { minutesBackSchema } from './lookBack';
import { createViewRef } from './ViewRef';
import { rowKey } from './rowKey';

/** Events, newest first. @public */
export const eventsView = createViewRef({
  id: 'events.recent',
  title: 'Event stream',
  params: z.object({
    /** Leaves out events that last happened longer ago; left out, there are all that the clusters still keep. */
    minutes: minutesBackSchema.optional(),
    type: z.enum(['Normal', 'Warning']).optional(),
    /** Events about one object. */
    object: z
      .object({ kind: z.string().max(63), name: z.string().max(253) })
      .optional(),
    /** Events about any of these objects, such as the workloads and pods of one component. */
    objects: z
      .array(z.object({ kind: z.string().max(63), name: z.string().max(253) }))
      .max(500)
      .optional(),
  }),
  row: eventRowSchema,
  summary: z.object({
    warnings: z.number().int(),
    normal: z.number().int(),
  }),
  key: rowKey,
  sorts: ['last', 'count', 'reason', 'cluster', 'namespace'],
});
