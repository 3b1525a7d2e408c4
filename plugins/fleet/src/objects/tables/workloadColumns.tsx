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
  ObjectAddress,
  resourceOfKind,
  ViewScope,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTableColumn,
  ObjectLink,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { workloadStatus } from '../../cards/deploymentColumns';
import { placeColumns, Translate } from './placeColumns';

/** The address of a workload. */
export function workloadAddress(row: WorkloadRow): ObjectAddress | undefined {
  const { cluster, namespace, name } = row;
  const resource = resourceOfKind(row.kind);
  return resource ? { cluster, resource, namespace, name } : undefined;
}

/** The status of a workload as colour, shape and word. */
export function WorkloadStatusChip(props: { row: WorkloadRow; t: Translate }) {
  const { row, t } = props;
  const { word, tone } = workloadStatus(row.status);
  return (
    <StatusChip
      tone={row.severity ?? tone}
      word={t(`deploymentStatus.${word}`)}
      title={row.message}
    />
  );
}

/** `2/3`: replicas that are ready, of those wanted; of a Job the completions. */
export function replicasText(row: WorkloadRow): string {
  if (row.replicas === undefined) return '–';
  const done = row.kind === 'Job' ? row.available : row.ready;
  return `${done ?? '–'}/${row.replicas}`;
}

/** The image without its registry; the tag is what tells versions apart. */
function shortImage(image: string): string {
  return image.slice(image.lastIndexOf('/') + 1);
}

/** Columns of workloads of any kind. */
export function workloadColumns(
  t: Translate,
  scope: ViewScope | undefined,
): FleetTableColumn<WorkloadRow>[] {
  return [
    {
      id: 'status',
      header: t('column.status'),
      width: 'clamp(104px, 14%, 136px)',
      sort: 'severity',
      render: row => <WorkloadStatusChip row={row} t={t} />,
    },
    {
      id: 'workload',
      header: t('workloadsTable.workload'),
      width: 'minmax(120px, 1.6fr)',
      sort: 'name',
      render: row => {
        const address = workloadAddress(row);
        return address ? <ObjectLink address={address} /> : row.name;
      },
    },
    {
      id: 'kind',
      header: t('workloadsTable.kind'),
      width: '104px',
      sort: 'kind',
      shownFrom: 'medium',
      render: row => row.kind,
    },
    ...placeColumns<WorkloadRow>(t, scope),
    {
      id: 'images',
      header: t('workloadsTable.images'),
      width: 'minmax(100px, 1.2fr)',
      shownFrom: 'wide',
      render: row => (
        <span title={row.images.join('\n')}>
          {row.images.map(shortImage).join(', ') || '–'}
        </span>
      ),
    },
    {
      id: 'ready',
      header: t('column.ready'),
      width: '68px',
      align: 'end',
      sort: 'replicas',
      descendingFirst: true,
      render: replicasText,
    },
    {
      id: 'age',
      header: t('column.age'),
      width: '64px',
      align: 'end',
      sort: 'age',
      shownFrom: 'medium',
      render: row => <Age since={row.created} />,
    },
  ];
}
