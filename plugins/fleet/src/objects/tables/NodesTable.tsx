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
  formatCores,
  formatCount,
  NodeRow,
  nodesView,
  ObjectAddress,
  ViewParams,
  ViewScope,
  ViewSummary,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTableColumn,
  ObjectLink,
  ObjectName,
  Quantity,
  severityTone,
  StatusChip,
  useGridQuery,
  useGridRows,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { pageFilterNames } from '../../filters/PageFilters';
import { fleetTranslationRef } from '../../translation';
import { Figure } from './Figures';
import { ObjectTable } from './ObjectTable';
import { clusterColumn, Translate } from './placeColumns';
import { isOneCluster, ScopedTableProps } from './tableScope';

/** Properties of {@link NodesTable}. */
export interface NodesTableProps extends ScopedTableProps {
  params?: ViewParams<typeof nodesView>;
}

function nodeAddress({ cluster, name }: NodeRow): ObjectAddress {
  return { cluster, resource: 'nodes', name };
}

function nodeColumns(
  t: Translate,
  scope: ViewScope | undefined,
): FleetTableColumn<NodeRow>[] {
  return [
    {
      id: 'status',
      header: t('column.status'),
      width: 'clamp(104px, 14%, 150px)',
      sort: 'severity',
      render: row => (
        <StatusChip
          tone={
            row.ready === undefined ? 'unknown' : severityTone(row.severity)
          }
          word={row.status}
          title={row.pressures.join(', ') || undefined}
        />
      ),
    },
    {
      id: 'node',
      header: t('nodesTable.node'),
      width: 'minmax(120px, 2fr)',
      sort: 'name',
      render: row => <ObjectLink address={nodeAddress(row)} />,
    },
    ...(isOneCluster(scope) ? [] : [clusterColumn<NodeRow>(t)]),
    {
      id: 'zone',
      header: t('nodesTable.zone'),
      width: 'minmax(80px, 0.8fr)',
      shownFrom: 'wide',
      render: row => <ObjectName name={row.zone || '–'} />,
    },
    {
      id: 'instanceType',
      header: t('nodesTable.instanceType'),
      width: 'minmax(90px, 0.9fr)',
      shownFrom: 'wide',
      render: row => <ObjectName name={row.instanceType || '–'} />,
    },
    {
      id: 'version',
      header: t('column.version'),
      width: 'minmax(72px, 0.8fr)',
      shownFrom: 'medium',
      render: row => <ObjectName name={row.version || '–'} />,
    },
    {
      id: 'cpu',
      header: t('nodesTable.cpu'),
      width: '60px',
      align: 'end',
      sort: 'cpu',
      descendingFirst: true,
      shownFrom: 'medium',
      render: row => formatCores(row.cpu),
    },
    {
      id: 'memory',
      header: t('nodesTable.memory'),
      width: '84px',
      align: 'end',
      sort: 'memory',
      descendingFirst: true,
      shownFrom: 'medium',
      render: row => <Quantity of="bytes" value={row.memory} />,
    },
    {
      id: 'gpus',
      header: t('nodesTable.gpus'),
      width: '60px',
      align: 'end',
      sort: 'gpus',
      descendingFirst: true,
      shownFrom: 'wide',
      render: row => <Quantity value={row.gpus} />,
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

function nodeFigures(
  t: Translate,
  summary: ViewSummary<typeof nodesView> | undefined,
): Figure[] {
  const { notReady, unknown, cordoned } = summary ?? {};
  return [
    {
      id: 'notReady',
      tone: 'error',
      count: notReady,
      text: t('nodesTable.notReady', { amount: formatCount(notReady) }),
    },
    {
      id: 'unknown',
      tone: 'unknown',
      count: unknown,
      text: t('nodesTable.unknown', { amount: formatCount(unknown) }),
    },
    {
      id: 'cordoned',
      tone: 'warning',
      count: cordoned,
      text: t('nodesTable.cordoned', { amount: formatCount(cordoned) }),
    },
  ];
}

/** Nodes of any number. */
export function NodesTable(props: NodesTableProps) {
  const { scope, params, label } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const query = useGridQuery(pageFilterNames);
  const rows = useGridRows(nodesView, params, {
    scope,
    sort: query.sort,
    search: query.search,
  });
  const columns = useMemo(() => nodeColumns(t, scope), [t, scope]);
  return (
    <ObjectTable
      label={label ?? t('nodesTable.title')}
      searchLabel={t('nodesTable.search')}
      counted={count =>
        t('nodesTable.counted', {
          count,
          total: count.toLocaleString('en-US'),
        })
      }
      columns={columns}
      rows={rows}
      query={query}
      rowKey={nodesView.key}
      addressOf={nodeAddress}
      maxHeight={props.maxHeight}
      figures={nodeFigures(t, rows.view.summary)}
      empty={{ title: t('nodesTable.none'), text: t('nodesTable.noneText') }}
      permission="fleet.cluster.read"
    />
  );
}
