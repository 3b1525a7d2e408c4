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
import {
  MAX_WINDOW_ROWS,
  ObjectAddress,
  workloadsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useView,
  ViewContent,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { workloadColumns } from '../tables/workloadColumns';
import styles from './pages.module.css';
import { useObjectScope } from './useObjectTabs';

/** The jobs that a CronJob has made and that are still there. */
export function JobsOf(props: { address: ObjectAddress }) {
  const { address } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const scope = useObjectScope(address);
  const columns = useMemo(
    () => workloadColumns(t, scope).filter(({ id }) => id !== 'kind'),
    [t, scope],
  );
  const view = useView(
    workloadsView,
    { kinds: ['Job'] },
    {
      scope,
      window: { search: address.name, sort: 'age', limit: MAX_WINDOW_ROWS },
    },
  );
  // Jobs carry the name of their CronJob, but so do others.
  const rows = view.rows.filter(it => it.controller === address.name);
  return (
    <section aria-label={t('workload.jobs')} className={styles.surface}>
      <h2 className={styles.panelTitle}>{t('workload.jobs')}</h2>
      <ViewContent
        view={{ ...view, rows }}
        empty={{ title: t('workload.noJobs') }}
      >
        {() => (
          <FleetTable
            label={t('workload.jobs')}
            columns={columns}
            rows={rows}
            rowKey={workloadsView.key}
          />
        )}
      </ViewContent>
    </section>
  );
}
