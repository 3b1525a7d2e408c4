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
  TrendRow,
  TrendSummary,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../translation';
import { seriesName } from './seriesNames';

/** What is to be known of a trend beside its lines, in sentences. */
export function trendNotices(
  t: TranslationFunction<typeof fleetTranslationRef.T>,
  trend: {
    rows: readonly TrendRow[];
    summary: TrendSummary;
    /** Whether only some namespaces are asked for. */
    narrowed: boolean;
  },
): string[] {
  const { rows, summary, narrowed } = trend;
  const named = (ids: readonly string[]) =>
    ids.map(id => seriesName(t, id)).join(', ');
  return [
    rows.some(({ missing }) => missing) && t('trend.someMissing'),
    summary.more > 0 &&
      t('trend.moreLines', {
        shown: String(rows.length),
        lines: String(rows.length + summary.more),
      }),
    narrowed && t('trend.wholeClusters'),
    summary.withheld > 0 && t('trend.withheld', { count: summary.withheld }),
    summary.leftOut.length > 0 &&
      t('trend.leftOut', { series: named(summary.leftOut) }),
    summary.unknown.length > 0 &&
      t('trend.unknown', { series: named(summary.unknown) }),
  ].filter(text => typeof text === 'string');
}
