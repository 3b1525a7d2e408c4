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
import { clustersHealthView } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CardGrid,
  CardMessage,
  fleetCardsApiRef,
  useView,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { PageHeader } from '../page/PageHeader';
import { fleetTranslationRef } from '../translation';
import { NoClusters } from './NoClusters';
import { StatsBar } from './StatsBar';

/** The stats bar and the cards; or why there are none. */
export function DashboardPage() {
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <>
      <PageHeader path="" title={t('page.title')} />
      <Dashboard />
    </>
  );
}

function Dashboard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const health = useView(clustersHealthView);
  const cards = useApi(fleetCardsApiRef)
    .list()
    .filter(card => !card.hidden);

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
  return (
    <>
      <StatsBar health={health} />
      {cards.length === 0 ? (
        <CardMessage title={t('none.noCards')} text={t('none.noCardsText')} />
      ) : (
        <CardGrid cards={cards} />
      )}
    </>
  );
}
