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

import { spreadLabels } from './spreadLabels';
import {
  isAlone,
  lastFigure,
  partialFigures,
  thinned,
  trendStyle,
  wholeFigures,
} from './trendLine';
import { bandPath, linePath } from './trendPath';

const line = {
  id: 'a',
  name: 'a',
  clusters: 3,
  values: [4, null, 5, 6, 3, 6],
  missing: [0, 0, 0, 0, 1, 0],
};

describe('figures of a line', () => {
  it('keep gaps, and tell sums of only some clusters apart, joined to their neighbours', () => {
    expect(wholeFigures(line)).toEqual([4, null, 5, 6, null, 6]);
    expect(partialFigures(line)).toEqual([null, null, null, 6, 3, 6]);
  });

  it('become paths with the same gaps', () => {
    const x = (at: number) => at * 10;
    const y = (value: number) => 100 - value;
    expect(linePath([4, null, 5, 6.04], x, y)).toBe('M0,96M20,95L30,94');
    expect(linePath([null], x, y)).toBe('');
    expect(bandPath([3, null, 1, 2], [5, 5, 2, 4], x, y)).toBe(
      'M0,95L0,97ZM20,98L30,96L30,98L20,99Z',
    );
    expect(bandPath([null], [5], x, y)).toBe('');
    expect(bandPath(undefined, undefined, x, y)).toBe('');
  });
});

describe('a line', () => {
  it('knows figures that stand alone, and its last one', () => {
    expect(line.values.map((_, at) => isAlone(line, at))).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(lastFigure({ ...line, values: [1, 2, null] })).toEqual({
      at: 1,
      value: 2,
    });
    expect(lastFigure({ ...line, values: [null] })).toBeUndefined();
  });

  it('looks like no other', () => {
    const looks = (count: number) =>
      new Set(
        Array.from({ length: count }, (_, place) =>
          JSON.stringify(trendStyle(place, count)),
        ),
      ).size;
    expect([3, 6, 12, 18].map(looks)).toEqual([3, 6, 12, 18]);
  });
});

describe('thinned', () => {
  it('takes some, the last among them', () => {
    expect(thinned(3, 24)).toEqual([0, 1, 2]);
    const places = thinned(288, 24);
    expect(places).toHaveLength(24);
    expect(places[23]).toBe(287);
  });
});

describe('spreadLabels', () => {
  it('moves labels apart within their room, and no others', () => {
    const room = { height: 10, from: 0, to: 100 };
    expect(spreadLabels([20, 60], room)).toEqual([20, 60]);
    expect(spreadLabels([50, 52, 50], room)).toEqual([50, 70, 60]);
    expect(spreadLabels([99, 98], room)).toEqual([95, 85]);
    expect(spreadLabels([0], room)).toEqual([5]);
  });
});
