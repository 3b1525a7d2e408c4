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

import { cardsOf, pictureOf } from './__testUtils__/pictures';
import { Direction, stepCard } from './stepCard';

const dashboard = ['AAAAAAMMMM..', 'AAAAAAMMMM..', 'BBBBBBCCCCCC'];

describe('stepCard', () => {
  it.each<[Direction, string[]]>([
    ['right', ['AAAAAA.MMMM.', 'AAAAAA.MMMM.', 'BBBBBBCCCCCC']],
    [
      'left',
      [
        '.....MMMM...',
        '.....MMMM...',
        'AAAAAACCCCCC',
        'AAAAAA......',
        'BBBBBB......',
      ],
    ],
    ['down', ['AAAAAACCCCCC', 'AAAAAAMMMM..', 'BBBBBBMMMM..']],
  ])('moves a card %s', (direction, after) => {
    const moved = stepCard(cardsOf(...dashboard), 'M', direction);
    expect(moved && pictureOf(moved)).toEqual(after);
  });

  it.each<[Direction, string, string[]]>([
    ['up', 'at the top', dashboard],
    ['left', 'at the first column', ['MMM.........']],
    ['right', 'at the last column', ['.........MMM']],
    ['down', 'with nothing below', ['AAAAAA......', 'MMMMMM......']],
  ])('has nowhere to go %s %s', (direction, _where, before) => {
    expect(stepCard(cardsOf(...before), 'M', direction)).toBeUndefined();
  });
});
