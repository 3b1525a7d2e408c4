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
  EventRow,
  eventsView,
  formatCount,
  ObjectAddress,
  resourceOfKind,
  ViewParams,
  ViewScope,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTableColumn,
  minutesOf,
  ObjectLink,
  ObjectName,
  Quantity,
  StatusChip,
  timeRanges,
  useGridQuery,
  useGridRows,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { pageFilterNames } from '../../filters/PageFilters';
import { fleetTranslationRef } from '../../translation';
import { FilterSelect } from './FilterSelect';
import { FilterText } from './FilterText';
import { ObjectTable } from './ObjectTable';
import styles from './ObjectTable.module.css';
import { placeColumns, Translate } from './placeColumns';
import { ScopedTableProps, scopeWithin } from './tableScope';

const FILTERS = ['type', 'range', 'namespace', ...pageFilterNames] as const;

/** Kubernetes keeps events about these in the namespace `default`. */
const CLUSTER_SCOPED = new Set(['Node', 'PersistentVolume', 'Namespace']);

/** Properties of {@link EventsTable}. */
export interface EventsTableProps extends ScopedTableProps {
  /** The events about one object, … */
  params?: ViewParams<typeof eventsView>;
}

function eventObject(event: EventRow): ObjectAddress | undefined {
  const { cluster, namespace, objectKind, objectName } = event;
  const resource = resourceOfKind(objectKind);
  if (!resource || !objectName) return undefined;
  return {
    cluster,
    resource,
    name: objectName,
    namespace: CLUSTER_SCOPED.has(objectKind) ? undefined : namespace,
  };
}

function EventObject(props: { event: EventRow }) {
  const { objectKind, objectName } = props.event;
  const address = eventObject(props.event);
  const kind = `${objectKind.toLowerCase()}/`;
  if (!address) return <ObjectName name={kind + objectName} />;
  return (
    <span className={styles.object}>
      <span className={styles.muted}>{kind}</span>
      <ObjectLink address={address} />
    </span>
  );
}

function eventColumns(
  t: Translate,
  scope: ViewScope | undefined,
  ofOneObject: boolean,
): FleetTableColumn<EventRow>[] {
  const object: FleetTableColumn<EventRow> = {
    id: 'object',
    header: t('column.object'),
    width: 'minmax(120px, 1.4fr)',
    render: row => <EventObject event={row} />,
  };
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
      width: 'clamp(90px, 14%, 148px)',
      sort: 'reason',
      render: row => <span title={row.message}>{row.reason}</span>,
    },
    ...(ofOneObject ? [] : [object]),
    {
      id: 'message',
      header: t('column.message'),
      width: 'minmax(140px, 2.4fr)',
      shownFrom: ofOneObject ? 'medium' : 'wide',
      render: row => <span title={row.message}>{row.message}</span>,
    },
    ...(ofOneObject ? [] : placeColumns<EventRow>(t, scope)),
    {
      id: 'count',
      header: t('column.count'),
      width: '64px',
      align: 'end',
      sort: 'count',
      descendingFirst: true,
      shownFrom: 'medium',
      render: row => <Quantity value={row.count} />,
    },
    {
      id: 'last',
      header: t('column.last'),
      width: '64px',
      align: 'end',
      sort: 'last',
      descendingFirst: true,
      render: row => <Age since={row.last} />,
    },
  ];
}

/** Events of any number, newest first. */
export function EventsTable(props: EventsTableProps) {
  const { scope, params, label } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const query = useGridQuery(FILTERS);
  const { namespace } = query.filters;
  const type =
    query.filters.type === 'Warning' || query.filters.type === 'Normal'
      ? query.filters.type
      : undefined;
  const range = timeRanges.find(it => it === query.filters.range);
  const rows = useGridRows(
    eventsView,
    {
      ...params,
      ...(type && { type }),
      ...(range && { minutes: minutesOf(range) }),
    },
    {
      scope: scopeWithin(scope, namespace),
      sort: query.sort,
      search: query.search,
    },
  );
  const ofOneObject = params?.object !== undefined;
  const columns = useMemo(
    () => eventColumns(t, scope, ofOneObject),
    [t, scope, ofOneObject],
  );
  const warnings = rows.view.summary?.warnings;
  return (
    <ObjectTable
      label={label ?? t('eventsTable.title')}
      searchLabel={t('eventsTable.search')}
      counted={count =>
        t('eventsTable.counted', {
          count,
          total: count.toLocaleString('en-US'),
        })
      }
      columns={columns}
      rows={rows}
      query={query}
      rowKey={eventsView.key}
      addressOf={eventObject}
      maxHeight={props.maxHeight}
      filters={
        <>
          <FilterSelect
            label={t('table.type')}
            any={t('table.anyType')}
            options={[
              { value: 'Warning', label: t('events.warning') },
              { value: 'Normal', label: t('events.normal') },
            ]}
            value={type}
            onChange={value => query.setFilter('type', value)}
          />
          <FilterSelect
            label={t('filter.range')}
            any={t('table.anyTime')}
            options={timeRanges.map(value => ({
              value,
              label: t(`filterRange.${value}`),
            }))}
            value={range}
            onChange={value => query.setFilter('range', value)}
          />
          {!scope?.namespaces && !ofOneObject && (
            <FilterText
              label={t('table.namespaceFilter')}
              value={namespace}
              onChange={value => query.setFilter('namespace', value)}
            />
          )}
        </>
      }
      figures={[
        {
          id: 'warnings',
          tone: 'warning',
          count: warnings,
          text: t('eventsTable.warnings', { amount: formatCount(warnings) }),
        },
      ]}
      empty={{ title: t('eventsTable.none'), text: t('eventsTable.noneText') }}
    />
  );
}
