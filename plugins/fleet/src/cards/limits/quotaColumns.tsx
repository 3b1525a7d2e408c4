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
import { ResourceQuotaRow } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTableColumn,
  ObjectLink,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { clusterColumn, nameColumn } from '../objectColumns';
import { HeatCell } from './HeatCell';
import { QuotaThresholds } from './quotaConfig';
import { fullestOf, QuotaGroup, quotaGroups } from './quotaGroups';

const shownFrom: Partial<Record<QuotaGroup, 'medium' | 'wide'>> = {
  other: 'medium',
};

/** Columns of quotas: whose they are, and how full each group of limits is. */
export function quotaColumns(
  t: TranslationFunction<typeof fleetTranslationRef.T>,
  thresholds: QuotaThresholds,
): FleetTableColumn<ResourceQuotaRow>[] {
  return [
    {
      id: 'namespace',
      header: t('column.namespace'),
      sort: 'namespace',
      render: ({ cluster, namespace }) => (
        <ObjectLink
          address={{ cluster, resource: 'namespaces', name: namespace }}
        />
      ),
    },
    {
      ...nameColumn(t('quotaUse.quota'), 'resourcequotas'),
      width: '16%',
      shownFrom: 'wide',
    },
    { ...clusterColumn(t), width: '22%' },
    ...quotaGroups.map(group => ({
      id: group,
      header: t(`quotaUse.${group}`),
      width: '68px',
      align: 'end' as const,
      shownFrom: shownFrom[group],
      render: (row: ResourceQuotaRow) => (
        <HeatCell item={fullestOf(row.items, group)} thresholds={thresholds} />
      ),
    })),
  ];
}
