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

type Compare<TRow> = (a: TRow, b: TRow) => number;

/** Rows that are sorted to see from where on no row can be in the window. */
const SAMPLE = 512;
/** How many more than needed are let through, so that the sample may err. */
const MARGIN = 8;

/**
 * The rows that would stand in a window if all were sorted, without sorting all. Leaves the rows as they are.
 */
export function selectWindow<TRow>(
  rows: readonly TRow[],
  compare: Compare<TRow>,
  window: { offset: number; limit: number; descending: boolean },
): TRow[] {
  const { offset, limit, descending } = window;
  const end = Math.min(rows.length, offset + limit);
  if (offset >= end) {
    return [];
  }
  const before: Compare<TRow> = descending ? (a, b) => compare(b, a) : compare;
  return partedAt(candidates(rows, before, end), before, end)
    .slice(0, end)
    .sort(before)
    .slice(offset);
}

/** A copy of the rows without most of those that stand behind the first `count`: one comparison each, in whatever order they come. */
function candidates<TRow>(
  rows: readonly TRow[],
  compare: Compare<TRow>,
  count: number,
): TRow[] {
  const rank = Math.ceil((2 * count * SAMPLE) / rows.length) + MARGIN;
  if (rank >= SAMPLE / 2) {
    return [...rows];
  }
  const stride = rows.length / SAMPLE;
  const sample = Array.from(
    { length: SAMPLE },
    (_, place) => rows[Math.floor(place * stride)],
  ).sort(compare);
  const few = rows.filter(row => compare(row, sample[rank]) <= 0);
  return few.length >= count ? few : [...rows];
}

/** Moves the first `count` rows before all others (Hoare's selection). */
function partedAt<TRow>(
  rows: TRow[],
  compare: Compare<TRow>,
  count: number,
): TRow[] {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const pivot = rows[Math.floor((low + high) / 2)];
    let left = low;
    let right = high;
    while (left <= right) {
      while (compare(rows[left], pivot) < 0) left++;
      while (compare(rows[right], pivot) > 0) right--;
      if (left <= right) {
        const moved = rows[left];
        rows[left] = rows[right];
        rows[right] = moved;
        left++;
        right--;
      }
    }
    if (count - 1 <= right) high = right;
    else if (count - 1 >= left) low = left;
    else break;
  }
  return rows;
}
