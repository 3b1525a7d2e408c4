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
import { useFleetPath } from '@quarterdeck/backstage-plugin-fleet-react';
import { NavLink } from 'react-router-dom';
import styles from '../page/FleetRail.module.css';
import { fleetTranslationRef } from '../translation';
import { useDashboardList } from './dashboardQueries';

/** The person's pinned dashboards, below the sections of the rail. */
export function PinnedDashboards() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const { dashboards = [] } = useDashboardList();
  const pinned = dashboards
    .filter(it => it.pinned !== undefined)
    .sort((a, b) => a.pinned! - b.pinned!);
  if (pinned.length === 0) return undefined;
  return (
    <ul className={styles.pinned} aria-label={t('dashboard.pinned')}>
      {pinned.map(({ id, slug, title }) => (
        <li key={id}>
          <NavLink to={path(`dashboards/${slug}`)} className={styles.link}>
            <span aria-hidden className={styles.initials}>
              {initialsOf(title)}
            </span>
            <span className={styles.name} title={title}>
              {title}
            </span>
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

/** `Checkout team` as `CT`. */
function initialsOf(title: string): string {
  const words = title.split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map(word => [...word][0].toLocaleUpperCase())
    .join('');
}
