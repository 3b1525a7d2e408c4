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
import { Button } from '@backstage/ui';
import { DashboardCard } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CardFrame,
  CardMessage,
  FleetCardHost,
  FleetCardHostProvider,
  fleetCardsApiRef,
  FleetCardSlot,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { fleetTranslationRef } from '../translation';
import { CardChanges } from './CardChanges';
import styles from './dashboard.module.css';
import { GridHost } from './grid/DashboardGrid';

/** A card on its place, with what can be done to it there. */
export function PlacedCard(props: {
  card: DashboardCard;
  grid: GridHost;
  /** Absent where the dashboard cannot be changed. */
  changes?: CardChanges;
  /** Address of the dashboard; absent for one that has none. */
  address?: string;
}) {
  const { card, grid, changes, address } = props;
  const { id, collapsed } = card;
  const installed = useApi(fleetCardsApiRef)
    .list()
    .find(it => it.id === card.card);
  const [search] = useSearchParams();
  const linked = search.get('card') === id;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (linked) place.current?.scrollIntoView?.({ block: 'center' });
  }, [linked]);
  const host = useMemo<FleetCardHost>(
    () => ({
      handle: grid.handle,
      menuItems: grid.menuItems,
      collapsed,
      ...(changes && {
        setCollapsed: to => changes.collapse(id, to),
        configure: change => changes.configure(id, change),
        replace: () => changes.replace(id),
        remove: () => changes.remove(id),
        onViewed: () => changes.viewed(id),
      }),
      ...(address && {
        link: `${address}?card=${encodeURIComponent(id)}`,
        embedLink: `${address}/cards/${encodeURIComponent(id)}`,
      }),
    }),
    [grid, collapsed, changes, id, address],
  );
  return (
    <FleetCardHostProvider host={host}>
      <div
        ref={place}
        className={styles.placed}
        data-linked={linked || undefined}
      >
        {installed ? (
          <FleetCardSlot
            card={installed}
            title={card.title}
            config={card.config}
            waiting={grid.waiting}
          />
        ) : (
          <MissingCard card={card} onRemove={host.remove} />
        )}
      </div>
    </FleetCardHostProvider>
  );
}

/** Stands for a card of a plugin that is not installed. */
function MissingCard(props: { card: DashboardCard; onRemove?: () => void }) {
  const { card, onRemove } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <CardFrame title={card.title ?? card.card.replace(/^.*\//, '')}>
      <CardMessage
        tone="unknown"
        title={t('dashboard.missing')}
        text={t('dashboard.missingText', { card: card.card })}
        action={
          onRemove && (
            <Button size="small" variant="secondary" onPress={onRemove}>
              {t('dashboard.missingRemove')}
            </Button>
          )
        }
      />
    </CardFrame>
  );
}
