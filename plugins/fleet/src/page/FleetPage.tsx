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
import { clustersHealthView } from '@quarterdeck/backstage-plugin-fleet-common';
import { useView } from '@quarterdeck/backstage-plugin-fleet-react';
import { useRef } from 'react';
import { DashboardPage } from '../dashboard/DashboardPage';
import { fleetTranslationRef } from '../translation';
import { ConnectionState } from './ConnectionState';
import styles from './FleetPage.module.css';
import { FleetRail } from './FleetRail';

/** The shell of everything under `/fleet`: the rail of sections, the header, and the section itself. */
export function FleetPage() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const health = useView(clustersHealthView);
  const main = useRef<HTMLElement>(null);
  return (
    <div className={styles.shell}>
      <a
        className={styles.skip}
        href="#fleet"
        onClick={event => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('page.skip')}
      </a>
      <FleetRail />
      <main ref={main} id="fleet" tabIndex={-1} className={styles.main}>
        <header className={styles.header}>
          <h1 className={styles.title}>{t('page.title')}</h1>
          <ConnectionState health={health} />
        </header>
        <DashboardPage health={health} />
      </main>
    </div>
  );
}
