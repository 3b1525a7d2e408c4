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

import { formatCores } from './formatCores';

describe('formatCores', () => {
  it.each([
    [undefined, '–'],
    [NaN, '–'],
    [0, '0'],
    [0.0004, '0'],
    [0.001, '1m'],
    [0.25, '250m'],
    [0.9994, '999m'],
    [0.9996, '1'],
    [1.25, '1.3'],
    [12, '12'],
    [9_999.94, '9999.9'],
    [10_000, '10K'],
    [12_345, '12.3K'],
  ])('writes %p as %p', (cores, text) => {
    expect(formatCores(cores)).toBe(text);
  });
});
