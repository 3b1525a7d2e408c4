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
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  listedAs,
  placedAt,
  readingOrder,
  rowsOf,
  stackInOrder,
} from './boxes';
import { compactLayout } from './normaliseLayout';

/** The cards one below the other over the whole width, for narrow windows. */
export function oneColumn(cards: readonly DashboardCard[]): DashboardCard[] {
  const wide = readingOrder(cards).map(card =>
    placedAt(card, { x: 0, width: GRID_COLUMNS }),
  );
  return listedAs(cards, stackInOrder(wide));
}

function idsInOrder(cards: readonly DashboardCard[]): string[] {
  return readingOrder(cards).map(({ id }) => id);
}

function isInOrder(
  cards: readonly DashboardCard[],
  ids: readonly string[],
): boolean {
  return idsInOrder(cards).every((id, index) => id === ids[index]);
}

/** Gives the n-th card of the new order the place that the n-th card of the old one had. */
function exchangePlaces(
  cards: readonly DashboardCard[],
  ids: readonly string[],
): DashboardCard[] {
  const places = readingOrder(cards).map(({ placement }) => placement);
  const byId = new Map(cards.map(card => [card.id, card]));
  const moved = ids.map((id, index) => {
    const card = byId.get(id)!;
    const { x, y } = places[index];
    return placedAt(card, {
      x: Math.min(x, GRID_COLUMNS - card.placement.width),
      y,
    });
  });
  return listedAs(cards, stackInOrder(moved));
}

/** Fills rows from the left, like words of a text. */
function fillRows(
  cards: readonly DashboardCard[],
  ids: readonly string[],
): DashboardCard[] {
  const byId = new Map(cards.map(card => [card.id, card]));
  let end = 0;
  const moved = ids.map(id => {
    const card = byId.get(id)!;
    const { width } = card.placement;
    const x = end + width > GRID_COLUMNS ? 0 : end;
    end = x + width;
    return placedAt(card, { x });
  });
  return listedAs(cards, stackInOrder(moved));
}

/**
 * Carries the order and heights that were made in one column over to all columns. Cards exchange their places where that leads to the order
 * without wasting rows; else rows are filled anew.
 *
 * @param column - the same cards as `oneColumn` gives them, moved and resized
 */
export function fromOneColumn(
  cards: readonly DashboardCard[],
  column: readonly DashboardCard[],
): DashboardCard[] {
  const heights = new Map(
    column.map(({ id, placement }) => [id, placement.height]),
  );
  const resized = cards.map(card =>
    placedAt(card, { height: heights.get(card.id) ?? card.placement.height }),
  );
  const ids = idsInOrder(column);
  if (isInOrder(compactLayout(cards), ids)) return compactLayout(resized);
  const filled = fillRows(resized, ids);
  const [best = filled] = [exchangePlaces(resized, ids), filled]
    .filter(it => isInOrder(it, ids))
    .sort((a, b) => rowsOf(a) - rowsOf(b));
  return best;
}
