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

import { useMemo } from 'react';
import { useActiveTooltipLabel, useXAxisScale, useYAxisScale } from 'recharts';
import {
  isAlone,
  isPartial,
  TrendLine,
  trendStyle,
  wholeFigures,
  partialFigures,
} from './trendLine';
import { bandPath, linePath } from './trendPath';

const PARTIAL_OPACITY = 0.55;
/** More bands than these cover each other. */
const MOST_BANDS = 3;

/**
 * The lines of a chart over time, one path each. The chart library's own lines ask its store again for every line and measure their lengths
 * to animate them: with a dozen lines that is a tenth of a second for each new figure.
 */
export function TrendPaths(props: {
  lines: readonly TrendLine[];
  start: number;
  step: number;
  /** Opacity of a line by its place. */
  opacity: (place: number) => number;
}) {
  const { lines, start, step, opacity } = props;
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const paths = useMemo(() => {
    if (!scaleX || !scaleY) return [];
    const x = (at: number) => scaleX(start + at * step) ?? 0;
    const y = (value: number) => scaleY(value) ?? 0;
    return lines.map((line, place) => ({
      ...trendStyle(place, lines.length),
      line,
      whole: linePath(wholeFigures(line), x, y),
      partial: linePath(partialFigures(line), x, y),
      band:
        lines.length <= MOST_BANDS ? bandPath(line.low, line.high, x, y) : '',
      area:
        lines.length === 1
          ? bandPath(
              wholeFigures(line).map(value => (value === null ? null : 0)),
              wholeFigures(line),
              x,
              y,
            )
          : '',
      alone: line.values.flatMap((value, at) =>
        typeof value === 'number' && isAlone(line, at)
          ? [{ at, x: x(at), y: y(value) }]
          : [],
      ),
      point: (at: number) => {
        const value = line.values[at];
        return typeof value === 'number'
          ? { x: x(at), y: y(value) }
          : undefined;
      },
    }));
  }, [lines, start, step, scaleX, scaleY]);
  const pointed = useActiveTooltipLabel();
  const at =
    pointed === undefined
      ? undefined
      : Math.round((Number(pointed) - start) / step);
  return (
    <g fill="none">
      {paths.map(({ line, color, band }, place) =>
        band ? (
          <path
            key={`band ${line.id}`}
            d={band}
            fill={color}
            fillOpacity={0.14 * opacity(place)}
          />
        ) : null,
      )}
      {paths.map(
        ({ line, color, dash, whole, partial, area, alone }, place) => (
          <g key={line.id} stroke={color} strokeOpacity={opacity(place)}>
            {area && (
              <path d={area} fill={color} fillOpacity={0.1} stroke="none" />
            )}
            {partial && (
              <path
                d={partial}
                strokeWidth={1.5}
                strokeOpacity={PARTIAL_OPACITY * opacity(place)}
                strokeDasharray="1 4"
                strokeLinecap="round"
              />
            )}
            <path
              d={whole}
              strokeWidth={lines.length <= 3 ? 2 : 1.5}
              strokeDasharray={dash}
            />
            {alone.map(dot => (
              <circle
                key={dot.at}
                cx={dot.x}
                cy={dot.y}
                r={2}
                stroke="none"
                fill={color}
                fillOpacity={
                  (isPartial(line, dot.at) ? PARTIAL_OPACITY : 1) *
                  opacity(place)
                }
              />
            ))}
          </g>
        ),
      )}
      {at !== undefined &&
        paths.map(({ line, color, point }) => {
          const dot = point(at);
          return (
            dot && (
              <circle
                key={`pointed ${line.id}`}
                cx={dot.x}
                cy={dot.y}
                r={3}
                fill={color}
                stroke="var(--fleet-surface)"
              />
            )
          );
        })}
    </g>
  );
}
