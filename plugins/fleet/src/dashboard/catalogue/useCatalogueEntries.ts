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

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  fleetCardsApiRef,
  useCardTexts,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CatalogueEntry } from './catalogueGroups';
import { catalogueMessages } from './messages';

type KnownCategory = keyof typeof catalogueMessages.catalogue.category;

function isKnown(category: string): category is KnownCategory {
  return Object.hasOwn(catalogueMessages.catalogue.category, category);
}

/** Every card of the portal, hidden ones too; a category of another plugin is called by its own word. */
export function useCatalogueEntries(): readonly CatalogueEntry[] {
  const { t } = useTranslationRef(fleetTranslationRef);
  const cards = useApi(fleetCardsApiRef).list();
  const titles = useCardTexts(
    useMemo(() => cards.map(({ title }) => title), [cards]),
  );
  const descriptions = useCardTexts(
    useMemo(() => cards.map(({ description }) => description ?? ''), [cards]),
  );
  return useMemo(
    () =>
      cards.map((card, index) => ({
        card,
        title: titles[index] ?? card.id,
        description: descriptions[index] ?? '',
        category: isKnown(card.category)
          ? t(`catalogue.category.${card.category}`)
          : card.category,
      })),
    [cards, titles, descriptions, t],
  );
}
