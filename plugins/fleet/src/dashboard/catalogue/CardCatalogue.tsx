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

import { useApi } from '@backstage/frontend-plugin-api';
import { DashboardCard } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetCard,
  fleetCardsApiRef,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useCardNames } from '../useCardNames';
import { CatalogueDialog } from './CatalogueDialog';

/** Properties of {@link CardCatalogue}. */
export interface CardCatalogueProps {
  open: boolean;
  onClose: () => void;
  /** The chosen cards, in the order in which they were ticked; exactly one to replace another. */
  onAdd: (cards: FleetCard[]) => void;
  mode: 'add' | 'replace';
  /** The card whose place is to be taken. */
  replacing?: DashboardCard;
  /** Ids of the cards that are on the dashboard, such as `fleet-card:fleet/pod-issues`. */
  present: ReadonlySet<string>;
}

/** All cards of all plugins, to be looked at and put on the dashboard. */
export function CardCatalogue(props: CardCatalogueProps) {
  const { open, onClose, onAdd, mode, replacing, present } = props;
  const nameOf = useCardNames(useApi(fleetCardsApiRef).list());
  return open ? (
    <CatalogueDialog
      many={mode === 'add'}
      replaced={replacing && nameOf(replacing)}
      present={present}
      onChoose={onAdd}
      onClose={onClose}
    />
  ) : undefined;
}
