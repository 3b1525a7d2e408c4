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

import { DashboardCard } from '@quarterdeck/backstage-plugin-fleet-common';
import { rowsOf } from './boxes';
import { moveCard } from './moveCard';

/** A step of a card on the grid. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * Moves a card by one column, or up or down to the next row where it can stay: cards float up, so that not every row is one. Undefined when
 * there is nowhere to go.
 */
export function stepCard(
  cards: readonly DashboardCard[],
  id: string,
  direction: Direction,
): DashboardCard[] | undefined {
  const from = cards.find(card => card.id === id)?.placement;
  if (!from) return undefined;
  if (direction === 'left' || direction === 'right') {
    const x = from.x + (direction === 'left' ? -1 : 1);
    const moved = moveCard(cards, id, { x, y: from.y });
    return placementOf(moved, id).x === from.x ? undefined : moved;
  }
  const by = direction === 'up' ? -1 : 1;
  const end = rowsOf(cards);
  for (let y = from.y + by; y >= 0 && y <= end; y += by) {
    const moved = moveCard(cards, id, { x: from.x, y });
    if (placementOf(moved, id).y !== from.y) return moved;
  }
  return undefined;
}

function placementOf(cards: readonly DashboardCard[], id: string) {
  return cards.find(card => card.id === id)!.placement;
}
