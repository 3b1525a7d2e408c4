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

/** Rows of a block when blocks are made anew; a block of twice as many is split. */
const BLOCK_ROWS = 512;

/** Rows that are sorted at a stretch. */
const RUN_ROWS = 4_096;

/**
 * Rows in a total order, in blocks: a row that changes without moving costs a binary search, one that moves shifts at most its block. One
 * array of 100,000 rows, spliced for each row that moved, took two fifths of the CPU of a change with twenty live views.
 */
export class SortedRows<TRow extends ResourceRow> {
  readonly #compare: (a: TRow, b: TRow) => number;
  #blocks: TRow[][] = [];
  #size = 0;

  /** @param compare - a total order. */
  constructor(compare: (a: TRow, b: TRow) => number) {
    this.#compare = compare;
  }

  /** The total order that a comparison begins: rows that it finds equal are ordered by cluster and uid. */
  static total<TRow extends ResourceRow>(
    compare: (a: TRow, b: TRow) => number,
  ): (a: TRow, b: TRow) => number {
    return (a, b) =>
      compare(a, b) || order(a.cluster, b.cluster) || order(a.uid, b.uid);
  }

  get size(): number {
    return this.#size;
  }

  reset(rows: readonly TRow[]): void {
    const steps = this.resetInSteps(rows);
    while (!steps.next().done);
  }

  /** The same in steps of a few milliseconds. Until the last one it is as it was. */
  *resetInSteps(rows: readonly TRow[]): Generator<void, void> {
    const runs: TRow[][] = [];
    for (let from = 0; from < rows.length; from += RUN_ROWS) {
      runs.push(rows.slice(from, from + RUN_ROWS).sort(this.#compare));
      yield;
    }
    this.#blocks = yield* mergeRuns(runs, this.#compare);
    this.#size = rows.length;
  }

  slice(offset: number, limit: number, descending: boolean): TRow[] {
    if (!descending) {
      return this.#take(offset, offset + limit);
    }
    const end = Math.max(0, this.#size - offset);
    return this.#take(Math.max(0, end - limit), end).reverse();
  }

  /**
   * Puts rows in place of others: each pair is what was there (if anything) and what shall be (if anything).
   *
   * @returns false when a row that should be there was not found, which a comparison that contradicts itself can cause; then reset.
   */
  apply(pairs: readonly RowPair<TRow>[]): boolean {
    for (const [previous, row] of pairs) {
      if (previous && row && this.#compare(previous, row) === 0) {
        const { block, place } = this.#locate(previous);
        if (this.#blocks[block]?.[place] !== previous) {
          return false;
        }
        this.#blocks[block][place] = row;
      } else {
        if (previous && !this.#remove(previous)) {
          return false;
        }
        if (row) {
          this.#insert(row);
        }
      }
    }
    return true;
  }

  #insert(row: TRow): void {
    const { block, place } = this.#locate(row);
    this.#size += 1;
    if (block === this.#blocks.length) {
      const last = this.#blocks[block - 1];
      if (last) last.push(row);
      else this.#blocks.push([row]);
      this.#splitWhenFull(Math.max(0, block - 1));
    } else {
      this.#blocks[block].splice(place, 0, row);
      this.#splitWhenFull(block);
    }
  }

  #remove(row: TRow): boolean {
    const { block, place } = this.#locate(row);
    const rows = this.#blocks[block];
    if (rows?.[place] !== row) {
      return false;
    }
    rows.splice(place, 1);
    if (rows.length === 0) {
      this.#blocks.splice(block, 1);
    }
    this.#size -= 1;
    return true;
  }

  #splitWhenFull(block: number): void {
    const rows = this.#blocks[block];
    if (rows.length >= 2 * BLOCK_ROWS) {
      this.#blocks.splice(block + 1, 0, rows.splice(BLOCK_ROWS));
    }
  }

  #take(from: number, to: number): TRow[] {
    const taken: TRow[] = [];
    let start = 0;
    for (const rows of this.#blocks) {
      if (start >= to) break;
      if (start + rows.length > from) {
        taken.push(...rows.slice(Math.max(0, from - start), to - start));
      }
      start += rows.length;
    }
    return taken;
  }

  /** Where the first row that is not before this one stands; past the last block when there is none. */
  #locate(row: TRow): { block: number; place: number } {
    const block = lowerBound(
      this.#blocks.length,
      at =>
        this.#compare(this.#blocks[at][this.#blocks[at].length - 1], row) < 0,
    );
    const rows = this.#blocks[block];
    const place = rows
      ? lowerBound(rows.length, at => this.#compare(rows[at], row) < 0)
      : 0;
    return { block, place };
  }
}

/** Merges sorted rows into blocks, taking a turn after each block. */
function* mergeRuns<TRow>(
  runs: readonly TRow[][],
  compare: (a: TRow, b: TRow) => number,
): Generator<void, TRow[][]> {
  let merged = runs;
  while (merged.length > 1) {
    const pairs: TRow[][] = [];
    for (let place = 0; place < merged.length; place += 2) {
      const [left, right] = [merged[place], merged[place + 1]];
      pairs.push(right ? yield* mergeTwo(left, right, compare) : left);
    }
    merged = pairs;
  }
  const [all = []] = merged;
  const blocks: TRow[][] = [];
  for (let from = 0; from < all.length; from += BLOCK_ROWS) {
    blocks.push(all.slice(from, from + BLOCK_ROWS));
  }
  return blocks;
}

function* mergeTwo<TRow>(
  left: readonly TRow[],
  right: readonly TRow[],
  compare: (a: TRow, b: TRow) => number,
): Generator<void, TRow[]> {
  const merged: TRow[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    merged.push(compare(left[l], right[r]) <= 0 ? left[l++] : right[r++]);
    if (merged.length % RUN_ROWS === 0) yield;
  }
  while (l < left.length) merged.push(left[l++]);
  while (r < right.length) merged.push(right[r++]);
  return merged;
}

/** The first place of which it is not said that it is before. */
function lowerBound(length: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBefore(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
