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

import { ResourceRow } from '@quarterdeck/backstage-plugin-fleet-common';

/** Above this many moves at once, one pass over all rows is cheaper than a splice for each. */
const MERGE_THRESHOLD = 32;

/**
 * Rows in a total order. A row that changes without moving costs a binary search, one that moves a splice, many that move one merge.
 */
export class SortedRows<TRow extends ResourceRow> {
  readonly #compare: (a: TRow, b: TRow) => number;
  #rows: TRow[] = [];

  constructor(compare: (a: TRow, b: TRow) => number) {
    this.#compare = (a, b) =>
      compare(a, b) || order(a.cluster, b.cluster) || order(a.uid, b.uid);
  }

  get size(): number {
    return this.#rows.length;
  }

  reset(rows: TRow[]): void {
    this.#rows = rows.sort(this.#compare);
  }

  slice(offset: number, limit: number, descending: boolean): TRow[] {
    if (!descending) {
      return this.#rows.slice(offset, offset + limit);
    }
    const end = Math.max(0, this.#rows.length - offset);
    return this.#rows.slice(Math.max(0, end - limit), end).reverse();
  }

  /**
   * Puts rows in place of others: each pair is what was there (if anything) and what shall be (if anything).
   *
   * @returns false when a row that should be there was not found, which a comparison that contradicts itself can cause; then reset.
   */
  apply(
    pairs: readonly (readonly [TRow | undefined, TRow | undefined])[],
  ): boolean {
    const leaving: TRow[] = [];
    const entering: TRow[] = [];
    for (const [previous, row] of pairs) {
      if (previous && row && this.#compare(previous, row) === 0) {
        const place = this.#find(previous);
        if (place < 0) {
          return false;
        }
        this.#rows[place] = row;
      } else {
        if (previous) leaving.push(previous);
        if (row) entering.push(row);
      }
    }
    return leaving.length + entering.length > MERGE_THRESHOLD
      ? this.#merge(leaving, entering)
      : this.#splice(leaving, entering);
  }

  #splice(leaving: TRow[], entering: TRow[]): boolean {
    for (const row of leaving) {
      const place = this.#find(row);
      if (place < 0) {
        return false;
      }
      this.#rows.splice(place, 1);
    }
    for (const row of entering) {
      this.#rows.splice(this.#lowerBound(row), 0, row);
    }
    return true;
  }

  #merge(leaving: TRow[], entering: TRow[]): boolean {
    const gone = new Set(leaving);
    const added = entering.sort(this.#compare);
    const merged: TRow[] = [];
    let next = 0;
    let left = 0;
    for (const row of this.#rows) {
      if (gone.has(row)) {
        left += 1;
        continue;
      }
      while (next < added.length && this.#compare(added[next], row) < 0) {
        merged.push(added[next++]);
      }
      merged.push(row);
    }
    while (next < added.length) {
      merged.push(added[next++]);
    }
    this.#rows = merged;
    return left === leaving.length;
  }

  #find(row: TRow): number {
    const place = this.#lowerBound(row);
    return this.#rows[place] === row ? place : -1;
  }

  #lowerBound(row: TRow): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(this.#rows[middle], row) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
