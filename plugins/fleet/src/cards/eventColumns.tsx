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
import {
  EventRow,
  resourceOfKind,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTableColumn,
  ObjectLink,
  ObjectName,
  Quantity,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';
import styles from './cards.module.css';

/** Events about these are kept in a namespace that the object is not in. */
const CLUSTER_SCOPED = new Set(['Node', 'PersistentVolume', 'Namespace']);

/** The object that an event is about, as a link where its page is known. */
function EventObject(props: { event: EventRow }) {
  const { cluster, namespace, objectKind, objectName } = props.event;
  const resource = resourceOfKind(objectKind);
  const kind = `${objectKind.toLowerCase()}/`;
  if (!resource) return <ObjectName name={kind + objectName} />;
  return (
    <span className={styles.object}>
      <span className={styles.muted}>{kind}</span>
      <ObjectLink
        address={{
          cluster,
          resource,
          name: objectName,
          namespace: CLUSTER_SCOPED.has(objectKind) ? undefined : namespace,
        }}
      />
    </span>
  );
}

/** Columns of events. */
export function eventColumns(
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
      render: row => <EventObject event={row} />,
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
