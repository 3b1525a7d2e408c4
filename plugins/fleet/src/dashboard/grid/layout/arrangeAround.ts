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

/** Whether another card that shares columns with the changed one shall stand above it. */
export type StandsAbove = (other: DashboardCard, wasBelow: boolean) => boolean;

/** Those that must move when one does that they stand under, however indirectly. */
function restingOn(
  card: DashboardCard,
  order: readonly DashboardCard[],
): Set<string> {
  const resting = [card];
  for (const other of order.slice(order.indexOf(card) + 1)) {
    if (resting.some(it => shareColumns(it.placement, other.placement))) {
      resting.push(other);
    }
  }
  return new Set(resting.slice(1).map(it => it.id));
}

/** Arranges all cards around one that has got another place or size: first what stands above it, then itself, then the rest. */
export function arrangeAround(
  cards: readonly DashboardCard[],
  changed: DashboardCard,
  standsAbove: StandsAbove,
): DashboardCard[] {
  const order = readingOrder(cards);
  const before = order.find(it => it.id === changed.id);
  if (!before) return [...cards];
  const wereBelow = restingOn(before, order);
  const above: DashboardCard[] = [];
  const below: DashboardCard[] = [];
  for (const other of order) {
    if (other.id === changed.id) continue;
    const inTheWay =
      shareColumns(other.placement, changed.placement) &&
      !standsAbove(other, wereBelow.has(other.id));
    const pushed = below.some(it =>
      shareColumns(it.placement, other.placement),
    );
    (inTheWay || pushed ? below : above).push(other);
  }
  return listedAs(cards, stackInOrder([...above, changed, ...below]));
}
