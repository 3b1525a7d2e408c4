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
  AutoscalerStatus,
  HorizontalPodAutoscalerRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTableColumn,
  StatusChip,
  StatusTone,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { clusterColumn, nameColumn, namespaceColumn } from '../objectColumns';
import styles from './limits.module.css';
import { Replicas } from './Replicas';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

const statuses = {
  'Cannot scale': { word: 'cannotScale', tone: 'error' },
  'No metrics': { word: 'noMetrics', tone: 'error' },
  'At maximum': { word: 'atMaximum', tone: 'warning' },
  Scaling: { word: 'scaling', tone: 'progress' },
  'In range': { word: 'inRange', tone: 'healthy' },
  Disabled: { word: 'disabled', tone: 'unknown' },
  Unknown: { word: 'unknown', tone: 'unknown' },
} as const satisfies Record<
  AutoscalerStatus,
  { word: string; tone: StatusTone }
>;

function Metrics(props: { row: HorizontalPodAutoscalerRow; t: Translate }) {
  const { metrics } = props.row;
  const [first] = metrics;
  if (!first) return <>–</>;
  const lines = metrics.map(({ name, current = '–', target }) =>
    props.t('autoscalers.metric', { name, current, target }),
  );
  return (
    <span title={lines.join('\n')}>
      <span className={styles.muted}>{first.name}</span> {first.current ?? '–'}
      <span className={styles.muted}>/{first.target}</span>
      {metrics.length > 1 && (
        <span className={styles.muted}>
          {' '}
          {props.t('services.more', { more: String(metrics.length - 1) })}
        </span>
      )}
    </span>
  );
}

/** Why an autoscaler stands where it does, in the word of Kubernetes. */
function Reason(props: { row: HorizontalPodAutoscalerRow }) {
  const { reason, message } = props.row;
  return <span title={message}>{reason}</span>;
}

/** Columns of autoscalers, with what is wrong with them first. */
export function autoscalerColumns(
  t: Translate,
): FleetTableColumn<HorizontalPodAutoscalerRow>[] {
  return [
    {
      id: 'status',
      header: t('column.status'),
      width: '128px',
      sort: 'severity',
      render: row => {
        const { word, tone } = statuses[row.status];
        return (
          <StatusChip
            tone={tone}
            word={t(`autoscalers.${word}`)}
            title={[row.reason, row.message].filter(Boolean).join('\n')}
          />
        );
      },
    },
    nameColumn(
      t('autoscalers.autoscaler'),
      'horizontalpodautoscalers.autoscaling',
    ),
    {
      id: 'replicas',
      header: t('autoscalers.replicas'),
      width: '124px',
      sort: 'replicas',
      descendingFirst: true,
      render: row => <Replicas row={row} />,
    },
    {
      id: 'metrics',
      header: t('autoscalers.metrics'),
      width: '19%',
      shownFrom: 'medium',
      render: row =>
        // Where nothing can be computed, why is what matters.
        row.reason && row.severity !== 'warning' ? (
          <Reason row={row} />
        ) : (
          <Metrics row={row} t={t} />
        ),
    },
    { ...namespaceColumn(t, 'wide'), width: '12%' },
    { ...clusterColumn(t), width: '20%' },
  ];
}
