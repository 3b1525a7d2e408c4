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
  formatBytes,
  formatCores,
  PodMetricsRow,
  topPodsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  FleetTableColumn,
  ObjectLink,
  ObjectName,
  useTableView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../translation';

function columnsOf(
  t: TranslationFunction<typeof fleetTranslationRef.T>,
): FleetTableColumn<PodMetricsRow>[] {
  return [
    {
      id: 'pod',
      header: t('column.pod'),
      sort: 'name',
      render: ({ cluster, namespace, name }) => (
        <ObjectLink address={{ cluster, resource: 'pods', namespace, name }} />
      ),
    },
    {
      id: 'namespace',
      header: t('column.namespace'),
      width: '20%',
      sort: 'namespace',
      shownFrom: 'medium',
      render: row => <ObjectName name={row.namespace} />,
    },
    {
      id: 'cluster',
      header: t('column.cluster'),
      width: '22%',
      sort: 'cluster',
      shownFrom: 'medium',
      render: row => <ObjectName name={row.cluster} />,
    },
    {
      id: 'cpu',
      header: t('cardColumn.cpu'),
      width: '72px',
      align: 'end',
      sort: 'cpu',
      descendingFirst: true,
      render: row => formatCores(row.cpu),
    },
    {
      id: 'memory',
      header: t('cardColumn.memory'),
      width: '84px',
      align: 'end',
      sort: 'memory',
      descendingFirst: true,
      render: row => formatBytes(row.memory),
    },
  ];
}

/** The pods that use most, as metrics.k8s.io measures it. */
export function TopPodsCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { view, window } = useTableView(topPodsView);
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <ViewCard
      view={view}
      empty={{ title: t('topPods.none'), text: t('topPods.noneText') }}
    >
      {({ rows, total }) => (
        <FleetTable
          label={t('topPods.title')}
          columns={columns}
          rows={rows}
          rowKey={topPodsView.key}
          total={total}
          window={window}
        />
      )}
    </ViewCard>
  );
}
