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
  nodeConditionsView,
  NodeRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTable,
  FleetTableColumn,
  ObjectLink,
  StatusChip,
  StatusTone,
  useCardConfig,
  useTableView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CardStack } from '../CardStack';
import { ageColumn, clusterColumn } from '../objectColumns';
import { StatusTotals } from '../StatusTotals';
import { ConditionId, conditionsOf, newestSince } from './conditionsOf';
import { nodeConditionsConfig } from './nodeConditionsConfig';
import styles from './NodeConditionsCard.module.css';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

const counted: ReadonlyArray<{ id: ConditionId; tone: StatusTone }> = [
  { id: 'notReady', tone: 'error' },
  { id: 'unknown', tone: 'unknown' },
  { id: 'memoryPressure', tone: 'orange' },
  { id: 'diskPressure', tone: 'orange' },
  { id: 'pidPressure', tone: 'orange' },
  { id: 'networkUnavailable', tone: 'orange' },
  { id: 'cordoned', tone: 'warning' },
];

function columnsOf(t: Translate): FleetTableColumn<NodeRow>[] {
  return [
    {
      id: 'conditions',
      header: t('nodeConditions.conditions'),
      width: '38%',
      sort: 'severity',
      render: row => (
        <span className={styles.conditions}>
          {conditionsOf(row).map(({ id, tone }) => (
            <StatusChip key={id} tone={tone} word={t(`nodeConditions.${id}`)} />
          ))}
        </span>
      ),
    },
    {
      id: 'node',
      header: t('nodeConditions.node'),
      sort: 'name',
      render: ({ cluster, name }) => (
        <ObjectLink address={{ cluster, resource: 'nodes', name }} />
      ),
    },
    clusterColumn(t),
    {
      id: 'since',
      header: t('nodeConditions.since'),
      width: '64px',
      align: 'end',
      sort: 'since',
      render: row => <Age since={newestSince(conditionsOf(row))} />,
    },
    ageColumn(t),
  ];
}

/** Nodes that are not as they should be, and since when. */
export function NodeConditionsCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { onlyTroubled } = useCardConfig(nodeConditionsConfig);
  const { view, window } = useTableView(nodeConditionsView, { onlyTroubled });
  const columns = useMemo(() => columnsOf(t), [t]);
  const { summary } = view;
  return (
    <ViewCard
      view={view}
      permission="fleet.cluster.read"
      empty={
        onlyTroubled
          ? {
              title: t('nodeConditions.fine'),
              text: t('nodeConditions.fineText'),
              good: true,
            }
          : { title: t('nodeStatus.none'), text: t('nodeStatus.noneText') }
      }
    >
      {({ rows, total }) => (
        <CardStack
          above={
            <StatusTotals
              label={t('nodeConditions.totals')}
              totals={counted.map(({ id, tone }) => ({
                id,
                tone,
                value: summary?.[id],
                word: t(`nodeConditions.${id}`),
              }))}
            />
          }
        >
          <FleetTable
            label={t('nodeConditions.title')}
            columns={columns}
            rows={rows}
            rowKey={nodeConditionsView.key}
            total={total}
            window={window}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
