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
import { formatAge } from './formatAge';
import { formatBytes } from './formatBytes';
import { formatCount, formatExact } from './formatCount';

describe('formatCount', () => {
  it.each([
    [undefined, '–'],
    [0, '0'],
    [999, '999'],
    [9_999, '9,999'],
    [10_000, '10K'],
    [71_234, '71.2K'],
    [999_949, '999.9K'],
    [999_999, '1M'],
    [1_000_000, '1M'],
    [1_249_999, '1.2M'],
    [2_500_000_000, '2.5B'],
    [-12_345, '-12.3K'],
  ])('writes %p as %p', (value, text) => {
    expect(formatCount(value)).toBe(text);
  });
});

describe('formatExact', () => {
  it.each([
    [undefined, '–'],
    [Infinity, '–'],
    [0, '0'],
    [71_234, '71,234'],
    [-1_000_000, '-1,000,000'],
  ])('writes %p as %p', (value, text) => {
    expect(formatExact(value)).toBe(text);
  });
});

describe('formatBytes', () => {
  it.each([
    [undefined, '–'],
    [0, '0 MB'],
    [512 * 1024 ** 2, '512 MB'],
    [1536 * 1024 ** 2, '1.5 GB'],
    [1024 ** 3 - 1, '1 GB'],
    [12.34 * 1024 ** 4, '12.3 TB'],
    [3 * 1024 ** 5, '3 PB'],
    [5000 * 1024 ** 5, '5000 PB'],
  ])('writes %p as %p', (value, text) => {
    expect(formatBytes(value)).toBe(text);
  });
});

describe('formatAge', () => {
  it.each([
    [undefined, '–'],
    [-5_000, '0s'],
    [59_999, '59s'],
    [60_000, '1m'],
    [3_600_000, '1h'],
    [47 * 3_600_000, '47h'],
    [48 * 3_600_000, '2d'],
  ])('writes %p as %p', (value, text) => {
    expect(formatAge(value)).toBe(text);
  });
});
