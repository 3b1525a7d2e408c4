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
import { useTimePreference } from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo, useState } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { fleetTranslationRef } from '../translation';
import { ChartFrame } from './ChartFrame';
import { formatAmount } from './formatAmount';
import { MOST_LABELS, TrendLabels } from './TrendLabels';
import { TrendLine, trendStyle, thinned } from './trendLine';
import styles from './TrendLines.module.css';
import { TrendPaths } from './TrendPaths';
import { amountTicks, formatMoment, formatTick, timeTicks } from './trendScale';
import { TrendTooltip } from './TrendTooltip';
import { useTrendZoom } from './useTrendZoom';

const MOST_ROWS = 24;
/** Under this width the names stand below. */
const LABELS_FROM = 440;
const TICK_WIDTH = 80;

/** Figures over time as lines from zero, with gaps where nothing was collected. */
export function TrendLines(props: {
  /** What the chart shows. */
  label: string;
  lines: readonly TrendLine[];
  /** Epoch milliseconds of the first span. */
  start: number;
  /** Milliseconds of a span. */
  step: number;
  unit: SampleUnit;
  /** Where the figures come from. */
  source?: string;
}) {
  const { label, step, unit, source } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const [{ zone }] = useTimePreference();
  const [width, setWidth] = useState(640);
  const [pointed, setPointed] = useState<number>();
  const zoom = useTrendZoom(props.lines, props.start, step);
  const { lines, start } = zoom;
  const count = Math.max(0, ...lines.map(({ values }) => values.length));
  const points = useMemo(
    () =>
      Array.from({ length: count }, (_, at) => ({
        t: start + at * step,
        floor: 0,
      })),
    [count, start, step],
  );
  const end = start + Math.max(0, count - 1) * step;
  const amounts = amountTicks(
    Math.max(
      0,
      ...lines.flatMap(line =>
        [...line.values, ...(line.high ?? [])].map(value => value ?? 0),
      ),
    ),
    unit,
  );
  const named = width >= LABELS_FROM;
  const room = Math.min(220, Math.max(132, width * 0.3));
  const times = timeTicks(start, end, zone, width / TICK_WIDTH);
  const axis = { fill: 'var(--fleet-fg-muted)', fontSize: 11 };
  const opacity = (place: number) =>
    pointed === undefined || pointed === place ? 1 : 0.2;
  const cell = (value: number | null, missing: number, clusters: number) =>
    missing > 0
      ? t('trend.partialFigure', {
          figure: formatAmount(value, unit),
          known: String(clusters - missing),
          clusters: String(clusters),
        })
      : formatAmount(value, unit);

  return (
    <ChartFrame
      label={label}
      columns={[t('trend.time'), ...lines.map(({ name }) => name)]}
      rows={thinned(count, MOST_ROWS).map(at => [
        formatMoment(start + at * step, end - start, zone),
        ...lines.map(line =>
          cell(line.values[at], line.missing?.[at] ?? 0, line.clusters),
        ),
      ])}
      legend={
        named
          ? []
          : lines.slice(0, MOST_LABELS).map(({ name }, place) => ({
              name,
              ...trendStyle(place, lines.length),
            }))
      }
      more={named ? 0 : Math.max(0, lines.length - MOST_LABELS)}
      source={source}
      action={
        zoom.reset && (
          <button type="button" className={styles.reset} onClick={zoom.reset}>
            {t('trend.showAll')}
          </button>
        )
      }
    >
      <ResponsiveContainer
        width="100%"
        height="100%"
        minWidth={0}
        onResize={setWidth}
      >
        <ComposedChart
          data={points}
          margin={{ top: 6, right: named ? room : 8, bottom: 0, left: 0 }}
          // Charts of equal spans share their cursor.
          syncId={`fleet-trend-${step}`}
          syncMethod="value"
          accessibilityLayer={false}
          className={styles.chart}
          {...zoom.handlers}
        >
          <CartesianGrid stroke="var(--fleet-track)" vertical={false} />
          <XAxis
            dataKey="t"
            type="number"
            scale="time"
            domain={[start, end]}
            ticks={times}
            tickFormatter={time => formatTick(time, end - start, zone)}
            tick={axis}
            tickLine={false}
            axisLine={{ stroke: 'var(--fleet-line)' }}
            height={22}
          />
          <YAxis
            domain={[0, amounts[amounts.length - 1]]}
            ticks={amounts}
            interval={0}
            tickFormatter={amount => formatAmount(amount, unit)}
            tick={axis}
            tickLine={false}
            axisLine={false}
            width="auto"
          />
          <Tooltip
            isAnimationActive={false}
            // Where nothing was collected is something to say.
            filterNull={false}
            cursor={{ stroke: 'var(--fleet-fg-muted)', strokeWidth: 1 }}
            wrapperClassName={styles.tooltip}
            content={({ active, label: time }) =>
              active && typeof time === 'number' ? (
                <TrendTooltip
                  title={formatMoment(time, end - start, zone)}
                  lines={lines}
                  at={Math.round((time - start) / step)}
                  unit={unit}
                />
              ) : null
            }
          />
          {/* What the tooltip and the zoom go by: a point for each span, whether or not there is a figure. */}
          <Line
            dataKey="floor"
            stroke="none"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <TrendPaths
            lines={lines}
            start={start}
            step={step}
            opacity={opacity}
          />
          {zoom.picked && (
            <ReferenceArea
              x1={zoom.picked.from}
              x2={zoom.picked.to}
              fill="var(--fleet-fg)"
              fillOpacity={0.08}
            />
          )}
          {named && (
            <TrendLabels
              lines={lines}
              start={start}
              step={step}
              unit={unit}
              room={room}
              onPoint={setPointed}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
