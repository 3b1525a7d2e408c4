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
import { SampleUnit } from '@quarterdeck/backstage-plugin-fleet-common';
import { Fragment } from 'react';
import { fleetTranslationRef } from '../translation';
import { formatAmount, formatExactly } from './formatAmount';
import { isPartial, TrendLine, trendStyle } from './trendLine';
import styles from './TrendLines.module.css';
import { Swatch } from './Swatch';

const MOST_LINES = 12;

/** The figures of one moment, the largest first. */
export function TrendTooltip(props: {
  title: string;
  lines: readonly TrendLine[];
  /** Place of the moment in the lines. */
  at: number;
  unit: SampleUnit;
}) {
  const { title, lines, at, unit } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const figures = lines
    .map((line, place) => ({ line, place, value: line.values[at] ?? null }))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  return (
    <div className={styles.card}>
      <p className={styles.moment}>{title}</p>
      <dl className={styles.figures}>
        {figures.slice(0, MOST_LINES).map(({ line, place, value }) => (
          <Fragment key={line.id}>
            <Swatch {...trendStyle(place, lines.length)} />
            <dt className={styles.name}>{line.name}</dt>
            <dd className={styles.figure}>
              {value === null
                ? t('trend.notCollected')
                : formatExactly(value, unit)}
            </dd>
            {isPartial(line, at) && (
              <dd className={styles.note}>
                {t('trend.partial', {
                  known: String(line.clusters - line.missing![at]),
                  clusters: String(line.clusters),
                })}
              </dd>
            )}
            {line.low && line.high && line.low[at] !== line.high[at] && (
              <dd className={styles.note}>
                {t('trend.between', {
                  low: formatAmount(line.low[at], unit),
                  high: formatAmount(line.high[at], unit),
                })}
              </dd>
            )}
          </Fragment>
        ))}
      </dl>
      {figures.length > MOST_LINES && (
        <p className={styles.note}>
          {t('trend.more', { lines: String(figures.length - MOST_LINES) })}
        </p>
      )}
    </div>
  );
}
