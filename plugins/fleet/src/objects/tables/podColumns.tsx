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
  formatCores,
  ObjectAddress,
  PodRow,
  resourceOfKind,
  ViewScope,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTableColumn,
  ObjectLink,
  ObjectName,
  Quantity,
  severityTone,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { placeColumns, Translate } from './placeColumns';

/** The address of a pod. */
export function podAddress(row: PodRow): ObjectAddress {
  const { cluster, namespace, name } = row;
  return { cluster, resource: 'pods', namespace, name };
}

/** The workload behind a pod; undefined for pods without one and kinds whose page is not known. */
export function podWorkload(row: PodRow): ObjectAddress | undefined {
  const { cluster, namespace, workload, workloadKind } = row;
  const resource = resourceOfKind(workloadKind);
  return resource && workload
    ? { cluster, resource, namespace, name: workload }
    : undefined;
}

/** Columns of pods; `hidden` leaves some out where all rows would say the same. */
export function podColumns(
  t: Translate,
  scope: ViewScope | undefined,
  hidden: { node?: boolean; workload?: boolean } = {},
): FleetTableColumn<PodRow>[] {
  const node: FleetTableColumn<PodRow> = {
    id: 'node',
    header: t('podsTable.node'),
    width: 'minmax(90px, 1fr)',
    sort: 'node',
    shownFrom: 'wide',
    render: row =>
      row.node ? (
        <ObjectLink
          address={{ cluster: row.cluster, resource: 'nodes', name: row.node }}
        />
      ) : (
        '–'
      ),
  };
  const workload: FleetTableColumn<PodRow> = {
    id: 'workload',
    header: t('podsTable.workload'),
    width: 'minmax(90px, 1fr)',
    shownFrom: 'wide',
    render: row => {
      const address = podWorkload(row);
      if (address) return <ObjectLink address={address} />;
      return row.workload ? <ObjectName name={row.workload} /> : '–';
    },
  };
  return [
    {
      id: 'status',
      header: t('column.status'),
      width: 'clamp(110px, 14%, 168px)',
      sort: 'status',
      render: row => (
        <StatusChip
          tone={severityTone(row.severity)}
          word={row.status}
          title={row.message}
        />
      ),
    },
    {
      id: 'pod',
      header: t('column.pod'),
      width: 'minmax(120px, 2fr)',
      sort: 'name',
      render: row => <ObjectLink address={podAddress(row)} />,
    },
    ...placeColumns<PodRow>(t, scope),
    ...(hidden.node ? [] : [node]),
    ...(hidden.workload ? [] : [workload]),
    {
      id: 'ready',
      header: t('podsTable.ready'),
      width: '60px',
      align: 'end',
      shownFrom: 'medium',
      render: row => `${row.ready}/${row.containers}`,
    },
    {
      id: 'restarts',
      header: t('column.restarts'),
      width: '76px',
      align: 'end',
      sort: 'restarts',
      descendingFirst: true,
      shownFrom: 'medium',
      render: row => <Quantity value={row.restarts} />,
    },
    {
      id: 'cpu',
      header: t('podsTable.cpu'),
      width: '92px',
      align: 'end',
      shownFrom: 'wide',
      render: row => formatCores(row.cpuRequest),
    },
    {
      id: 'memory',
      header: t('podsTable.memory'),
      width: '116px',
      align: 'end',
      shownFrom: 'wide',
      render: row => <Quantity of="bytes" value={row.memoryRequest} />,
    },
    {
      id: 'age',
      header: t('column.age'),
      width: '64px',
      align: 'end',
      sort: 'age',
      render: row => <Age since={row.created} />,
    },
  ];
}
