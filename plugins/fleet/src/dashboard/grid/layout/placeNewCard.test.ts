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

import { cardsOf } from './__testUtils__/pictures';
import { placeNewCard } from './placeNewCard';

describe('placeNewCard', () => {
  it.each([
    {
      what: 'the first place of an empty dashboard',
      cards: [],
      size: { width: 6, height: 4 },
      place: { x: 0, y: 0 },
    },
    {
      what: 'the first hole that is large enough',
      cards: ['AAAA..BBBBBB', 'AAAA..BBBBBB', 'CCCC........', 'CCCC........'],
      size: { width: 4, height: 2 },
      place: { x: 4, y: 2 },
    },
    {
      what: 'a hole that is open below',
      cards: ['AAAAAA......', 'AAAAAABBBBBB'],
      size: { width: 6, height: 2 },
      place: { x: 0, y: 2 },
    },
    {
      what: 'the room beside a collapsed card, as it is now',
      cards: ['aaaaaaBBBBBB', '......BBBBBB'],
      size: { width: 6, height: 3 },
      place: { x: 0, y: 1 },
    },
    {
      what: 'below all cards',
      cards: ['AAAAAABBBBBB', 'AAAAAABBBBBB'],
      size: { width: 3, height: 2 },
      place: { x: 0, y: 2 },
    },
  ])('finds $what', ({ cards, size, place }) => {
    expect(placeNewCard(cardsOf(...cards), size)).toEqual({
      ...place,
      ...size,
    });
  });

  it('makes a card fit that asks for too much', () => {
    expect(placeNewCard([], { width: 50, height: 50 })).toEqual({
      x: 0,
      y: 0,
      width: 12,
      height: 24,
    });
  });
});
