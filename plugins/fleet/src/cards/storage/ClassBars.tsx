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
  formatBytes,
  StorageClassUseRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useMemo } from 'react';
import { BarRow, BarSeries, StackedBars } from '../../charts/StackedBars';
import { fleetTranslationRef } from '../../translation';

type State = 'lost' | 'pending' | 'bound';

/** What is requested of each class over all clusters, most first. */
function barsOf(
  rows: readonly StorageClassUseRow[],
  noClass: string,
): BarRow<State>[] {
  const bars = new Map<string, Required<Record<State | 'total', number>>>();
  for (const row of rows) {
    if (!row.requested) continue;
    const sums = bars.get(row.storageClass);
    bars.set(row.storageClass, {
      lost: (sums?.lost ?? 0) + (row.requestedLost ?? 0),
      pending: (sums?.pending ?? 0) + (row.requestedPending ?? 0),
      bound: (sums?.bound ?? 0) + (row.requestedBound ?? 0),
      total: (sums?.total ?? 0) + row.requested,
    });
  }
  return [...bars]
    .map(([name, { total, ...parts }]) => ({
      id: name,
      name: name || noClass,
      parts,
      total,
      text: formatBytes(total),
    }))
    .sort((a, b) => b.total - a.total);
}

/** What claims ask for, by class and by state. */
export function ClassBars(props: {
  rows: readonly StorageClassUseRow[];
  most: number;
}) {
  const { rows, most } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const noClass = t('storage.noClass');
  const bars = useMemo(() => barsOf(rows, noClass), [rows, noClass]);
  const series: BarSeries<State>[] = [
    { id: 'lost', name: t('storage.lost'), tone: 'error' },
    { id: 'pending', name: t('storage.pending'), tone: 'warning' },
    { id: 'bound', name: t('storage.bound'), tone: 'healthy' },
  ];
  if (bars.length === 0) return undefined;
  return (
    <StackedBars
      label={t('storage.byClass')}
      nameLabel={t('storage.class')}
      totalLabel={t('storage.requested')}
      series={series}
      rows={bars}
      most={most}
      format={formatBytes}
      moreText={left =>
        t('storage.more', { count: left, classes: String(left) })
      }
    />
  );
}
