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
import { StatusTone } from '@quarterdeck/backstage-plugin-fleet-react';
import { ReactNode } from 'react';
import tones from '../cards/tones.module.css';
import { fleetTranslationRef } from '../translation';
import styles from './ChartFrame.module.css';
import { Swatch } from './Swatch';

/**
 * Every chart stands in this: the picture for those who see it, and the same figures as a table for those who do not.
 */
export function ChartFrame(props: {
  /** What the chart shows; the caption of the table. */
  label: string;
  /** Heads of the table's columns. */
  columns: readonly string[];
  /** Rows of the table; the first cell names the row. */
  rows: ReadonlyArray<readonly string[]>;
  /** Names of the series, with the states that they fill or with the looks of their lines. Empty where the picture names them itself. */
  legend: ReadonlyArray<
    { name: string } & ({ tone: StatusTone } | { color: string; dash?: string })
  >;
  /** Series that are neither drawn with a name nor in the legend. */
  more?: number;
  /** Where the figures come from. */
  source?: string;
  /** What can be done with the picture. */
  action?: ReactNode;
  children: ReactNode;
}) {
  const { label, columns, rows, legend, more = 0, source, children } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <figure className={styles.frame}>
      <div aria-hidden className={styles.picture}>
        {children}
      </div>
      <figcaption aria-hidden className={styles.legend}>
        {legend.map(({ name, ...look }) => (
          <span key={name} className={styles.series}>
            {'tone' in look ? (
              <span
                className={`${styles.swatch} ${tones.tone} ${tones.fill}`}
                data-tone={look.tone}
              />
            ) : (
              <Swatch {...look} />
            )}
            {name}
          </span>
        ))}
        {more > 0 && <span>{t('trend.more', { lines: String(more) })}</span>}
        {source && <span className={styles.source}>{source}</span>}
      </figcaption>
      {props.action && <div className={styles.action}>{props.action}</div>}
      <table className={styles.table}>
        <caption>{label}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
