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
  CapacityRow,
  capacityView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterLink,
  FleetTable,
  FleetTableColumn,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../translation';
import { CardStack } from './CardStack';
import { CapacityBar } from './CapacityBar';
import { capacityMeasures, formatShare, shareOf } from './capacityMeasures';
import { CapacityTotals } from './CapacityTotals';
import styles from './ResourceCapacityCard.module.css';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

function columnsOf(t: Translate): FleetTableColumn<CapacityRow>[] {
  return [
    {
      id: 'cluster',
      header: t('column.cluster'),
      render: row => <ClusterLink name={row.cluster} title={row.title} />,
    },
    ...capacityMeasures
      .filter(({ id }) => id !== 'pods')
      .map(measure => ({
        id: measure.id,
        header: t(`measure.${measure.id}`),
        width: '22%',
        shownFrom: measure.id === 'gpus' ? ('medium' as const) : undefined,
        render: (row: CapacityRow) =>
          !measure.allocatable(row) ? (
            '–'
          ) : (
            <span className={styles.cell}>
              <CapacityBar measure={measure} figures={row} t={t} />
              <span className={styles.share}>
                {formatShare(
                  shareOf(measure.requested(row), measure.allocatable(row)),
                )}
              </span>
            </span>
          ),
      })),
  ];
}

/** What nodes offer, what pods ask for and what they use, in all and of each cluster. */
export function ResourceCapacityCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const view = useView(capacityView);
  const columns = useMemo(() => columnsOf(t), [t]);
  const { summary } = view;
  return (
    <ViewCard
      view={view}
      permission="fleet.cluster.read"
      empty={{ title: t('capacity.none'), text: t('capacity.noneText') }}
      footer={
        summary &&
        summary.usedClusters < summary.clusters && (
          <span>
            {t('capacity.usedOf', {
              known: String(summary.usedClusters),
              clusters: String(summary.clusters),
            })}
          </span>
        )
      }
    >
      {({ rows }) => (
        <CardStack
          above={summary && <CapacityTotals figures={summary} t={t} />}
        >
          <FleetTable
            label={t('capacity.byCluster')}
            columns={columns}
            rows={rows}
            rowKey={capacityView.key}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
