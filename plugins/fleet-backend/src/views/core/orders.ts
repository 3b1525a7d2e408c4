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

/** Compares texts by code unit: fast, and the same for everybody. */
export function byText<TRow>(
  field: (row: TRow) => string,
): (a: TRow, b: TRow) => number {
  return (a, b) => {
    const left = field(a);
    const right = field(b);
    if (left === right) return 0;
    return left < right ? -1 : 1;
  };
}

/** Compares numbers, smallest first. */
export function byNumber<TRow>(
  field: (row: TRow) => number,
): (a: TRow, b: TRow) => number {
  return (a, b) => field(a) - field(b);
}

/** Compares numbers, largest first. */
export function byLargest<TRow>(
  field: (row: TRow) => number,
): (a: TRow, b: TRow) => number {
  return (a, b) => field(b) - field(a);
}

/** Goes on to the next comparison where one finds no difference. */
export function inOrder<TRow>(
  ...comparisons: ((a: TRow, b: TRow) => number)[]
): (a: TRow, b: TRow) => number {
  return (a, b) => {
    for (const compare of comparisons) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}
