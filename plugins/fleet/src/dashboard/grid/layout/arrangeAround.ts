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
import { listedAs, readingOrder, shareColumns, stackInOrder } from './boxes';

/**
 * Arranges all cards around one that has got another place or size: first what stands above it, then itself, then the rest.
 *
 * @param standsAbove - whether another card that shares columns with it shall stand above it
 */
export function arrangeAround(
  cards: readonly DashboardCard[],
  changed: DashboardCard,
  standsAbove: (other: DashboardCard) => boolean,
): DashboardCard[] {
  const above: DashboardCard[] = [];
  const below: DashboardCard[] = [];
  for (const other of readingOrder(cards)) {
    if (other.id === changed.id) continue;
    const { placement } = other;
    const inTheWay =
      shareColumns(placement, changed.placement) && !standsAbove(other);
    const pushed = below.some(it => shareColumns(it.placement, placement));
    (inTheWay || pushed ? below : above).push(other);
  }
  return listedAs(cards, stackInOrder([...above, changed, ...below]));
}

/**
 * The arrangements in which a card can stand in its columns, from the highest place to the lowest: above all others there, below the first
 * of them, below two, and so on.
 */
export function arrangementsAround(
  cards: readonly DashboardCard[],
  changed: DashboardCard,
): DashboardCard[][] {
  const others = readingOrder(cards).filter(
    ({ id, placement }) =>
      id !== changed.id && shareColumns(placement, changed.placement),
  );
  return [...others, undefined].map((_, count) => {
    const above = new Set(others.slice(0, count));
    return arrangeAround(cards, changed, other => above.has(other));
  });
}
