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
import { Dashboard } from '@quarterdeck/backstage-plugin-fleet-common';
import { CardMessage } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';
import styles from './dashboard.module.css';
import { GridHost } from './grid/DashboardGrid';
import { PlacedCard } from './PlacedCard';

const noGrid: GridHost = { menuItems: [], waiting: false };

/** One card of a dashboard on the whole window, to be embedded elsewhere. */
export function CardAlone(props: { dashboard: Dashboard; card: string }) {
  const { dashboard } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const card = dashboard.content.cards.find(({ id }) => id === props.card);
  return (
    <section
      className={styles.alone}
      aria-label={t('dashboard.alone', { title: dashboard.title })}
    >
      {card ? (
        <PlacedCard card={{ ...card, collapsed: false }} grid={noGrid} />
      ) : (
        <CardMessage
          tone="unknown"
          title={t('dashboard.notFound')}
          text={t('dashboard.notFoundText')}
        />
      )}
    </section>
  );
}
