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

import { slope } from './slope';

it.each([
  [
    'a line',
    [
      [0, 1],
      [1, 3],
      [2, 5],
    ],
    2,
  ],
  [
    'points around a line',
    [
      [0, 0],
      [1, 2],
      [2, 1],
      [3, 3],
    ],
    0.8,
  ],
  [
    'a level',
    [
      [0, 4],
      [5, 4],
    ],
    0,
  ],
  ['one point', [[3, 4]], 0],
  ['nothing', [], 0],
] as const)('gives the slope of %s', (_, points, expected) => {
  expect(slope(points)).toBeCloseTo(expected, 10);
});
