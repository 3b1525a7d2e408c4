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
import { arrangeAround } from './arrangeAround';
import { bottomOf, placedAt, rowsTaken } from './boxes';

/**
 * Puts a card elsewhere. Others make way by moving down, and move up where it has left; one that it is dragged over changes sides when its
 * middle is passed. The same target always leads to the same arrangement, so dragging back undoes everything.
 */
export function moveCard(
  cards: readonly DashboardCard[],
  id: string,
  to: { x: number; y: number },
): DashboardCard[] {
  const card = cards.find(it => it.id === id);
  if (!card) return [...cards];
  const moved = placedAt(card, {
    x: Math.max(0, Math.min(to.x, GRID_COLUMNS - card.placement.width)),
    y: Math.max(0, to.y),
  });
  const top = moved.placement.y;
  return arrangeAround(cards, moved, (other, wasBelow) => {
    const middle = other.placement.y + rowsTaken(other) / 2;
    return wasBelow ? middle <= bottomOf(moved) : middle <= top;
  });
}
