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
  DashboardStat,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  fleetStatsApiRef,
  StatusChip,
  StatusTone,
  useView,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { CSSProperties, ReactNode } from 'react';
import { StatFigure } from '../stats/StatFigure';
import { fleetTranslationRef } from '../translation';
import { FleetStatus, fleetStatus } from './fleetStatus';
import styles from './StatsBar.module.css';

const tones: Record<FleetStatus, StatusTone> = {
  healthy: 'healthy',
  issues: 'error',
  connecting: 'progress',
  unknown: 'unknown',
};

/** How the fleet is in a word, and the figures that the dashboard has chosen. */
export function StatsBar(props: {
  stats: readonly DashboardStat[];
  /** Stands at the end, such as the button that changes the figures. */
  end?: ReactNode;
}) {
  const { stats, end } = props;
  const health = useView(clustersHealthView);
  const { t } = useTranslationRef(fleetTranslationRef);
  const installed = useApi(fleetStatsApiRef).list();
  const status = fleetStatus(health.rows, health.summary);
  const shown = stats.flatMap(({ block, display }) => {
    const stat = installed.find(({ id }) => id === block);
    return stat ? [{ stat, display }] : [];
  });
  if (shown.length === 0) return undefined;
  return (
    <section className={styles.bar} aria-label={t('stats.label')}>
      <div className={styles.status} role="status">
        <StatusChip tone={tones[status]} word={t(`status.${status}`)} />
      </div>
      <div
        className={styles.figures}
        style={{ '--figures': shown.length } as CSSProperties}
      >
        {shown.map(({ stat, display }) => (
          <StatFigure key={stat.id} stat={stat} display={display} />
        ))}
      </div>
      {end}
    </section>
  );
}
