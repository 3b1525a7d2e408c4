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
  TrendRange,
  TrendRow,
  TrendSplit,
  TrendSummary,
  trendView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  useFleetFilters,
  useFleetScope,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { TrendLine } from '../charts/trendLine';
import { TrendLines } from '../charts/TrendLines';
import { fleetTranslationRef } from '../translation';
import { formatLength } from './formatLength';
import { seriesName } from './seriesNames';
import styles from './TrendCard.module.css';
import { trendNotices } from './trendNotices';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;
type Names = Readonly<Record<string, string>>;

/** A card that shows series over time. All of them must have one unit. */
export function TrendCard(props: {
  series: readonly string[];
  /** How far back, where the page does not say. */
  range: TrendRange;
  split?: TrendSplit;
  /** What it is called, where that depends on its settings. */
  title?: string;
  /** Names of the series where their own say more than is needed; keep it the same between renders. */
  names?: Names;
}) {
  const { series, split = 'fleet', title, names } = props;
  const { range = props.range } = useFleetFilters();
  const { t } = useTranslationRef(fleetTranslationRef);
  const scope = useFleetScope();
  const view = useView(trendView, { series: [...series], range, split });
  const { rows, summary } = view;
  const notices = summary
    ? trendNotices(t, { rows, summary, narrowed: !!scope?.namespaces })
    : [];
  return (
    <ViewCard
      view={view}
      title={title}
      hideCount
      permission="fleet.cluster.read"
      empty={emptyOf(t, summary)}
      footer={
        rows.length > 0 && notices.length > 0 ? (
          <span>{notices.join(' ')}</span>
        ) : undefined
      }
    >
      {() => summary && <Trend rows={rows} summary={summary} names={names} />}
    </ViewCard>
  );
}

function Trend(props: {
  rows: readonly TrendRow[];
  summary: TrendSummary;
  names?: Names;
}) {
  const { rows, summary, names } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const lines = useMemo(() => linesOf(t, rows, names), [t, rows, names]);
  const { start, step, interval } = summary;
  const ids = new Map(rows.map(row => [row.series, row.title]));
  return (
    <div className={styles.content}>
      <TrendLines
        label={[...ids].map(([id, text]) => seriesName(t, id, text)).join(', ')}
        lines={lines}
        start={start}
        step={step}
        unit={rows[0].unit}
        source={
          step > interval
            ? t('trend.sourceMean', {
                step: formatLength(step),
                interval: formatLength(interval),
              })
            : t('trend.source', { interval: formatLength(interval) })
        }
      />
    </div>
  );
}

function linesOf(
  t: Translate,
  rows: readonly TrendRow[],
  names: Names | undefined,
): TrendLine[] {
  const several = new Set(rows.map(({ series }) => series)).size > 1;
  return rows.map(row => {
    const series = names?.[row.series] ?? seriesName(t, row.series, row.title);
    const cluster = row.clusterTitle ?? row.cluster;
    return {
      ...row,
      id: trendView.key(row),
      name:
        cluster === undefined
          ? series
          : [cluster, ...(several ? [series] : [])].join(' '),
    };
  });
}

function emptyOf(t: Translate, summary: TrendSummary | undefined) {
  if (summary && !summary.sampling) {
    return { title: t('trend.off'), text: t('trend.offText') };
  }
  if (summary && summary.withheld > 0) {
    return { title: t('trend.allWithheld'), text: t('trend.allWithheldText') };
  }
  const text = [
    t('trend.noneText', {
      interval: formatLength(summary?.interval ?? 60_000),
    }),
    ...(summary ? trendNotices(t, { rows: [], summary, narrowed: false }) : []),
  ];
  return { title: t('trend.none'), text: text.join(' ') };
}
