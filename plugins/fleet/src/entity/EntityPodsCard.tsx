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
  PodRow,
  podsView,
  ViewSummary,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  TableWindow,
  ViewCard,
  ViewState,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { podIssueColumns } from '../cards/podIssueColumns';
import { fleetTranslationRef } from '../translation';

/** Where the room is short, a pod's cluster says more than its namespace: a component has few of those. */
const LAYOUT: Record<
  string,
  { width?: string; shownFrom?: 'medium' | 'wide' }
> = {
  status: { width: '140px' },
  cluster: { width: '26%', shownFrom: 'medium' },
  namespace: { shownFrom: 'wide' },
};

/** The pods that a label selector finds. */
export function EntityPodsCard(props: {
  selector: string;
  view: ViewState<PodRow, ViewSummary<typeof podsView>>;
  window: TableWindow;
}) {
  const { selector, view, window } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const columns = useMemo(() => {
    const sorts: readonly string[] = podsView.sorts;
    return podIssueColumns(t).map(column => ({
      ...column,
      ...LAYOUT[column.id],
      sort:
        (column.id === 'status' && 'status') ||
        (column.sort && sorts.includes(column.sort) && column.sort) ||
        undefined,
    }));
  }, [t]);
  return (
    <ViewCard
      view={view}
      title={t('entity.pods')}
      empty={{
        title: t('entity.noPods'),
        text: t('entity.noPodsText', { selector }),
      }}
    >
      {({ rows, total }) => (
        <FleetTable
          label={t('entity.pods')}
          columns={columns}
          rows={rows}
          rowKey={podsView.key}
          total={total}
          window={window}
        />
      )}
    </ViewCard>
  );
}
