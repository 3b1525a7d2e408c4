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

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiDashboardLine } from '@remixicon/react';
import { NavLink } from 'react-router-dom';
import { fleetRouteRef } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';
import styles from './FleetRail.module.css';

/** The sections of the fleet. */
export function FleetRail() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const root = useRouteRef(fleetRouteRef);
  return (
    <nav className={styles.rail} aria-label={t('page.sections')}>
      <ul className={styles.list}>
        <li>
          <NavLink
            to={root?.() ?? '/fleet'}
            end
            className={styles.link}
            title={t('page.dashboard')}
          >
            <RiDashboardLine aria-hidden size={18} />
            <span className={styles.word}>{t('page.dashboard')}</span>
          </NavLink>
        </li>
      </ul>
    </nav>
  );
}
