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
  formatCount,
  namespaceIsolationView,
  ViewSummary,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useMemo } from 'react';
import { BarSeries, StackedBars } from '../../charts/StackedBars';
import { fleetTranslationRef } from '../../translation';

type Clusters = ViewSummary<typeof namespaceIsolationView>['clusters'];
type State = 'open' | 'partly' | 'isolated';

/** The namespaces of each cluster by how far they are isolated, those with most open ones first. */
export function IsolationBars(props: { clusters: Clusters; most: number }) {
  const { clusters, most } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const series: BarSeries<State>[] = [
    { id: 'open', name: t('isolation.openSeries'), tone: 'warning' },
    { id: 'partly', name: t('isolation.partly'), tone: 'unknown' },
    { id: 'isolated', name: t('isolation.isolated'), tone: 'healthy' },
  ];
  const rows = useMemo(
    () =>
      clusters.map(({ cluster, namespaces, ingress, open }) => ({
        id: cluster,
        name: cluster,
        parts: {
          open,
          partly: namespaces - ingress - open,
          isolated: ingress,
        },
        total: namespaces,
        text: formatCount(namespaces),
      })),
    [clusters],
  );
  return (
    <StackedBars
      label={t('isolation.byCluster')}
      nameLabel={t('column.cluster')}
      totalLabel={t('isolation.namespaces')}
      series={series}
      rows={rows}
      most={most}
      format={formatCount}
      moreText={left =>
        t('isolation.more', { count: left, clusters: String(left) })
      }
    />
  );
}
