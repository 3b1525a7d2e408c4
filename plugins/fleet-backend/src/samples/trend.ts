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
  ClusterRow,
  TrendRange,
  TrendRow,
  trendView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  computedView,
  SampleSeries,
  ViewImplementation,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { SeriesPlan } from './planSeries';
import { HistoryQuestion, SampleHistory } from './SampleHistory';
import { tierOf, TrendGrid, trendGrid, TrendSpans } from './TrendGrid';
import { ClusterTrend, fleetRow, clusterRows } from './trendRows';

/** The figures of one cluster, of all series that were asked for and may be shown. */
interface TrendPart {
  readonly trends: readonly ClusterTrend[];
  readonly withheld: boolean;
}

/** Figures of the clusters over time, out of the samples that are kept. */
export function trend(options: {
  series: readonly SampleSeries[];
  /** What is sampled with the present clusters. */
  plan: () => SeriesPlan;
  history: SampleHistory;
  /** A cluster as it is connected now. */
  connectionOf: (cluster: string) => ClusterRow | undefined;
  sampling: boolean;
  interval: number;
}): ViewImplementation {
  const { plan, history, sampling, interval } = options;
  const declared = new Map(options.series.map(each => [each.id, each]));
  const wanted = (ids: readonly string[]): SampleSeries[] =>
    [...new Set(ids)].flatMap(id => declared.get(id) ?? []);
  const question = (params: {
    series: readonly string[];
    range: TrendRange;
  }): HistoryQuestion => ({
    tier: tierOf(params.range),
    series: wanted(params.series).map(({ id }) => id),
  });
  const gridOf = (range: TrendRange): TrendGrid =>
    trendGrid(range, interval, history.now);

  return computedView(trendView, {
    visibility: 'cluster',
    reads: {},
    maxRows: 0,
    source: {
      prepare: params => history.prepare(question(params)),
      isReady: params => {
        // Whoever looks asks this again and again: what is asked for is kept.
        history.prepare(question(params));
        return history.isReady(question(params));
      },
      asOf: () => history.newest,
      onChange: listener => history.onChange(listener),
    },
    compute: () => [],
    tally: (_rows, params, _now, { cluster, seesAll }): TrendPart => {
      const { tier, series } = question(params);
      history.check({ tier, series });
      if (params.clusters?.includes(cluster) === false) {
        return { trends: [], withheld: false };
      }
      const readable = wanted(series).filter(
        ({ visibility }) => visibility === 'cluster' || seesAll(),
      );
      const withheld = readable.length < series.length;
      const connection = options.connectionOf(cluster);
      const sampled = history.sampled(cluster, connection?.incarnation);
      if (!sampled) return { trends: [], withheld };
      const grid = gridOf(params.range);
      return {
        withheld,
        trends: readable.map(({ id }) => {
          const spans = new TrendSpans(grid);
          history.fill(tier, id, sampled.id, spans);
          return {
            series: id,
            cluster,
            clusterTitle: connection?.title,
            firstAt: sampled.firstAt,
            values: spans.means(),
            low: spans.low,
            high: spans.high,
          };
        }),
      };
    },
    combine: (_rows, params, parts: readonly TrendPart[]): TrendRow[] => {
      const trends = parts.flatMap(part => part.trends);
      const grid = gridOf(params.range);
      return wanted(params.series).flatMap(series => {
        const ofSeries = trends.filter(each => each.series === series.id);
        return params.split === 'fleet'
          ? fleetRow(series, ofSeries, grid)
          : clusterRows(series, ofSeries).slice(0, params.top);
      });
    },
    summarise: (rows, params, parts) => {
      const { leftOut } = plan();
      const lines = new Set(
        parts.flatMap(({ trends }) =>
          trends
            .filter(({ values }) => values.some(value => !Number.isNaN(value)))
            .map(({ series, cluster }) => `${series}/${cluster}`),
        ),
      ).size;
      return {
        ...gridOf(params.range),
        sampling,
        interval,
        more: params.split === 'cluster' ? lines - rows.length : 0,
        unknown: params.series.filter(id => !declared.has(id)),
        leftOut: params.series.filter(id => leftOut.has(id)),
        withheld: parts.filter(part => part.withheld).length,
      };
    },
  });
}
