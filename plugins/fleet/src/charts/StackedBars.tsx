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
  ObjectName,
  StatusTone,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { StackedBar } from '../cards/StackedBar';
import { ChartFrame } from './ChartFrame';
import styles from './StackedBars.module.css';

/** One series of {@link StackedBars}: a state that parts of every bar are in. */
export interface BarSeries<TKey extends string> {
  id: TKey;
  name: string;
  tone: StatusTone;
}

/** One bar. */
export interface BarRow<TKey extends string> {
  id: string;
  name: string;
  /** Absent parts are not known. */
  parts: Partial<Record<TKey, number>>;
  /** Length of the bar, to be compared with the others'. */
  total: number;
  /** Stands behind the bar. */
  text: string;
}

/** Bars of different length below each other, each made of parts; as many as there is room for, and how many more there are. */
export function StackedBars<TKey extends string>(props: {
  label: string;
  /** Head of the column of names. */
  nameLabel: string;
  /** Head of the column of totals. */
  totalLabel: string;
  series: ReadonlyArray<BarSeries<TKey>>;
  /** Largest first. */
  rows: ReadonlyArray<BarRow<TKey>>;
  most: number;
  format: (amount: number | undefined) => string;
  moreText: (left: number) => string;
}) {
  const { label, nameLabel, totalLabel, series, rows, most, format } = props;
  const longest = Math.max(...rows.map(({ total }) => total), 1);
  const shown = rows.slice(0, most);
  return (
    <ChartFrame
      label={label}
      columns={[nameLabel, ...series.map(({ name }) => name), totalLabel]}
      rows={rows.map(({ name, parts, text }) => [
        name,
        ...series.map(({ id }) => format(parts[id])),
        text,
      ])}
      legend={series.map(({ name, tone }) => ({ name, tone }))}
    >
      <div className={styles.bars}>
        {shown.map(({ id, name, parts, total, text }) => (
          <div key={id} className={styles.row}>
            <ObjectName name={name} />
            <span className={styles.track}>
              <span
                className={styles.length}
                style={{ inlineSize: `${(total / longest) * 100}%` }}
              >
                <StackedBar
                  label={series
                    .map(each => `${each.name}: ${format(parts[each.id])}`)
                    .join('\n')}
                  parts={series.map(each => ({
                    id: each.id,
                    tone: each.tone,
                    value: parts[each.id],
                  }))}
                />
              </span>
            </span>
            <span className={styles.text}>{text}</span>
          </div>
        ))}
        {rows.length > shown.length && (
          <div className={styles.more}>
            {props.moreText(rows.length - shown.length)}
          </div>
        )}
      </div>
    </ChartFrame>
  );
}
