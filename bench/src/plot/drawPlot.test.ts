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

import { BarPanel } from './BarPanel';
import { drawPlot } from './drawPlot';

const panel: BarPanel = {
  title: 'Time <cold>',
  unit: 's',
  groups: [
    {
      label: 'W1',
      bars: [
        { series: 'quarterdeck', value: 0.5 },
        { series: 'informers', label: 'alone', value: 50 },
      ],
    },
    {
      label: 'W3',
      bars: [
        { series: 'quarterdeck', value: 5 },
        { series: 'informers', value: undefined },
        { series: 'plugin', value: 0 },
      ],
    },
  ],
};
const head = { title: 'Title', caption: 'W1: small', description: 'In words' };
const drawn = drawPlot({ ...head, panels: [panel] });

/** What is in the panel. */
function read(svg: string) {
  const inPanel = svg.slice(svg.indexOf('<g '));
  const found = (pattern: RegExp) =>
    [...inPanel.matchAll(pattern)].map(([, part]) => part);
  return {
    texts: found(/<text[^>]*>([^<]*)</g),
    widths: found(/<rect[^>]* width="([^"]*)"/g).map(Number),
  };
}

it('says each number, and what is not known', () => {
  expect(drawn).toContain('>In words</desc>');
  expect(read(drawn).texts).toEqual(
    expect.arrayContaining([
      'Time &lt;cold&gt;, s',
      'W1',
      '0.5 s',
      'alone 50 s',
      '5 s',
      'not measured',
      '0 s',
    ]),
  );
});

it('draws ten times as much as one more step, and nothing for what is not known', () => {
  const [half, fifty, five, none, ...others] = read(drawn).widths;
  expect(others).toEqual([]);
  expect(fifty - five).toBeCloseTo(five - half, 0);
  expect(half).toBeGreaterThan(1);
  expect(none).toBe(1);
});

it('is the same each time', () => {
  expect(drawPlot({ ...head, panels: [panel] })).toBe(drawn);
});
