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
import { compactLayout } from './normaliseLayout';

/** The cards without one, and its room given to those below. */
export function removeCard(
  cards: readonly DashboardCard[],
  id: string,
): DashboardCard[] {
  return compactLayout(cards.filter(card => card.id !== id));
}

/** Leaves one row of a card, or gives it back the height that it had. */
export function collapseCard(
  cards: readonly DashboardCard[],
  id: string,
  collapsed: boolean,
): DashboardCard[] {
  return compactLayout(
    cards.map(card =>
      card.id === id && card.collapsed !== collapsed
        ? { ...card, collapsed }
        : card,
    ),
  );
}
