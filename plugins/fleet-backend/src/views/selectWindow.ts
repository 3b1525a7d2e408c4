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

/** Above this many rows before the end of the window, parting all rows is cheaper than a heap of those. */
const LARGEST_HEAP = 1_000;

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
  const first =
    end <= LARGEST_HEAP
      ? firstOf(rows, before, end)
      : partedAt([...rows], before, end).slice(0, end);
  return first.sort(before).slice(offset);
}

/** The first rows in any order: a heap whose root is the last of them, which most rows only need to be compared with. */
function firstOf<TRow>(
  rows: readonly TRow[],
  compare: Compare<TRow>,
  count: number,
): TRow[] {
  const heap = rows.slice(0, count);
  for (let place = Math.floor(count / 2) - 1; place >= 0; place--) {
    sink(heap, compare, place);
  }
  for (let place = count; place < rows.length; place++) {
    if (compare(rows[place], heap[0]) < 0) {
      heap[0] = rows[place];
      sink(heap, compare, 0);
    }
  }
  return heap;
}

function sink<TRow>(heap: TRow[], compare: Compare<TRow>, from: number): void {
  let place = from;
  for (;;) {
    const left = 2 * place + 1;
    const right = left + 1;
    let last = place;
    if (left < heap.length && compare(heap[left], heap[last]) > 0) last = left;
    if (right < heap.length && compare(heap[right], heap[last]) > 0) {
      last = right;
    }
    if (last === place) return;
    const moved = heap[place];
    heap[place] = heap[last];
    heap[last] = moved;
    place = last;
  }
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
