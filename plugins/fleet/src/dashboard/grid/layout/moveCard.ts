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
import { arrangementsAround } from './arrangeAround';
import { placedAt } from './boxes';

function rowOf(cards: readonly DashboardCard[], id: string): number {
  return cards.find(card => card.id === id)!.placement.y;
}

/** How many cards stand elsewhere. */
function movedCards(
  before: readonly DashboardCard[],
  after: readonly DashboardCard[],
): number {
  return after.filter((card, index) => card !== before[index]).length;
}

/**
 * Puts a card as near to another place as it can stand there. Others make way by moving down, and move up where it has left. The same target
 * always leads to the same arrangement, so that dragging back undoes everything.
 */
export function moveCard(
  cards: readonly DashboardCard[],
  id: string,
  to: { x: number; y: number },
): DashboardCard[] {
  const card = cards.find(it => it.id === id);
  if (!card) return [...cards];
  const x = Math.max(0, Math.min(to.x, GRID_COLUMNS - card.placement.width));
  const ranked = arrangementsAround(cards, placedAt(card, { x })).map(
    after => ({
      after,
      far: Math.abs(rowOf(after, id) - to.y),
      moved: movedCards(cards, after),
    }),
  );
  return ranked.reduce((best, it) =>
    it.far < best.far || (it.far === best.far && it.moved < best.moved)
      ? it
      : best,
  ).after;
}
