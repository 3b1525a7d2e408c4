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

import { BarPanel, Series } from './BarPanel';
import { COLOURS, drawPanel, panelHeight } from './drawPanel';
import { element, text } from './svg';

const WIDTH = 960;
const MARGIN = 28;
const GUTTER = 36;
const HEAD = 98;
const COLUMNS = 2;
const FAINT = '#5b6773';

const NAMES: Readonly<Record<Series, string>> = {
  quarterdeck: 'Quarterdeck',
  informers: 'client-node informers',
  plugin: 'Backstage Kubernetes plugin',
};

/** Panels side by side on a background of their own, so that they can be read on any page. */
export function drawPlot(options: {
  title: string;
  /** What the labels of the bars stand for. */
  caption: string;
  /** For those who cannot see it. */
  description: string;
  panels: readonly BarPanel[];
}): string {
  const { title, caption, description, panels } = options;
  const column = (WIDTH - 2 * MARGIN - GUTTER) / COLUMNS;
  const drawn: string[] = [];
  let y = HEAD;
  for (let index = 0; index < panels.length; index += COLUMNS) {
    const row = panels.slice(index, index + COLUMNS);
    for (const [place, panel] of row.entries()) {
      const x = MARGIN + place * (column + GUTTER);
      drawn.push(
        element(
          'g',
          { transform: `translate(${x} ${y})` },
          `\n${drawPanel(panel, column)}\n`,
        ),
      );
    }
    y += Math.max(...row.map(panelHeight)) + 18;
  }
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${y + 8}`,
      width: WIDTH,
      height: y + 8,
      role: 'img',
      'aria-labelledby': 'title description',
      'font-family':
        "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif",
    },
    [
      '',
      element('title', { id: 'title' }, title),
      element('desc', { id: 'description' }, description),
      element('rect', {
        width: WIDTH,
        height: y + 8,
        rx: 8,
        fill: '#ffffff',
        stroke: '#d5dbe1',
      }),
      text(MARGIN, 34, title, { size: 18, weight: 600, fill: '#1f2933' }),
      text(WIDTH - MARGIN, 34, 'logarithmic scales, shorter is better', {
        size: 11,
        anchor: 'end',
        fill: FAINT,
      }),
      ...legend(),
      text(MARGIN, 78, caption, { size: 11, fill: FAINT }),
      ...drawn,
      '',
    ].join('\n'),
  )}\n`;
}

function legend(): string[] {
  let x = MARGIN;
  return Object.entries(NAMES).flatMap(([series, name]) => {
    const parts = [
      element('rect', {
        x,
        y: 48,
        width: 11,
        height: 11,
        rx: 2,
        fill: COLOURS[series as Series],
      }),
      text(x + 16, 58, name, { size: 12, fill: '#1f2933' }),
    ];
    x += 16 + name.length * 6.3 + 24;
    return parts;
  });
}
