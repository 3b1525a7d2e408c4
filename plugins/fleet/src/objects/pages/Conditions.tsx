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
import { LiveObject } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTable,
  FleetTableColumn,
  StatusChip,
  StatusTone,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { Translate } from '../tables/placeColumns';
import { Panel } from './Panel';

type Condition = LiveObject['conditions'][number];

/** Conditions that are good news when they are not true. */
const BAD_WHEN_TRUE =
  /Pressure$|Unavailable$|^ReplicaFailure$|^Failed$|^FailureTarget$|^DisruptionTarget$|^Stalled$|Degraded$/;
/** Conditions that say what is or was, and are neither good nor bad. */
const NEUTRAL = /^Suspended$|^SuccessCriteriaMet$|^PodResizePending$/;

function conditionTone({ type, status }: Condition): StatusTone {
  if (status === 'Unknown') return 'unknown';
  if (NEUTRAL.test(type)) return 'unknown';
  return BAD_WHEN_TRUE.test(type) === (status === 'True')
    ? 'warning'
    : 'healthy';
}

function conditionColumns(t: Translate): FleetTableColumn<Condition>[] {
  return [
    {
      id: 'type',
      header: t('object.condition'),
      width: '30%',
      render: row => <span title={row.type}>{row.type}</span>,
    },
    {
      id: 'status',
      header: t('object.conditionStatus'),
      width: '92px',
      render: row => <StatusChip tone={conditionTone(row)} word={row.status} />,
    },
    {
      id: 'details',
      header: t('object.details'),
      render: row => {
        const text = [row.reason, row.message].filter(Boolean).join(': ');
        return <span title={text}>{text}</span>;
      },
    },
    {
      id: 'since',
      header: t('object.since'),
      width: '64px',
      align: 'end',
      render: row => <Age since={row.since} />,
    },
  ];
}

/** What an object says of itself; nothing when it says nothing. */
export function Conditions(props: { object: LiveObject | undefined }) {
  const { object } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const columns = useMemo(() => conditionColumns(t), [t]);
  if (!object || object.conditions.length === 0) return undefined;
  return (
    <Panel title={t('object.conditions')} wide flush>
      <FleetTable
        label={t('object.conditions')}
        columns={columns}
        rows={object.conditions}
        rowKey={row => row.type}
      />
    </Panel>
  );
}
