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
  formatCount,
  podPhasesView,
  ViewRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterLink,
  FleetTableColumn,
  Quantity,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { StackedBar } from '../StackedBar';
import styles from './pods.module.css';
import { podPhases, ReasonRow } from './podPhases';
import { WhyNotUp } from './WhyNotUp';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;
type PhaseRow = ViewRow<typeof podPhasesView>;

/** Columns of clusters with the phases of their pods. */
export function phaseColumns(t: Translate): FleetTableColumn<PhaseRow>[] {
  return [
    {
      id: 'cluster',
      header: t('column.cluster'),
      render: row => <ClusterLink name={row.cluster} title={row.title} />,
    },
    {
      id: 'phases',
      header: t('podPhases.phases'),
      width: '34%',
      render: row =>
        row.pods === undefined ? (
          '–'
        ) : (
          <StackedBar
            label={[
              row.title,
              ...podPhases.map(
                ({ id }) => `${t(`podPhases.${id}`)}: ${formatCount(row[id])}`,
              ),
            ].join('\n')}
            parts={podPhases.map(phase => ({ ...phase, value: row[phase.id] }))}
          />
        ),
    },
    {
      id: 'reasons',
      header: t('podPhases.why'),
      width: '26%',
      shownFrom: 'medium',
      render: row => <WhyNotUp reasons={row.reasons} />,
    },
    {
      id: 'pods',
      header: t('column.pods'),
      width: '68px',
      align: 'end',
      render: row => <Quantity value={row.pods} />,
    },
  ];
}

/** Columns of the reasons over all clusters; the bars are drawn against the most frequent. */
export function reasonColumns(
  t: Translate,
  most: number,
): FleetTableColumn<ReasonRow>[] {
  return [
    {
      id: 'reason',
      header: t('column.reason'),
      width: '200px',
      render: row => <StatusChip tone={row.tone} word={row.reason} />,
    },
    {
      id: 'bar',
      header: t('podPhases.share'),
      render: row => (
        <span
          className={styles.share}
          style={{ inlineSize: `${(row.pods / most) * 100}%` }}
        >
          <StackedBar
            label={row.clusters
              .map(it => `${it.title}: ${formatCount(it.pods)}`)
              .join('\n')}
            parts={row.clusters.map(it => ({
              id: it.cluster,
              tone: row.tone,
              value: it.pods,
            }))}
          />
        </span>
      ),
    },
    {
      id: 'clusters',
      header: t('podPhases.clusters'),
      width: '76px',
      align: 'end',
      shownFrom: 'medium',
      render: row => <Quantity value={row.clusters.length} />,
    },
    {
      id: 'pods',
      header: t('column.pods'),
      width: '60px',
      align: 'end',
      render: row => <Quantity value={row.pods} />,
    },
  ];
}
