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
import { FirstRows } from './FirstRows';
import { RowWindow } from './LiveQuery';
import { RowPair } from './RowPair';
import { SortedRows } from './SortedRows';

/** A window that ends further down needs all rows sorted. */
const DEEPEST_FIRST_ROWS = 1_000;
/** Rows kept beyond those shown, so that rows may leave without a new look at all. */
const SPARE_ROWS = 250;

/** How far down windows go, in order and in the opposite order; -1 where there are none. */
export interface WindowDepths {
  readonly ascending: number;
  readonly descending: number;
}

type Compare = (a: ResourceRow, b: ResourceRow) => number;

/**
 * The rows of a collection in as much of an order as the windows that are asked for need: the first ones from either end, or all.
 */
export class OrderedRows {
  readonly #compare: Compare;
  readonly #ends = new Map<boolean, FirstRows<ResourceRow>>();
  #all: SortedRows<ResourceRow> | undefined;

  constructor(
    compare: Compare,
    private readonly depths: WindowDepths,
  ) {
    this.#compare = SortedRows.total(compare);
  }

  *fill(rows: readonly ResourceRow[]): Generator<void, void> {
    const { ascending, descending } = this.depths;
    if (Math.max(ascending, descending) > DEEPEST_FIRST_ROWS) {
      this.#all = new SortedRows(this.#compare);
      yield* this.#all.resetInSteps(rows);
      return;
    }
    for (const isDescending of [false, true]) {
      const end = isDescending ? descending : ascending;
      if (end >= 0) {
        const first = new FirstRows<ResourceRow>({
          compare: isDescending ? (a, b) => this.#compare(b, a) : this.#compare,
          capacity: end + SPARE_ROWS,
        });
        first.fill(rows);
        this.#ends.set(isDescending, first);
        yield;
      }
    }
  }

  covers({ offset, limit, descending }: RowWindow): boolean {
    return (
      this.#all !== undefined ||
      this.#ends.get(descending)?.has(offset + limit) === true
    );
  }

  /** Whether too few rows are left for windows that go so far down: then it should be filled anew soon. */
  isThin({ ascending, descending }: WindowDepths): boolean {
    return (
      this.#all === undefined &&
      (this.#lacks(false, ascending) || this.#lacks(true, descending))
    );
  }

  slice({ offset, limit, descending }: RowWindow): ResourceRow[] {
    return (
      this.#all?.slice(offset, limit, descending) ??
      this.#ends.get(descending)?.slice(offset, limit) ??
      []
    );
  }

  #lacks(descending: boolean, end: number): boolean {
    return end >= 0 && !this.#ends.get(descending)?.has(end + SPARE_ROWS / 5);
  }

  /** @returns false when a row that should be there was not found. */
  apply(pairs: readonly RowPair<ResourceRow>[]): boolean {
    let sound = this.#all?.apply(pairs) ?? true;
    for (const rows of this.#ends.values()) {
      sound = rows.apply(pairs) && sound;
    }
    return sound;
  }
}
