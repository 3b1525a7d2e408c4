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
import { minutesBackSchema } from './lookBack';
import { createViewRef } from './ViewRef';

/**
 * How many events each cluster reported over the last minutes, in equal spans of time, of which the first is cut where the time begins.
 *
 * @remarks
 *
 * An event that happened several times is counted once, in the span of its last time: Kubernetes keeps no more. Kubernetes forgets events
 * after an hour by default, so a longer time shows what is still there. `start` is epoch milliseconds, a multiple of the span.
 *
 * @public
 */
export const eventsTimelineView = createViewRef({
  id: 'events.timeline',
  title: 'Events timeline',
  params: z.object({
    minutes: minutesBackSchema.default(60),
  }),
  row: z.object({
    cluster: z.string(),
    start: z.number(),
    normal: z.number().int(),
    warnings: z.number().int(),
  }),
  summary: z.object({
    /** Milliseconds of one span. */
    span: z.number().int(),
    /** Reasons of warnings, most frequent first, at most ten. */
    reasons: z.array(
      z.object({ reason: z.string(), events: z.number().int() }),
    ),
  }),
  key: row => `${row.cluster}/${row.start}`,
});
