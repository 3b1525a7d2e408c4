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
import { dashboardCardSchema } from './dashboardContent';

/** Most entries that are kept of one person; the oldest go first. @public */
export const MOST_CARD_HISTORY = 200;

/** What happened to a card. `viewed` is one that was expanded to the full screen. @public */
export const cardHistoryKindSchema = z.enum(['viewed', 'removed', 'replaced']);

/** @public */
export type CardHistoryKind = z.infer<typeof cardHistoryKindSchema>;

/** Something to be remembered about a card. @public */
export const cardHistoryInputSchema = z.strictObject({
  kind: cardHistoryKindSchema,
  /** Id of the dashboard. */
  dashboard: z.string().min(1).max(64),
  /** The card as it was, its place included, so that it can be put back. */
  card: dashboardCardSchema,
});

/** What a caller writes of a card's history. @public */
export type CardHistoryInput = z.input<typeof cardHistoryInputSchema>;

/** An entry of a person's card history. @public */
export const cardHistoryEntrySchema = cardHistoryInputSchema.extend({
  id: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
});

/** @public */
export type CardHistoryEntry = z.infer<typeof cardHistoryEntrySchema>;
