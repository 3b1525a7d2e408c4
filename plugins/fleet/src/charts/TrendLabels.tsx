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
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { fleetTranslationRef } from '../translation';
import { formatAmount } from './formatAmount';
import { spreadLabels } from './spreadLabels';
import { lastFigure, TrendLine, trendStyle } from './trendLine';
import styles from './TrendLines.module.css';

/** Lines that are named beside their ends. */
export const MOST_LABELS = 6;

const LINE_HEIGHT = 15;
const GAP = 10;
/** Of a letter at 11 px, about. */
const LETTER = 6.6;

/** Names the lines at their right ends, with the figures of now. */
export function TrendLabels(props: {
  lines: readonly TrendLine[];
  start: number;
  step: number;
  unit: SampleUnit;
  /** Pixels right of the plot. */
  room: number;
  /** Called with the place of the line that is pointed at. */
  onPoint: (place: number | undefined) => void;
}) {
  const { lines, start, step, unit, room, onPoint } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const plot = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!plot || !x || !y) return null;

  const ends = lines.slice(0, MOST_LABELS).flatMap((line, place) => {
    const last = lastFigure(line);
    if (!last) return [];
    return [
      {
        line,
        place,
        last,
        tip: { x: x(start + last.at * step) ?? 0, y: y(last.value) ?? 0 },
      },
    ];
  });
  const more = lines.length - MOST_LABELS;
  const places = spreadLabels(
    ends.map(({ tip }) => tip.y),
    {
      height: LINE_HEIGHT,
      from: plot.y,
      to: plot.y + plot.height - (more > 0 ? LINE_HEIGHT : 0),
    },
  );
  const left = plot.x + plot.width + GAP;
  return (
    <g className={styles.labels}>
      {ends.map(({ line, place, last, tip }, index) => {
        const { color } = trendStyle(place, lines.length);
        const figure = formatAmount(last.value, unit);
        const letters = (room - GAP - 14) / LETTER - figure.length - 1;
        return (
          <g
            key={line.id}
            onMouseEnter={() => onPoint(place)}
            onMouseLeave={() => onPoint(undefined)}
          >
            {plot.x + plot.width - tip.x < GAP && (
              <path
                d={`M${tip.x},${tip.y} L${left - 3},${places[index]}`}
                stroke={color}
                strokeOpacity={0.5}
                fill="none"
              />
            )}
            <circle cx={left} cy={places[index]} r={3} fill={color} />
            <text x={left + 7} y={places[index]} dominantBaseline="central">
              <tspan className={styles.now}>{figure}</tspan>
              <tspan dx={5}>{shortened(line.name, letters)}</tspan>
            </text>
          </g>
        );
      })}
      {more > 0 && (
        <text x={left + 7} y={plot.y + plot.height - LINE_HEIGHT / 2}>
          {t('trend.more', { lines: String(more) })}
        </text>
      )}
    </g>
  );
}

/** Cut in the middle, where names differ least. */
function shortened(name: string, letters: number): string {
  const most = Math.max(4, Math.floor(letters));
  if (name.length <= most) return name;
  const head = Math.ceil((most - 1) / 2);
  return `${name.slice(0, head)}…${name.slice(name.length - (most - 1 - head))}`;
}
