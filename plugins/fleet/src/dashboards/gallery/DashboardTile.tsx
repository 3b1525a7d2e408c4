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
import { ButtonIcon } from '@backstage/ui';
import { DashboardSummary } from '@quarterdeck/backstage-plugin-fleet-common';
import { Age, useFleetPath } from '@quarterdeck/backstage-plugin-fleet-react';
import {
  RiGroupLine,
  RiLock2Line,
  RiPushpinFill,
  RiPushpinLine,
} from '@remixicon/react';
import { Link } from 'react-router-dom';
import { fleetTranslationRef } from '../../translation';
import { useDashboardChanges } from '../dashboardQueries';
import { togglePin } from '../preferences';
import styles from './DashboardsPage.module.css';

/** A dashboard in the gallery. */
export function DashboardTile(props: { dashboard: DashboardSummary }) {
  const { dashboard } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const changes = useDashboardChanges();
  const pinned = dashboard.pinned !== undefined;
  const shared = dashboard.visibility === 'everyone';
  return (
    <li className={styles.tile}>
      <div className={styles.top}>
        <Link to={path(`dashboards/${dashboard.slug}`)} className={styles.link}>
          {dashboard.title}
        </Link>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={pinned ? <RiPushpinFill /> : <RiPushpinLine />}
          aria-label={`${t(pinned ? 'dashboard.unpin' : 'dashboard.pin')}: ${dashboard.title}`}
          aria-pressed={pinned}
          onPress={() => changes.prefer(togglePin(dashboard.id))}
        />
      </div>
      {dashboard.description && (
        <p className={styles.text}>{dashboard.description}</p>
      )}
      <p className={styles.facts}>
        <span
          title={t(shared ? 'dashboard.sharedHint' : 'dashboard.ownedHint')}
          className={styles.fact}
        >
          {shared ? (
            <RiGroupLine aria-hidden size={14} />
          ) : (
            <RiLock2Line aria-hidden size={14} />
          )}
          {shared ? t('dashboard.shared') : t('dashboard.owned')}
          {': '}
          {dashboard.owner.replace(/^[^/]*\//, '')}
        </span>
        <span>{t('dashboards.cards', { count: dashboard.cards })}</span>
        <span>
          {t('dashboards.changed')} <Age since={dashboard.updatedAt} />
        </span>
        {dashboard.isDefault && (
          <span className={styles.mark}>{t('dashboards.default')}</span>
        )}
      </p>
    </li>
  );
}
