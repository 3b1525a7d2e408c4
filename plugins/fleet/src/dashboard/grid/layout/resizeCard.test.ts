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
import { resizeCard } from './resizeCard';

const full = (rows: number) => new Array(rows).fill('SSSSSSSSSSSS');

describe('resizeCard', () => {
  it.each([
    {
      what: 'pushes down what it grows over',
      before: ['SSSSSSBBB...', 'SSSSSSBBB...', 'CCCCCC......'],
      size: { width: 8, height: 3 },
      after: [
        'SSSSSSSS....',
        'SSSSSSSS....',
        'SSSSSSSS....',
        'CCCCCCBBB...',
        '......BBB...',
      ],
    },
    {
      what: 'keeps its corner and what stands wholly above it',
      before: ['AAAAAABBBBBB', 'AAAAAA......', 'SSS.........', 'SSS.........'],
      size: { width: 9, height: 2 },
      after: ['AAAAAABBBBBB', 'AAAAAA......', 'SSSSSSSSS...', 'SSSSSSSSS...'],
    },
    {
      what: 'lets others move up where it shrinks',
      before: ['SSSSSS......', 'SSSSSS......', 'SSSSSS......', 'BBBBBB......'],
      size: { width: 3, height: 2 },
      after: ['SSS.........', 'SSS.........', 'BBBBBB......'],
    },
    {
      what: 'is never smaller than three columns and two rows',
      before: ['SSSSSS......', 'SSSSSS......', 'SSSSSS......'],
      size: { width: -1, height: 0 },
      after: ['SSS.........', 'SSS.........'],
    },
    {
      what: 'is never larger than the columns and 24 rows',
      before: ['SSSSSS......', 'SSSSSS......'],
      size: { width: 40, height: 40 },
      after: full(24),
    },
    {
      what: 'ends at the last column even where that is under the least width',
      before: ['..........SS', '..........SS'],
      size: { width: 1, height: 2 },
      after: ['..........SS', '..........SS'],
    },
  ])('$what', ({ before, size, after }) => {
    expect(pictureOf(resizeCard(cardsOf(...before), 'S', size))).toEqual(after);
  });

  it('keeps to the least size that the card itself asks for', () => {
    const cards = cardsOf('SSSSSSSS....', 'SSSSSSSS....', 'SSSSSSSS....');
    const least = { width: 6, height: 3 };
    expect(
      pictureOf(resizeCard(cards, 'S', { width: 1, height: 1 }, least)),
    ).toEqual(['SSSSSS......', 'SSSSSS......', 'SSSSSS......']);
  });

  it('changes the width of a collapsed card and keeps the height that it had', () => {
    const [card] = resizeCard(cardsOf('ssssss......'), 's', {
      width: 9,
      height: 9,
    });
    expect(card.placement).toEqual({ x: 0, y: 0, width: 9, height: 4 });
  });
});
