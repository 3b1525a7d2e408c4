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
import { RowPair } from './RowPair';
import { selectWindow } from './selectWindow';

/**
 * The first rows of an order. Most changes are to rows further down, and cost a comparison.
 *
 * @remarks
 *
 * It holds exactly the rows that are not behind a boundary, so it can lose rows until too few are left. Then it has to be filled again.
 */
export class FirstRows<TRow extends ResourceRow> {
  readonly #compare: (a: TRow, b: TRow) => number;
  readonly #capacity: number;
  #rows: TRow[] = [];
  /** Undefined while it holds all rows. */
  #boundary: TRow | undefined;

  constructor(options: {
    /** A total order. */
    compare: (a: TRow, b: TRow) => number;
    /** How many rows it is filled with. */
    capacity: number;
  }) {
    this.#compare = options.compare;
    this.#capacity = options.capacity;
  }

  fill(rows: readonly TRow[]): void {
    this.#rows = selectWindow(rows, this.#compare, {
      offset: 0,
      limit: this.#capacity,
      descending: false,
    });
    this.#boundary =
      rows.length > this.#rows.length ? this.#rows.at(-1) : undefined;
  }

  /** Whether the first so many rows are here, or all that there are. */
  has(count: number): boolean {
    return this.#boundary === undefined || this.#rows.length >= count;
  }

  slice(offset: number, limit: number): TRow[] {
    return this.#rows.slice(offset, offset + limit);
  }

  /**
   * Puts rows in place of others.
   *
   * @returns false when a row that should be here is not.
   */
  apply(pairs: readonly RowPair<TRow>[]): boolean {
    for (const [previous, row] of pairs) {
      const leaves = previous !== undefined && this.#isWithin(previous);
      if (leaves && row && this.#compare(previous, row) === 0) {
        const place = this.#placeOf(previous);
        if (this.#rows[place] !== previous) return false;
        this.#rows[place] = row;
        continue;
      }
      if (leaves) {
        const place = this.#placeOf(previous);
        if (this.#rows[place] !== previous) return false;
        this.#rows.splice(place, 1);
      }
      if (row && this.#isWithin(row)) {
        this.#rows.splice(this.#placeOf(row), 0, row);
      }
    }
    if (this.#rows.length > 2 * this.#capacity) {
      this.#rows.length = this.#capacity;
      this.#boundary = this.#rows[this.#capacity - 1];
    }
    return true;
  }

  #isWithin(row: TRow): boolean {
    return (
      this.#boundary === undefined || this.#compare(row, this.#boundary) <= 0
    );
  }

  /** Where the first row that is not before this one stands. */
  #placeOf(row: TRow): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#compare(this.#rows[middle], row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
