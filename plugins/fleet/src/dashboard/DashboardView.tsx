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
  clustersHealthView,
  DashboardCard,
  DashboardContent,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CardMessage,
  fleetCardsApiRef,
  FleetFilters,
  FleetScope,
  useView,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { ReactNode, useCallback } from 'react';
import { FilterBar } from '../filters/FilterBar';
import { useDashboardFilters } from '../filters/useDashboardFilters';
import { fleetTranslationRef } from '../translation';
import { CardChanges } from './CardChanges';
import { DashboardGrid, GridHost } from './grid/DashboardGrid';
import { NoClusters } from './NoClusters';
import { PlacedCard } from './PlacedCard';
import { StatsBar } from './StatsBar';
import { useCardNames } from './useCardNames';

/** The figures and cards of a dashboard. */
export function DashboardView(props: {
  content: DashboardContent;
  /** Absent where it cannot be changed. */
  changes?: CardChanges;
  onMove?: (cards: DashboardCard[]) => void;
  address?: string;
  /** What stands there when it has no card. */
  empty: ReactNode;
  statsEnd?: ReactNode;
}) {
  const { content, changes, onMove, address, empty, statsEnd } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  // The whole fleet, whatever the dashboard is narrowed to.
  const health = useView(clustersHealthView, {}, { scope: {} });
  const [filters, changeFilters] = useDashboardFilters();
  const nameOf = useCardNames(useApi(fleetCardsApiRef).list());
  const renderCard = useCallback(
    (card: DashboardCard, grid: GridHost) => (
      <PlacedCard card={card} grid={grid} changes={changes} address={address} />
    ),
    [changes, address],
  );

  if (health.status === 'denied') {
    return (
      <CardMessage
        tone="unknown"
        title={t('none.deniedTitle')}
        text={t('none.deniedText')}
        details={
          health.error && `${health.error.name}: ${health.error.message}`
        }
      />
    );
  }
  if (health.status === 'ready' && health.rows.length === 0) {
    return <NoClusters />;
  }
  const scope = {
    clusters: filters.clusters.length ? filters.clusters : undefined,
    namespaces: filters.namespaces.length ? filters.namespaces : undefined,
  };
  return (
    <>
      <FilterBar filters={filters} onChange={changeFilters} />
      <FleetScope {...scope}>
        <FleetFilters
          text={filters.text}
          statuses={filters.statuses}
          range={filters.range}
        >
          <StatsBar stats={content.stats} end={statsEnd} />
          {content.cards.length === 0 ? (
            empty
          ) : (
            <DashboardGrid
              cards={content.cards}
              editable={changes !== undefined}
              onChange={cards => onMove?.(cards)}
              renderCard={renderCard}
              nameOf={nameOf}
            />
          )}
        </FleetFilters>
      </FleetScope>
    </>
  );
}
