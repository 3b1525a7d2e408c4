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
  FleetTableColumn,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { shareOf } from '../capacityMeasures';
import { workloadStatus } from '../deploymentColumns';
import { Meter } from '../Meter';
import {
  ageColumn,
  clusterColumn,
  nameColumn,
  namespaceColumn,
} from '../objectColumns';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

/** How a workload of any kind stands, with what is the matter when pointed at. */
export function workloadStatusColumn(
  t: Translate,
): FleetTableColumn<WorkloadRow> {
  return {
    id: 'status',
    header: t('column.status'),
    width: '124px',
    sort: 'severity',
    render: row => {
      const { word, tone } = workloadStatus(row.status);
      return (
        <StatusChip
          tone={row.severity ?? tone}
          word={t(`deploymentStatus.${word}`)}
          title={row.message}
        />
      );
    },
  };
}

function Updated(props: { row: WorkloadRow; t: Translate }) {
  const { updated, replicas } = props.row;
  const share = shareOf(updated, replicas);
  if (share === undefined) return <>–</>;
  return (
    <Meter
      label={props.t('rollouts.progress', {
        updated: String(updated),
        replicas: String(replicas),
      })}
      share={share}
    />
  );
}

/** Columns of workloads that are rolled out: StatefulSets, DaemonSets. */
export function rolledOutColumns(
  t: Translate,
  options: {
    header: string;
    resource: string;
    /** Says what the figure in the column Ready means. */
    ready: (available: string, wanted: string) => string;
  },
): FleetTableColumn<WorkloadRow>[] {
  return [
    workloadStatusColumn(t),
    nameColumn(options.header, options.resource),
    namespaceColumn(t),
    clusterColumn(t),
    {
      id: 'ready',
      header: t('column.ready'),
      width: '72px',
      align: 'end',
      sort: 'replicas',
      descendingFirst: true,
      render: ({ available, ready, replicas }) =>
        replicas === undefined ? (
          '–'
        ) : (
          <span
            title={options.ready(String(available ?? '–'), String(replicas))}
          >
            {ready ?? '–'}/{replicas}
          </span>
        ),
    },
    {
      id: 'updated',
      header: t('workloadCards.updated'),
      width: '88px',
      shownFrom: 'wide',
      render: row => <Updated row={row} t={t} />,
    },
    ageColumn(t),
  ];
}
