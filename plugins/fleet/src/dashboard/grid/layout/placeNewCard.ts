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
  CardPlacement,
  DashboardCard,
  GRID_COLUMNS,
  MOST_CARD_ROWS,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { bottomOf, rowsOf, shareColumns } from './boxes';
import { CardSize } from './resizeCard';

/** The first hole from the top, and from the left, that a card of this size fits in; below all cards when there is none. */
export function placeNewCard(
  cards: readonly DashboardCard[],
  size: CardSize,
): CardPlacement {
  const width = Math.max(1, Math.min(GRID_COLUMNS, size.width));
  const height = Math.max(1, Math.min(MOST_CARD_ROWS, size.height));
  const isFree = (place: CardPlacement) =>
    !cards.some(
      card =>
        shareColumns(card.placement, place) &&
        card.placement.y < place.y + height &&
        place.y < bottomOf(card),
    );
  const end = rowsOf(cards);
  for (let y = 0; y < end; y += 1) {
    for (let x = 0; x + width <= GRID_COLUMNS; x += 1) {
      const place = { x, y, width, height };
      if (isFree(place)) return place;
    }
  }
  return { x: 0, y: end, width, height };
}
