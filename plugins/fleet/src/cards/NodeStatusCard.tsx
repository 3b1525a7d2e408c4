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
  nodeStatusView,
  ViewRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterLink,
  FleetTable,
  FleetTableColumn,
  Quantity,
  StatusTone,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../translation';
import { CardStack } from './CardStack';
import { StackedBar } from './StackedBar';
import { StatusTotals } from './StatusTotals';

type NodeStatusRow = ViewRow<typeof nodeStatusView>;
type Translate = TranslationFunction<typeof fleetTranslationRef.T>;
type Part = 'ready' | 'notReady' | 'unknown';

const parts: ReadonlyArray<{ id: Part; tone: StatusTone }> = [
  { id: 'notReady', tone: 'error' },
  { id: 'unknown', tone: 'unknown' },
  { id: 'ready', tone: 'healthy' },
];

/** The nodes of one cluster as one bar, troubled ones first. */
function StatusBar(props: { row: NodeStatusRow; t: Translate }) {
  const { row, t } = props;
  if (row.nodes === undefined) return <>–</>;
  const label = t('nodeStatus.bar', {
    cluster: row.title,
    ready: String(row.ready ?? '–'),
    nodes: String(row.nodes),
  });
  return (
    <StackedBar
      label={label}
      parts={parts.map(part => ({ ...part, value: row[part.id] }))}
    />
  );
}

function troubleOf(row: NodeStatusRow): number {
  return (
    (row.notReady ?? 0) * 1e6 + (row.unknown ?? 0) * 1e3 + (row.pressure ?? 0)
  );
}

function byTrouble(a: NodeStatusRow, b: NodeStatusRow): number {
  return troubleOf(b) - troubleOf(a) || (a.title < b.title ? -1 : 1);
}

function columnsOf(t: Translate): FleetTableColumn<NodeStatusRow>[] {
  return [
    {
      id: 'cluster',
      header: t('column.cluster'),
      render: row => <ClusterLink name={row.cluster} title={row.title} />,
    },
    {
      id: 'bar',
      header: t('column.nodes'),
      width: '32%',
      render: row => <StatusBar row={row} t={t} />,
    },
    {
      id: 'ready',
      header: t('nodeStatus.ready'),
      width: '72px',
      align: 'end',
      render: row =>
        row.nodes === undefined ? '–' : `${row.ready ?? '–'}/${row.nodes}`,
    },
    {
      id: 'cordoned',
      header: t('nodeStatus.cordoned'),
      width: '84px',
      align: 'end',
      shownFrom: 'medium',
      render: row => <Quantity value={row.cordoned} />,
    },
    {
      id: 'pressure',
      header: t('nodeStatus.pressure'),
      width: '108px',
      align: 'end',
      shownFrom: 'wide',
      render: row => <Quantity value={row.pressure} />,
    },
  ];
}

/** How the nodes of each cluster stand. */
export function NodeStatusCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const view = useView(nodeStatusView);
  const columns = useMemo(() => columnsOf(t), [t]);
  const rows = useMemo(() => [...view.rows].sort(byTrouble), [view.rows]);
  const { summary } = view;
  return (
    <ViewCard
      view={view}
      permission="fleet.cluster.read"
      empty={{ title: t('nodeStatus.none'), text: t('nodeStatus.noneText') }}
    >
      {() => (
        <CardStack
          above={
            <StatusTotals
              label={t('nodeStatus.totals')}
              totals={[
                ...parts,
                { id: 'cordoned', tone: 'warning' } as const,
                { id: 'pressure', tone: 'orange' } as const,
              ].map(({ id, tone }) => ({
                id,
                tone,
                value: summary?.[id],
                word: t(`nodeStatus.${id}`),
              }))}
            />
          }
        >
          <FleetTable
            label={t('nodeStatus.title')}
            columns={columns}
            rows={rows}
            rowKey={nodeStatusView.key}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
