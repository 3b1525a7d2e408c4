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
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  cronJobsView,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTable,
  FleetTableColumn,
  useTableView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { ReactNode, useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CardStack } from '../CardStack';
import { clusterColumn, nameColumn, namespaceColumn } from '../objectColumns';
import { StatusTotals } from '../StatusTotals';
import styles from './CronJobList.module.css';
import { workloadStatusColumn } from './workloadStatusColumns';

function columnsOf(
  t: TranslationFunction<typeof fleetTranslationRef.T>,
): FleetTableColumn<WorkloadRow>[] {
  return [
    { ...workloadStatusColumn(t), sort: 'status' },
    nameColumn(t('jobs.cronJob'), 'cronjobs.batch'),
    namespaceColumn(t),
    clusterColumn(t, 'wide'),
    {
      id: 'schedule',
      header: t('jobs.schedule'),
      width: '132px',
      render: ({ schedule }) =>
        schedule === undefined ? (
          '–'
        ) : (
          <code className={styles.schedule} title={schedule}>
            {schedule}
          </code>
        ),
    },
    {
      id: 'changed',
      header: t('jobs.lastDue'),
      width: '72px',
      align: 'end',
      sort: 'changed',
      render: row => <Age since={row.changed} />,
    },
  ];
}

/** CronJobs with their schedules, those that were due last first. */
export function CronJobList(props: { toggle: ReactNode }) {
  const { toggle } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const { view, window } = useTableView(cronJobsView);
  const columns = useMemo(() => columnsOf(t), [t]);
  const { summary } = view;
  return (
    <ViewCard view={view} empty={{ title: t('jobs.noCronJobs'), text: toggle }}>
      {({ rows, total }) => (
        <CardStack
          above={
            <StatusTotals
              label={t('workloadCards.totals')}
              totals={[
                {
                  id: 'scheduled',
                  tone: 'healthy',
                  value: summary?.scheduled,
                  word: t('deploymentStatus.scheduled'),
                },
                {
                  id: 'suspended',
                  tone: 'unknown',
                  value: summary?.suspended,
                  word: t('deploymentStatus.suspended'),
                },
              ]}
            >
              {toggle}
            </StatusTotals>
          }
        >
          <FleetTable
            label={t('jobs.cronJobs')}
            columns={columns}
            rows={rows}
            rowKey={cronJobsView.key}
            total={total}
            window={window}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
