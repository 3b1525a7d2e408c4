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
import { collapseCard, removeCard } from './changeCards';

const cards = cardsOf(
  'AAAAAABBBBBB',
  'AAAAAABBBBBB',
  'CCCCCCCCCCCC',
  'DDDDDD......',
);

describe('removeCard', () => {
  it('gives its room to those below', () => {
    expect(pictureOf(removeCard(cards, 'C'))).toEqual([
      'AAAAAABBBBBB',
      'AAAAAABBBBBB',
      'DDDDDD......',
    ]);
  });
});

describe('collapseCard', () => {
  it('leaves one row, and brings the height back', () => {
    const collapsed = collapseCard(collapseCard(cards, 'A', true), 'B', true);
    expect(pictureOf(collapsed)).toEqual([
      'AAAAAABBBBBB',
      'CCCCCCCCCCCC',
      'DDDDDD......',
    ]);
    expect(
      collapseCard(collapseCard(collapsed, 'A', false), 'B', false),
    ).toEqual(cards);
  });
});
