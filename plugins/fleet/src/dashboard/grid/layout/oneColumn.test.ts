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
import { moveCard } from './moveCard';
import { fromOneColumn, oneColumn } from './oneColumn';
import { resizeCard } from './resizeCard';

const cards = cardsOf(
  'AAAAAABBBBBB',
  'AAAAAABBBBBB',
  'CCCCCCDDDDDD',
  'CCCCCCDDDDDD',
);

describe('oneColumn', () => {
  it('stands the cards one below the other, from the top and from the left', () => {
    const mixed = cardsOf('BBBBBBAAAAAA', 'BBBBBBcccccc', 'DDD.........');
    expect(pictureOf(oneColumn(mixed))).toEqual([
      'BBBBBBBBBBBB',
      'BBBBBBBBBBBB',
      'AAAAAAAAAAAA',
      'cccccccccccc',
      'DDDDDDDDDDDD',
    ]);
  });
});

describe('fromOneColumn', () => {
  it('brings the new order to all columns by exchanging places', () => {
    const column = moveCard(oneColumn(cards), 'D', { x: 0, y: 0 });
    expect(pictureOf(fromOneColumn(cards, column))).toEqual([
      'DDDDDDAAAAAA',
      'DDDDDDAAAAAA',
      'BBBBBBCCCCCC',
      'BBBBBBCCCCCC',
    ]);
  });

  it('fills rows anew where the sizes do not allow that', () => {
    const uneven = cardsOf('AAAAAAAAAAAA', 'BBBCCCCCCCCC');
    const column = moveCard(oneColumn(uneven), 'A', { x: 0, y: 9 });
    expect(pictureOf(fromOneColumn(uneven, column))).toEqual([
      'BBBCCCCCCCCC',
      'AAAAAAAAAAAA',
    ]);
  });

  it('takes the heights over and keeps the widths', () => {
    const least = { width: 12, height: 2 };
    const size = { width: 12, height: 3 };
    const column = resizeCard(oneColumn(cards), 'A', size, least);
    expect(pictureOf(fromOneColumn(cards, column))).toEqual([
      'AAAAAABBBBBB',
      'AAAAAABBBBBB',
      'AAAAAADDDDDD',
      'CCCCCCDDDDDD',
      'CCCCCC......',
    ]);
  });

  it('changes nothing when nothing was moved', () => {
    expect(fromOneColumn(cards, oneColumn(cards))).toEqual(cards);
  });
});
