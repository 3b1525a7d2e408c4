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

import { readQuantity } from './readQuantity';

describe('readQuantity', () => {
  it.each([
    ['4', 4],
    ['250m', 0.25],
    ['65632469Ki', 65632469 * 1024],
    ['1.5Gi', 1.5 * 1024 ** 3],
    ['2k', 2000],
    ['1e3', 1000],
    ['2E', 2e18],
    [undefined, undefined],
    ['', undefined],
    ['4 Gi', undefined],
    ['many', undefined],
    ['1constructor', undefined],
  ])('reads %p as %p', (text, amount) => {
    expect(readQuantity(text)).toBe(amount);
  });
});
