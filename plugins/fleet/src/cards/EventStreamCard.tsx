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
  EventRow,
  eventsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTable,
  FleetTableColumn,
  ObjectName,
  Quantity,
  StatusChip,
  useTableView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../translation';
import styles from './cards.module.css';

function eventColumns(
  t: TranslationFunction<typeof fleetTranslationRef.T>,
): FleetTableColumn<EventRow>[] {
  return [
    {
      id: 'type',
      header: t('column.type'),
      width: '92px',
      render: row =>
        row.type === 'Warning' ? (
          <StatusChip tone="warning" word={t('events.warning')} />
        ) : (
          <span className={styles.muted}>
            {row.type === 'Normal' ? t('events.normal') : row.type}
          </span>
        ),
    },
    {
      id: 'reason',
      header: t('column.reason'),
      width: '120px',
      sort: 'reason',
      render: row => <span title={row.message}>{row.reason}</span>,
    },
    {
      id: 'object',
      header: t('column.object'),
      render: row => (
        <ObjectName
          name={`${row.objectKind.toLowerCase()}/${row.objectName}`}
        />
      ),
    },
    {
      id: 'message',
      header: t('column.message'),
      width: '32%',
      shownFrom: 'wide',
      render: row => <span title={row.message}>{row.message}</span>,
    },
    {
      id: 'cluster',
      header: t('column.cluster'),
      width: '18%',
      sort: 'cluster',
      shownFrom: 'medium',
      render: row => <ObjectName name={row.cluster} />,
    },
    {
      id: 'count',
      header: t('column.count'),
      width: '60px',
      align: 'end',
      sort: 'count',
      descendingFirst: true,
      shownFrom: 'medium',
      render: row => <Quantity value={row.count} />,
    },
    {
      id: 'last',
      header: t('column.last'),
      width: '52px',
      align: 'end',
      sort: 'last',
      descendingFirst: true,
      render: row => <Age since={row.last} />,
    },
  ];
}

/** What the clusters report, newest first. */
export function EventStreamCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { view, window } = useTableView(eventsView);
  const columns = useMemo(() => eventColumns(t), [t]);
  return (
    <ViewCard
      view={view}
      empty={{ title: t('events.none'), text: t('events.noneText') }}
    >
      {({ rows, total }) => (
        <FleetTable
          label={t('events.title')}
          columns={columns}
          rows={rows}
          rowKey={eventsView.key}
          total={total}
          window={window}
        />
      )}
    </ViewCard>
  );
}
