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
  GRID_COLUMNS,
  MOST_CARD_ROWS,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { arrangeAround } from './arrangeAround';
import { bottomOf, placedAt } from './boxes';

/** Columns and rows. */
export interface CardSize {
  width: number;
  height: number;
}

/** What a card may be shrunk to when it does not say otherwise. */
export const SMALLEST_CARD: CardSize = { width: 3, height: 2 };

function between(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(Math.min(least, most), Math.round(value)));
}

/** Gives a card another size. Its upper left corner stays; what it grows over moves below it. */
export function resizeCard(
  cards: readonly DashboardCard[],
  id: string,
  size: CardSize,
  smallest: CardSize = SMALLEST_CARD,
): DashboardCard[] {
  const card = cards.find(it => it.id === id);
  if (!card) return [...cards];
  const { x, y, height } = card.placement;
  const resized = placedAt(card, {
    width: between(size.width, smallest.width, GRID_COLUMNS - x),
    height: card.collapsed
      ? height
      : between(size.height, smallest.height, MOST_CARD_ROWS),
  });
  return arrangeAround(cards, resized, other => bottomOf(other) <= y);
}
