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

import { faultCases } from './faultCases';

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

it('has each case of the table once, in order', () => {
  expect(faultCases.map(({ id }) => id)).toEqual([
    ...numbers(1, 34).map(number => `A${number}`),
    ...numbers(35, 43).map(number => `B${number}`),
    'B47',
  ]);
});

it('says why of every case that informers do not play', () => {
  const reasons = faultCases.flatMap(({ peer }) =>
    peer === 'run' ? [] : Object.values(peer),
  );
  expect(reasons.filter(reason => reason.length < 20)).toEqual([]);
});
