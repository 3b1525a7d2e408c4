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
import { arrangementsAround } from './arrangeAround';
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
  const card = cards.find(it => it.id === id);
  if (!card) return undefined;
  const { x, y } = card.placement;
  const placeIn = (after: readonly DashboardCard[]) =>
    after.find(it => it.id === id)!.placement;
  switch (direction) {
    case 'up':
      return arrangementsAround(cards, card)
        .reverse()
        .find(after => placeIn(after).y < y);
    case 'down':
      return arrangementsAround(cards, card).find(
        after => placeIn(after).y > y,
      );
    default: {
      const to = { x: x + (direction === 'left' ? -1 : 1), y };
      const after = moveCard(cards, id, to);
      return placeIn(after).x === x ? undefined : after;
    }
  }
}
