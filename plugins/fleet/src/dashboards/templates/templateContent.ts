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
  DashboardCard,
  DashboardContent,
  GRID_COLUMNS,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetCard,
  FleetDashboardTemplate,
} from '@quarterdeck/backstage-plugin-fleet-react';

/** What a dashboard made from a template shows, with the cards that are installed. */
export function templateContent(
  template: FleetDashboardTemplate,
  installed: readonly FleetCard[],
): DashboardContent {
  const byId = new Map(installed.map(card => [card.id, card]));
  const wanted =
    typeof template.cards === 'function'
      ? template.cards(installed)
      : template.cards;
  let x = 0;
  let y = 0;
  let below = 0;
  const used = new Map<string, number>();
  const cards = wanted.flatMap((placed): DashboardCard[] => {
    const card = byId.get(placed.card);
    if (!card) return [];
    const width = Math.min(GRID_COLUMNS, placed.width ?? card.size.width);
    const height = placed.height ?? card.size.height;
    if (x + width > GRID_COLUMNS) {
      x = 0;
      y = below;
    }
    const placement = { x, y, width, height };
    x += width;
    below = Math.max(below, y + height);
    // The same from one time to the next, so that a link to a card stays good.
    const name = card.id.replace(/^.*\//, '').slice(0, 56);
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return [
      {
        id: times > 1 ? `${name}-${times}` : name,
        card: card.id,
        title: placed.title,
        config: placed.config ?? {},
        collapsed: false,
        placement,
      },
    ];
  });
  return { cards, stats: [...template.stats] };
}
