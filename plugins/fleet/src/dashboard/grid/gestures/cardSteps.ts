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
import { CardSize, resizeCard } from '../layout/resizeCard';
import { Direction, stepCard } from '../layout/stepCard';

/** What one key or one entry of the menu does to a card. */
export type CardStep =
  | { kind: 'move'; direction: Direction }
  | { kind: 'resize'; width: number; height: number };

const directions: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const growth: Record<Direction, CardSize> = {
  left: { width: -1, height: 0 },
  right: { width: 1, height: 0 },
  up: { width: 0, height: -1 },
  down: { width: 0, height: 1 },
};

/** The step of an arrow key: it moves, and with Shift resizes. */
export function stepOfKey(key: string, shift: boolean): CardStep | undefined {
  const direction = directions[key];
  if (!direction) return undefined;
  return shift
    ? { kind: 'resize', ...growth[direction] }
    : { kind: 'move', direction };
}

/** The arrangement after a step; undefined when it changes nothing. */
export function afterStep(
  cards: readonly DashboardCard[],
  id: string,
  step: CardStep,
  smallest: CardSize,
): DashboardCard[] | undefined {
  if (step.kind === 'move') return stepCard(cards, id, step.direction);
  const before = cards.find(card => card.id === id);
  if (!before) return undefined;
  const { width, height } = before.placement;
  const size = { width: width + step.width, height: height + step.height };
  const after = resizeCard(cards, id, size, smallest);
  const { placement } = after.find(card => card.id === id)!;
  return placement.width === width && placement.height === height
    ? undefined
    : after;
}
