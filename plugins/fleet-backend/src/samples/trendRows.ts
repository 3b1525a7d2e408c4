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
  SampleUnit,
  TrendRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { SampleSeries } from '@quarterdeck/backstage-plugin-fleet-node';
import { TrendGrid } from './TrendGrid';

/** The figures of one series of one cluster, NaN where there is none. */
export interface ClusterTrend {
  readonly series: string;
  readonly cluster: string;
  readonly clusterTitle: string | undefined;
  /** Since when the cluster is sampled. */
  readonly firstAt: number;
  readonly values: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Means of many samples have more digits than the samples. */
const DIGITS: Record<SampleUnit, number> = {
  count: 100,
  cores: 1_000,
  bytes: 1,
  ratio: 10_000,
};

/**
 * The sum over clusters, of ratios the mean. Nothing when no cluster has a figure.
 *
 * @remarks
 *
 * A cluster is missing from a figure when it has none there although it is sampled since before, and has one elsewhere in the range: one
 * that never has the series is no part of the sum, one that was added later was not missing before.
 */
export function fleetRow(
  { id, title, unit }: SampleSeries,
  trends: readonly ClusterTrend[],
  grid: TrendGrid,
): TrendRow[] {
  const parts = trends.filter(hasFigures);
  if (parts.length === 0) return [];
  const values: (number | null)[] = [];
  const missing: number[] = [];
  for (let place = 0; place < grid.count; place++) {
    const end = grid.start + (place + 1) * grid.step;
    let sum = 0;
    let known = 0;
    let absent = 0;
    for (const part of parts) {
      const value = part.values[place];
      if (!Number.isNaN(value)) {
        sum += value;
        known += 1;
      } else if (part.firstAt < end) {
        absent += 1;
      }
    }
    const whole = unit === 'ratio' ? sum / known : sum;
    values.push(known > 0 ? rounded(whole, unit) : null);
    missing.push(known > 0 ? absent : 0);
  }
  return [
    {
      series: id,
      title,
      unit,
      values,
      clusters: parts.length,
      ...(missing.some(count => count > 0) && { missing }),
    },
  ];
}

/** A row for each cluster that has a figure, the largest first. */
export function clusterRows(
  { id, title, unit }: SampleSeries,
  trends: readonly ClusterTrend[],
): TrendRow[] {
  const figures = (of: Float64Array) =>
    Array.from(of, value => rounded(value, unit));
  return trends
    .filter(hasFigures)
    .map(trend => ({ trend, size: meanOf(trend.values) }))
    .sort(
      (a, b) => b.size - a.size || (a.trend.cluster < b.trend.cluster ? -1 : 1),
    )
    .map(({ trend }) => ({
      series: id,
      title,
      unit,
      cluster: trend.cluster,
      clusterTitle: trend.clusterTitle,
      values: figures(trend.values),
      ...(isSpread(trend) && {
        low: figures(trend.low),
        high: figures(trend.high),
      }),
      clusters: 1,
    }));
}

function hasFigures({ values }: ClusterTrend): boolean {
  return values.some(value => !Number.isNaN(value));
}

/** Whether spans hold several samples that differ. */
function isSpread({ low, high }: ClusterTrend): boolean {
  return low.some((value, place) => value < high[place]);
}

function meanOf(values: Float64Array): number {
  const known = values.filter(value => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

function rounded(value: number, unit: SampleUnit): number | null {
  const digits = DIGITS[unit];
  return Number.isNaN(value) ? null : Math.round(value * digits) / digits;
}
