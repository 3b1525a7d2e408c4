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

import { Bar, BarPanel, Series } from './BarPanel';
import { decadesOf, LogScale } from './LogScale';
import { element, text } from './svg';

export const COLOURS: Readonly<Record<Series, string>> = {
  quarterdeck: '#1f6feb',
  informers: '#d97706',
  plugin: '#7c8794',
};

const INK = '#1f2933';
const FAINT = '#5b6773';
const GRID = '#e3e8ee';

const TITLE_HEIGHT = 30;
const BAR_HEIGHT = 15;
const BAR_GAP = 3;
const GROUP_GAP = 12;
const AXIS_HEIGHT = 22;
const LABEL_WIDTH = 36;
/** Room for the number behind the longest bar. */
const NUMBER_WIDTH = 84;

export function panelHeight({ groups }: BarPanel): number {
  return (
    TITLE_HEIGHT +
    groups.reduce((sum, { bars }) => sum + groupHeight(bars) + GROUP_GAP, 0) +
    AXIS_HEIGHT
  );
}

/** One panel as SVG, with its upper left corner at the origin. */
export function drawPanel(panel: BarPanel, width: number): string {
  const { title, unit, groups } = panel;
  const height = panelHeight(panel);
  const values = groups.flatMap(({ bars }) =>
    bars.flatMap(({ value }) =>
      value !== undefined && value > 0 ? value : [],
    ),
  );
  const scale = new LogScale(
    decadesOf(values),
    LABEL_WIDTH,
    width - NUMBER_WIDTH,
  );
  const parts = [
    text(0, 16, unit ? `${title}, ${unit}` : title, {
      size: 14,
      weight: 600,
      fill: INK,
    }),
    ...scale.ticks.map(tick => grid(scale.at(tick), height, tickText(tick))),
  ];
  let y = TITLE_HEIGHT;
  for (const { label, bars } of groups) {
    const middle = y + groupHeight(bars) / 2 + 4;
    parts.push(text(0, middle, label, { size: 12, weight: 600, fill: INK }));
    for (const bar of bars) {
      parts.push(drawBar(bar, unit, scale, y));
      y += BAR_HEIGHT + BAR_GAP;
    }
    y += GROUP_GAP - BAR_GAP;
  }
  return parts.join('\n');
}

function groupHeight(bars: readonly Bar[]): number {
  return bars.length * (BAR_HEIGHT + BAR_GAP) - BAR_GAP;
}

function grid(x: number, height: number, label: string): string {
  const bottom = height - AXIS_HEIGHT;
  return [
    element('line', {
      x1: x,
      x2: x,
      y1: TITLE_HEIGHT - 4,
      y2: bottom - GROUP_GAP / 2,
      stroke: GRID,
    }),
    text(x, bottom + 8, label, { size: 10, anchor: 'middle', fill: FAINT }),
  ].join('\n');
}

function drawBar(bar: Bar, unit: string, scale: LogScale, y: number): string {
  const { series, label, value } = bar;
  const end = value === undefined ? scale.from : scale.at(value);
  const number = value === undefined ? 'not measured' : valueText(value, unit);
  return [
    ...(value === undefined
      ? []
      : [
          element('rect', {
            x: scale.from,
            y,
            width: Math.max(1, end - scale.from),
            height: BAR_HEIGHT,
            rx: 2,
            fill: COLOURS[series],
          }),
        ]),
    text(end + 5, y + BAR_HEIGHT - 3.5, label ? `${label} ${number}` : number, {
      size: 11,
      fill: INK,
    }),
  ].join('\n');
}

function valueText(value: number, unit: string): string {
  return `${value === 0 ? '0' : rounded(value)}${unit && ` ${unit}`}`;
}

function rounded(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return Number(value.toPrecision(2)).toString();
}

function tickText(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 6 });
}
