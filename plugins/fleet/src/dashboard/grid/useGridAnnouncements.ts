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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DashboardCard } from '@quarterdeck/backstage-plugin-fleet-common';
import { RefObject, useCallback } from 'react';
import { fleetTranslationRef } from '../../translation';
import { GridNews } from './gestures/GridController';
import { readingOrder } from './layout/boxes';

/** Tells in a live region what has happened to a card and where it stands. */
export function useGridAnnouncements(
  region: RefObject<HTMLElement | null>,
  nameOf: (card: DashboardCard) => string,
  narrow: boolean,
) {
  const { t } = useTranslationRef(fleetTranslationRef);
  return useCallback(
    (news: GridNews, id: string, cards: readonly DashboardCard[]) => {
      const card = cards.find(it => it.id === id);
      if (!card || !region.current) return;
      const { x, y, width, height } = card.placement;
      const name = nameOf(card);
      const place = narrow
        ? t('grid.placeInColumn', {
            name,
            place: String(readingOrder(cards).indexOf(card) + 1),
            cards: String(cards.length),
            height: String(height),
          })
        : t('grid.place', {
            name,
            column: String(x + 1),
            row: String(y + 1),
            width: String(width),
            height: String(height),
          });
      // Written past React, so that a step of a gesture draws nothing else.
      region.current.textContent = t(`grid.${news}`, { place });
    },
    [region, nameOf, narrow, t],
  );
}
