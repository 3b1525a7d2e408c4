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

describe('moveCard', () => {
  it.each([
    {
      what: 'pushes down what it is dragged onto',
      before: ['MMMMMMBBBBBB', 'MMMMMMBBBBBB'],
      to: { x: 6, y: 0 },
      after: ['......MMMMMM', '......MMMMMM', '......BBBBBB', '......BBBBBB'],
    },
    {
      what: 'pushes down what stands under that as well',
      before: ['MMMMMMBBB...', 'CCCCCCBBB...', '......DDDDDD'],
      to: { x: 4, y: 0 },
      after: ['....MMMMMM..', 'CCCCCCBBB...', '......BBB...', '......DDDDDD'],
    },
    {
      what: 'stays above what its edge has not passed the middle of',
      before: ['MMMMMM......', 'BBBBBB......', 'BBBBBB......', 'BBBBBB......'],
      to: { x: 0, y: 1 },
      after: ['MMMMMM......', 'BBBBBB......', 'BBBBBB......', 'BBBBBB......'],
    },
    {
      what: 'changes sides with what its edge has passed the middle of',
      before: ['MMMMMM......', 'BBBBBB......', 'BBBBBB......', 'BBBBBB......'],
      to: { x: 0, y: 2 },
      after: ['BBBBBB......', 'BBBBBB......', 'BBBBBB......', 'MMMMMM......'],
    },
    {
      what: 'goes above what it is dragged up over',
      before: ['AAAAAA......', 'AAAAAA......', 'MMMMMM......'],
      to: { x: 0, y: 0 },
      after: ['MMMMMM......', 'AAAAAA......', 'AAAAAA......'],
    },
    {
      what: 'lands as near as it can to where it is dragged',
      before: ['MMMMMMBBBBBB', 'MMMMMMBBBBBB', '...CCCCCC...', '...CCCCCC...'],
      to: { x: 5, y: 1 },
      after: [
        '......BBBBBB',
        '......BBBBBB',
        '.....MMMMMM.',
        '.....MMMMMM.',
        '...CCCCCC...',
        '...CCCCCC...',
      ],
    },
    {
      what: 'lets others move up where it has left',
      before: ['MMMMMMBBBBBB', 'CCCCCC......'],
      to: { x: 6, y: 1 },
      after: ['CCCCCCBBBBBB', '......MMMMMM'],
    },
    {
      what: 'floats up as all do',
      before: ['MMMMMMBBBBBB'],
      to: { x: 0, y: 40 },
      after: ['MMMMMMBBBBBB'],
    },
    {
      what: 'stays inside the columns',
      before: ['MMMMMM......'],
      to: { x: 99, y: -5 },
      after: ['......MMMMMM'],
    },
    {
      what: 'does nothing where it stands already, whatever lies below',
      before: ['BBBBBB......', 'BBBBBB......', 'MMMMMMMMMMMM', 'CCC...DDDDDD'],
      to: { x: 0, y: 2 },
      after: ['BBBBBB......', 'BBBBBB......', 'MMMMMMMMMMMM', 'CCC...DDDDDD'],
    },
  ])('$what', ({ before, to, after }) => {
    expect(pictureOf(moveCard(cardsOf(...before), 'M', to))).toEqual(after);
  });

  it('leaves the cards alone when the one to be moved is not among them', () => {
    const cards = cardsOf('AAAAAABBBBBB');
    expect(moveCard(cards, 'M', { x: 0, y: 9 })).toEqual(cards);
  });
});
