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
  CapacityFigures,
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
import {
  CapacityMeasure,
  capacityMeasures,
  formatShare,
  shareOf,
} from './capacityMeasures';
import { Meter } from './Meter';
import styles from './ResourceCapacityCard.module.css';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

/** The measure as a bar: requests in the whole of what is offered, and use within. */
function Bar(props: {
  measure: CapacityMeasure;
  figures: CapacityFigures;
  t: Translate;
}) {
  const { measure, figures, t } = props;
  const whole = measure.allocatable(figures);
  const requested = shareOf(measure.requested(figures), whole);
  const used = shareOf(measure.used(figures), whole);
  if (requested === undefined) return <>–</>;
  const say = (what: 'requested' | 'used', part: number | undefined) =>
    t('measure.ofCapacity', {
      part: measure.format(part),
      whole: measure.format(whole),
      what: `${t(`measure.${measure.id}`)} ${t(`measure.${what}`).toLowerCase()}`,
      share: formatShare(shareOf(part, whole)),
    });
  const label = [
    say('requested', measure.requested(figures)),
    used !== undefined && say('used', measure.used(figures)),
  ]
    .filter(Boolean)
    .join('\n');
  return (
    <Meter
      label={label}
      share={requested}
      inner={used}
      tone={requested > 1 ? 'error' : undefined}
    />
  );
}

function Totals(props: { figures: CapacityFigures; t: Translate }) {
  const { figures, t } = props;
  return (
    <ul className={styles.totals} aria-label={t('capacity.legend')}>
      {capacityMeasures
        .filter(measure => measure.allocatable(figures))
        .map(measure => {
          const whole = measure.allocatable(figures);
          const requested = measure.requested(figures);
          const used = measure.used(figures);
          return (
            <li key={measure.id} className={styles.total}>
              <span className={styles.name}>{t(`measure.${measure.id}`)}</span>
              <span className={styles.figure}>
                {formatShare(shareOf(requested, whole))}
              </span>
              <Bar measure={measure} figures={figures} t={t} />
              <span className={styles.detail}>
                {measure.format(requested)} / {measure.format(whole)}
                {used !== undefined && (
                  <>
                    {' · '}
                    {t('measure.used').toLowerCase()} {measure.format(used)}
                  </>
                )}
              </span>
            </li>
          );
        })}
    </ul>
  );
}

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
              <Bar measure={measure} figures={row} t={t} />
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
        <>
          {summary && <Totals figures={summary} t={t} />}
          <FleetTable
            label={t('capacity.byCluster')}
            columns={columns}
            rows={rows}
            rowKey={capacityView.key}
          />
        </>
      )}
    </ViewCard>
  );
}
