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

import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useFleetPath } from '@quarterdeck/backstage-plugin-fleet-react';
import {
  RemixiconComponentType,
  RiBox3Line,
  RiDashboardLine,
  RiFolder3Line,
  RiLayoutGridLine,
  RiPulseLine,
  RiServerLine,
  RiSettings3Line,
  RiShip2Line,
  RiStackLine,
} from '@remixicon/react';
import { NavLink } from 'react-router-dom';
import { enabledDashboards } from '../dashboards/enabledDashboards';
import { PinnedDashboards } from '../dashboards/PinnedDashboards';
import { fleetTranslationRef } from '../translation';
import styles from './FleetRail.module.css';

const sections = [
  { id: 'dashboard', path: '', Icon: RiDashboardLine },
  { id: 'dashboards', path: 'dashboards', Icon: RiLayoutGridLine },
  { id: 'clusters', path: 'clusters', Icon: RiShip2Line },
  { id: 'nodes', path: 'nodes', Icon: RiServerLine },
  { id: 'workloads', path: 'workloads', Icon: RiBox3Line },
  { id: 'pods', path: 'pods', Icon: RiStackLine },
  { id: 'namespaces', path: 'namespaces', Icon: RiFolder3Line },
  { id: 'events', path: 'events', Icon: RiPulseLine },
  { id: 'settings', path: 'settings', Icon: RiSettings3Line },
] as const satisfies readonly {
  id: string;
  path: string;
  Icon: RemixiconComponentType;
}[];

/** The sections of the fleet that the portal offers, after the way past them. */
export function FleetRail(props: { onSkip: () => void }) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const fleetPath = useFleetPath();
  const isEnabled = enabledDashboards(useApi(configApiRef));
  return (
    <nav className={styles.rail} aria-label={t('page.sections')}>
      <a
        className={styles.skip}
        href="#fleet"
        onClick={event => {
          event.preventDefault();
          props.onSkip();
        }}
      >
        {t('page.skip')}
      </a>
      <ul className={styles.list}>
        {sections
          .filter(({ id }) => isEnabled(id))
          .map(({ id, path, Icon }) => (
            <li key={id}>
              <NavLink
                to={fleetPath(path)}
                end={path === ''}
                className={styles.link}
              >
                <Icon aria-hidden size={18} />
                <span className={styles.word}>{t(`page.${id}`)}</span>
              </NavLink>
            </li>
          ))}
      </ul>
      <PinnedDashboards />
    </nav>
  );
}
