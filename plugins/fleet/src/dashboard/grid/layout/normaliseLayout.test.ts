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

import { CardPlacement } from '@quarterdeck/backstage-plugin-fleet-common';
import { cardsOf, pictureOf } from './__testUtils__/pictures';
import { normaliseLayout } from './normaliseLayout';

/** Cards `A`, `B`, … with placements as a file may have them. */
function placed(
  ...placements: Partial<Record<keyof CardPlacement, unknown>>[]
) {
  return placements.map((placement, index) => ({
    id: String.fromCharCode(65 + index),
    card: 'fleet-card:test/card',
    config: {},
    collapsed: false,
    placement: placement as CardPlacement,
  }));
}

describe('normaliseLayout', () => {
  it.each([
    {
      what: 'cards float up, each under what stands above it',
      before: ['............', 'AAAAAA......', '............', '..BBBBBBBB..'],
      after: ['AAAAAA......', '..BBBBBBBB..'],
    },
    {
      what: 'a collapsed card takes one row',
      before: ['aaaaaa......', '............', '............', 'BBBBBBCCCCCC'],
      after: ['aaaaaaCCCCCC', 'BBBBBB......'],
    },
  ])('$what', ({ before, after }) => {
    expect(pictureOf(normaliseLayout(cardsOf(...before)))).toEqual(after);
  });

  it.each([
    {
      what: 'cards that overlap go below each other',
      placements: [
        { x: 0, y: 0, width: 6, height: 2 },
        { x: 3, y: 1, width: 6, height: 1 },
        { x: 0, y: 0, width: 6, height: 1 },
      ],
      after: ['AAAAAA......', 'AAAAAA......', 'CCCCCC......', '...BBBBBB...'],
    },
    {
      what: 'cards outside the columns come inside',
      placements: [
        { x: 10, y: 0, width: 6, height: 1 },
        { x: -4, y: -9, width: 3, height: 1 },
        { x: 0, y: 1e9, width: 99, height: 1 },
      ],
      after: ['BBB...AAAAAA', 'CCCCCCCCCCCC'],
    },
    {
      what: 'what is no whole number becomes one',
      placements: [
        { x: 0.7, y: NaN, width: 6.9, height: Infinity },
        { x: '6', y: undefined, width: '3', height: null },
      ],
      after: ['AAAAAABBB...', ...new Array(23).fill('AAAAAA......')],
    },
  ])('$what', ({ placements, after }) => {
    const cards = normaliseLayout(placed(...placements));
    expect(pictureOf(cards)).toEqual(after);
    expect(normaliseLayout(cards)).toEqual(cards);
  });

  it('leaves cards that stand well as the objects that they were', () => {
    const cards = cardsOf('AAAAAABBBBBB', 'AAAAAACCC...');
    normaliseLayout(cards).forEach((card, index) =>
      expect(card).toBe(cards[index]),
    );
  });
});
