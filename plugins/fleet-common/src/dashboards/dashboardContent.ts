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
import { cardPlacementSchema } from './cardPlacement';

/** Most cards that one dashboard may have. @public */
export const MOST_CARDS = 60;

/** Most characters that the settings of a card have as JSON. @public */
export const MOST_CARD_SETTINGS = 16_000;

/** Most characters that the content of a dashboard has as JSON. @public */
export const MOST_DASHBOARD_CONTENT = 300_000;

/**
 * A card on a dashboard. The card may be of a plugin that is not installed here: it is kept, and shown by its name.
 * @public
 */
export const dashboardCardSchema = z.object({
  /** Of this place on this dashboard; the same card may stand on it twice. */
  id: z.string().min(1).max(64),
  /** Id of the card's extension: `fleet-card:fleet/pod-issues`. */
  card: z.string().min(1).max(200),
  /** In place of the card's own title. */
  title: z.string().min(1).max(120).optional(),
  /** Settings by the card's own schema, which is looked at when it is drawn. */
  config: z
    .record(z.string(), z.unknown())
    .refine(
      config => isWithin(config, MOST_CARD_SETTINGS),
      `must not have more than ${MOST_CARD_SETTINGS} characters`,
    )
    .default({}),
  /** Only its header shows. */
  collapsed: z.boolean().default(false),
  placement: cardPlacementSchema,
});

/** @public */
export type DashboardCard = z.infer<typeof dashboardCardSchema>;

/** How a figure of the stats bar is drawn. @public */
export const statDisplaySchema = z.enum(['number', 'sparkline', 'ring', 'bar']);

/** @public */
export type StatDisplay = z.infer<typeof statDisplaySchema>;

/** A figure of the stats bar, such as `pods`. @public */
export const dashboardStatSchema = z.object({
  /** Id of the stat block: `clusters`, `pods`. */
  block: z.string().min(1).max(100),
  display: statDisplaySchema.default('number'),
});

/** @public */
export type DashboardStat = z.infer<typeof dashboardStatSchema>;

/**
 * What a dashboard shows: its cards, and the figures above them in their order.
 * @public
 */
export const dashboardContentSchema = z
  .object({
    cards: z
      .array(dashboardCardSchema)
      .max(MOST_CARDS)
      .refine(
        cards => new Set(cards.map(({ id }) => id)).size === cards.length,
        'Two cards have the same id',
      ),
    /** An empty list hides the bar. */
    stats: z
      .array(dashboardStatSchema)
      .max(20)
      .refine(
        stats => new Set(stats.map(({ block }) => block)).size === stats.length,
        'A figure is there twice',
      ),
  })
  .refine(
    content => isWithin(content, MOST_DASHBOARD_CONTENT),
    `must not have more than ${MOST_DASHBOARD_CONTENT} characters`,
  );

/** @public */
export type DashboardContent = z.infer<typeof dashboardContentSchema>;

function isWithin(value: unknown, characters: number): boolean {
  try {
    return JSON.stringify(value).length <= characters;
  } catch {
    // Nested so deeply that it cannot be written.
    return false;
  }
}
