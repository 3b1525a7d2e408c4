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

import { TranslationFunction } from '@backstage/frontend-plugin-api';
import { WorkloadRow } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTableColumn,
  ObjectLink,
  ObjectName,
  StatusChip,
  StatusTone,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';

type StatusWord =
  | 'available'
  | 'progressing'
  | 'degraded'
  | 'failed'
  | 'paused'
  | 'scaledToZero'
  | 'running'
  | 'complete'
  | 'scheduled'
  | 'suspended';

const statuses: Record<
  WorkloadRow['status'],
  { word: StatusWord; tone: StatusTone }
> = {
  Available: { word: 'available', tone: 'healthy' },
  Progressing: { word: 'progressing', tone: 'progress' },
  Degraded: { word: 'degraded', tone: 'warning' },
  Failed: { word: 'failed', tone: 'error' },
  Paused: { word: 'paused', tone: 'unknown' },
  'Scaled to zero': { word: 'scaledToZero', tone: 'unknown' },
  Running: { word: 'running', tone: 'progress' },
  Complete: { word: 'complete', tone: 'healthy' },
  Scheduled: { word: 'scheduled', tone: 'healthy' },
  Suspended: { word: 'suspended', tone: 'unknown' },
};

/** The word and the tone of a workload's status. */
export function workloadStatus(status: WorkloadRow['status']) {
  return statuses[status];
}

/** The columns of the deployment status card. */
export function deploymentColumns(
  t: TranslationFunction<typeof fleetTranslationRef.T>,
): FleetTableColumn<WorkloadRow>[] {
  return [
    {
      id: 'status',
      header: t('column.status'),
      width: '124px',
      sort: 'severity',
      render: row => {
        const { word, tone } = statuses[row.status];
        return (
          <StatusChip
            tone={row.severity ?? tone}
            word={t(`deploymentStatus.${word}`)}
            title={row.message}
          />
        );
      },
    },
    {
      id: 'deployment',
      header: t('column.deployment'),
      sort: 'name',
      render: ({ cluster, namespace, name }) => (
        <ObjectLink
          address={{ cluster, resource: 'deployments.apps', namespace, name }}
        />
      ),
    },
    {
      id: 'namespace',
      header: t('column.namespace'),
      width: '16%',
      sort: 'namespace',
      shownFrom: 'medium',
      render: row => <ObjectName name={row.namespace} />,
    },
    {
      id: 'cluster',
      header: t('column.cluster'),
      width: '18%',
      sort: 'cluster',
      shownFrom: 'medium',
      render: row => <ObjectName name={row.cluster} />,
    },
    {
      id: 'ready',
      header: t('column.ready'),
      width: '68px',
      align: 'end',
      sort: 'replicas',
      descendingFirst: true,
      render: row => (
        <span
          title={t('deployments.ready', {
            available: String(row.available),
            replicas: String(row.replicas),
          })}
        >
          {row.ready}/{row.replicas}
        </span>
      ),
    },
    {
      id: 'age',
      header: t('column.age'),
      width: '56px',
      align: 'end',
      sort: 'age',
      shownFrom: 'wide',
      render: row => <Age since={row.created} />,
    },
  ];
}
