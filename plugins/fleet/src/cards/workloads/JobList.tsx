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
  formatAge,
  jobsView,
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
import { workloadStatusColumn } from './workloadStatusColumns';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

const totals = [
  { id: 'failed', tone: 'error' },
  { id: 'running', tone: 'progress' },
  { id: 'complete', tone: 'healthy' },
  { id: 'suspended', tone: 'unknown' },
] as const;

/** How long a Job took; how long it has run for, when it still does. */
function Duration(props: { row: WorkloadRow; t: Translate }) {
  const { row, t } = props;
  const { started, changed, status } = row;
  if (started === undefined) return <>–</>;
  if (changed !== undefined) return <>{formatAge(changed - started)}</>;
  if (status !== 'Running') return <>–</>;
  return (
    <span title={t('jobs.stillRunning')}>
      <Age since={started} />…
    </span>
  );
}

function columnsOf(t: Translate): FleetTableColumn<WorkloadRow>[] {
  return [
    workloadStatusColumn(t),
    nameColumn(t('jobs.job'), 'jobs.batch'),
    namespaceColumn(t),
    clusterColumn(t, 'wide'),
    {
      id: 'completions',
      header: t('jobs.completions'),
      width: '68px',
      align: 'end',
      shownFrom: 'wide',
      render: ({ available, replicas }) =>
        `${available ?? '–'}/${replicas ?? '–'}`,
    },
    {
      id: 'duration',
      header: t('jobs.duration'),
      width: '76px',
      align: 'end',
      sort: 'duration',
      render: row => <Duration row={row} t={t} />,
    },
    {
      id: 'changed',
      header: t('jobs.ended'),
      width: '64px',
      align: 'end',
      sort: 'changed',
      render: row => <Age since={row.changed} />,
    },
  ];
}

/** Jobs, failed ones first, then the newest. */
export function JobList(props: { toggle: ReactNode; onlyTroubled: boolean }) {
  const { toggle, onlyTroubled } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const { view, window } = useTableView(jobsView, { onlyTroubled });
  const columns = useMemo(() => columnsOf(t), [t]);
  const { summary } = view;
  return (
    <ViewCard
      view={view}
      empty={{
        title: t(onlyTroubled ? 'jobs.noneTroubled' : 'jobs.noJobs'),
        text: toggle,
        good: onlyTroubled,
      }}
    >
      {({ rows, total }) => (
        <CardStack
          above={
            <StatusTotals
              label={t('workloadCards.totals')}
              totals={totals.map(({ id, tone }) => ({
                id,
                tone,
                value: summary?.[id],
                word: t(`deploymentStatus.${id}`),
              }))}
            >
              {toggle}
            </StatusTotals>
          }
        >
          <FleetTable
            label={t('jobs.jobs')}
            columns={columns}
            rows={rows}
            rowKey={jobsView.key}
            total={total}
            window={window}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
