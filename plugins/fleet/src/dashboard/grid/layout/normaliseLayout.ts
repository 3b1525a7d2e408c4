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
import { listedAs, placedAt, readingOrder, stackInOrder } from './boxes';

const LOWEST_ROW = 10_000;

function whole(value: unknown, least: number, most: number): number {
  // NaN, which compares with nothing, falls to the least as well.
  const number = Math.floor(Number(value));
  return number > least ? Math.min(number, most) : least;
}

function withinColumns(placement: CardPlacement): CardPlacement {
  const width = whole(placement.width, 1, GRID_COLUMNS);
  return {
    width,
    height: whole(placement.height, 1, MOST_CARD_ROWS),
    x: whole(placement.x, 0, GRID_COLUMNS - width),
    y: whole(placement.y, 0, LOWEST_ROW),
  };
}

/** Closes gaps from below: each card moves up as far as it can, in the order in which they stand. */
export function compactLayout(
  cards: readonly DashboardCard[],
): DashboardCard[] {
  return listedAs(cards, stackInOrder(readingOrder(cards)));
}

/** Makes an arrangement of any origin one that can be shown: inside the columns, without overlaps and gaps. A good one stays as it is. */
export function normaliseLayout(
  cards: readonly DashboardCard[],
): DashboardCard[] {
  return compactLayout(
    cards.map(card => placedAt(card, withinColumns(card.placement))),
  );
}
