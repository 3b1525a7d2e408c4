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

import { CSSProperties, useId } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartFrame } from './ChartFrame';
import styles from './TimeBars.module.css';
import { TonePatterns } from './TonePatterns';

/** One series of {@link TimeBars}. */
export interface TimeBarSeries<TKey extends string> {
  id: TKey;
  name: string;
  tone: 'warning' | 'unknown';
}

/** Counts in equal spans of time as stacked bars. */
export function TimeBars<TKey extends string>(props: {
  label: string;
  /** Head of the column of times. */
  timeLabel: string;
  spans: ReadonlyArray<{ start: number } & Record<TKey, number>>;
  series: ReadonlyArray<TimeBarSeries<TKey>>;
  formatTime: (start: number) => string;
}) {
  const { label, timeLabel, spans, series, formatTime } = props;
  const patterns = useId();
  const axis = { fill: 'var(--fleet-fg-muted)', fontSize: 11 };
  return (
    <ChartFrame
      label={label}
      columns={[timeLabel, ...series.map(({ name }) => name)]}
      rows={spans.map(span => [
        formatTime(span.start),
        ...series.map(({ id }) => String(span[id])),
      ])}
      legend={series}
    >
      <ResponsiveContainer
        width="100%"
        height="100%"
        minWidth={0}
        style={
          {
            '--warning-pattern': `url(#${patterns}-warning)`,
            '--unknown-pattern': `url(#${patterns}-unknown)`,
          } as CSSProperties
        }
      >
        <BarChart
          data={[...spans]}
          margin={{ top: 4, right: 0, bottom: 0, left: -20 }}
          barCategoryGap={2}
          // The table says it to those who do not see; a picture takes no focus.
          accessibilityLayer={false}
        >
          <TonePatterns id={patterns} />
          <CartesianGrid stroke="var(--fleet-track)" vertical={false} />
          <XAxis
            dataKey="start"
            tickFormatter={formatTime}
            tick={axis}
            tickLine={false}
            axisLine={{ stroke: 'var(--fleet-line)' }}
            minTickGap={32}
          />
          <YAxis
            allowDecimals={false}
            tick={axis}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            cursor={{ fill: 'var(--fleet-hover)' }}
            wrapperClassName={styles.tooltip}
            contentStyle={{
              background: 'var(--fleet-raised)',
              border: '1px solid var(--fleet-line)',
              borderRadius: 6,
              color: 'var(--fleet-fg)',
            }}
            labelFormatter={start => formatTime(Number(start))}
          />
          {series.map(({ id, name, tone }) => (
            <Bar
              key={id}
              dataKey={id}
              name={name}
              stackId="all"
              fill={`var(--fleet-${tone}-shape)`}
              className={styles[tone]}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
