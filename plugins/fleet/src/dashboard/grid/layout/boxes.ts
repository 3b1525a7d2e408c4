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
} from '@quarterdeck/backstage-plugin-fleet-common';

/** The rows that a card takes now: its own height is kept while it is collapsed. */
export function rowsTaken(card: DashboardCard): number {
  return card.collapsed ? 1 : card.placement.height;
}

/** The first row below a card. */
export function bottomOf(card: DashboardCard): number {
  return card.placement.y + rowsTaken(card);
}

/** Rows of the whole grid. */
export function rowsOf(cards: readonly DashboardCard[]): number {
  return cards.reduce((most, card) => Math.max(most, bottomOf(card)), 0);
}

/** Whether two cards share a column, so that one must stand above the other. */
export function shareColumns(a: CardPlacement, b: CardPlacement): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width;
}

/** The cards from the top, and from the left in a row. */
export function readingOrder(
  cards: readonly DashboardCard[],
): readonly DashboardCard[] {
  return [...cards].sort(
    (a, b) => a.placement.y - b.placement.y || a.placement.x - b.placement.x,
  );
}

function isSamePlacement(a: CardPlacement, b: CardPlacement): boolean {
  return (
    a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
  );
}

/** Whether the same cards, listed in the same order, stand in the same places. */
export function isSameLayout(
  a: readonly DashboardCard[],
  b: readonly DashboardCard[],
): boolean {
  return (
    a.length === b.length &&
    a.every(
      (card, index) =>
        card.id === b[index].id &&
        isSamePlacement(card.placement, b[index].placement),
    )
  );
}

/** The card with another placement; itself when that is where it stands already. */
export function placedAt(
  card: DashboardCard,
  change: Partial<CardPlacement>,
): DashboardCard {
  const { x, y, width, height } = card.placement;
  const placement = { x, y, width, height, ...change };
  return isSamePlacement(placement, card.placement)
    ? card
    : { ...card, placement };
}

/** Lets each card fall upwards in this order until it meets one that came before it; nothing overlaps afterwards. */
export function stackInOrder(
  order: readonly DashboardCard[],
): readonly DashboardCard[] {
  const skyline = new Array<number>(GRID_COLUMNS).fill(0);
  return order.map(card => {
    const { x, width } = card.placement;
    const y = Math.max(...skyline.slice(x, x + width));
    skyline.fill(y + rowsTaken(card), x, x + width);
    return placedAt(card, { y });
  });
}

/** Cards of a new arrangement in the order in which they were listed before. */
export function listedAs(
  before: readonly DashboardCard[],
  arranged: readonly DashboardCard[],
): DashboardCard[] {
  const byId = new Map(arranged.map(card => [card.id, card]));
  return before.map(card => byId.get(card.id) ?? card);
}
