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
import { workloadsView } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useTableView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { rolloutColumns } from '../cards/rolloutColumns';
import { fleetTranslationRef } from '../translation';

/** The workloads of a component often have one name, and are told apart by their cluster. */
const LAYOUT: Record<string, { width?: string; shownFrom?: 'medium' }> = {
  cluster: { width: '30%', shownFrom: undefined },
  updated: { shownFrom: 'medium' },
  changed: { shownFrom: 'medium' },
};

/** The workloads that a label selector finds, with their rollouts. */
export function EntityWorkloadsCard(props: { selector: string }) {
  const { selector } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const { view, window } = useTableView(workloadsView, { selector });
  const columns = useMemo(() => {
    const sorts: readonly string[] = workloadsView.sorts;
    return rolloutColumns(t).map(column => ({
      ...column,
      ...LAYOUT[column.id],
      sort:
        (column.id === 'status' && 'severity') ||
        (column.sort && sorts.includes(column.sort) && column.sort) ||
        undefined,
    }));
  }, [t]);
  return (
    <ViewCard
      view={view}
      title={t('entity.workloads')}
      empty={{
        title: t('entity.noWorkloads'),
        text: t('entity.noWorkloadsText', { selector }),
      }}
    >
      {({ rows, total }) => (
        <FleetTable
          label={t('entity.workloads')}
          columns={columns}
          rows={rows}
          rowKey={workloadsView.key}
          total={total}
          window={window}
        />
      )}
    </ViewCard>
  );
}
