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

import {
  CoverageFailure,
  ResourceRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { CollectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { Inventory, RowBatch } from '../inventory/Inventory';
import { CounterAdder, CounterLayout } from './CounterSet';
import { RowWindow } from './LiveQuery';
import { OrderedRows, WindowDepths } from './OrderedRows';
import { RowMatcher } from './RowMatcher';
import { RowPair } from './RowPair';

/** Rows looked at before somebody else may have a turn. */
const ROWS_OF_A_STEP = 4_096;

export interface CollectedRowsOptions {
  readonly view: CollectionView;
  readonly params: unknown;
  readonly sort: string;
  readonly matcher: RowMatcher;
  readonly inventory: Inventory;
  readonly depths: WindowDepths;
}

/**
 * The rows of a collection, found and ordered in steps, so that 100,000 of them do not hold up everything else. What changes meanwhile is taken in
 * at the end, what changes later at once.
 */
export class CollectedRows {
  readonly #options: CollectedRowsOptions;
  readonly #layout: CounterLayout;
  readonly #ordered: OrderedRows;
  readonly #plus: CounterAdder;
  readonly #minus: CounterAdder;
  #total = 0;
  #isLive = false;
  /** Kinds of clusters whose rows were looked at: later changes to them are not in what was found. */
  readonly #lookedAt = new Set<string>();
  #missed: RowBatch[] = [];
  readonly #failures = new Map<string, CoverageFailure>();

  constructor(options: CollectedRowsOptions) {
    const { view, sort, depths } = options;
    this.#options = options;
    this.#ordered = new OrderedRows(view.sorts[sort], depths);
    this.#layout = new CounterLayout(view.counters);
    this.#plus = this.#layout.adder(1);
    this.#minus = this.#layout.adder(-1);
    this.#minus.target = this.#plus.target;
  }

  /** Makes it ready to be shown; each step takes a millisecond or two. Answers with whether that went right. */
  *collect(): Generator<void, boolean> {
    const found = yield* this.#find();
    this.#total = found.length;
    yield* this.#ordered.fill(found);
    this.#isLive = true;
    const missed = this.#missed;
    this.#missed = [];
    return missed.every(batch => this.apply(batch) !== 'broken');
  }

  /** Takes over changes. `broken` says that it has to be made anew. */
  apply(batch: RowBatch): boolean | 'broken' {
    if (!this.#isLive) {
      if (this.#lookedAt.has(placeOf(batch.cluster, batch.resource))) {
        this.#missed.push(batch);
      }
      return false;
    }
    const pairs = this.#pairsOf(batch);
    if (pairs.length === 0) {
      return false;
    }
    const { params, view } = this.#options;
    const { count } = view;
    for (const [previous, row] of pairs) {
      if (!previous) this.#total += 1;
      if (!row) this.#total -= 1;
      if (count) {
        this.#bear(batch.cluster, () => {
          if (previous) count(previous, this.#minus.add, params);
          if (row) count(row, this.#plus.add, params);
        });
      }
    }
    return this.#ordered.apply(pairs) || 'broken';
  }

  covers(window: RowWindow): boolean {
    return this.#ordered.covers(window);
  }

  isThin(depths: WindowDepths): boolean {
    return this.#ordered.isThin(depths);
  }

  rows(window: RowWindow): ResourceRow[] {
    return this.#ordered.slice(window);
  }

  /** Clusters of which the view could not bear all rows. */
  failures(): CoverageFailure[] {
    return [...this.#failures.values()];
  }

  total(): number {
    return this.#total;
  }

  summary(): object {
    return this.#options.view.summarise(this.#layout.read(this.#plus.target));
  }

  *#find(): Generator<void, ResourceRow[]> {
    const { view, params, inventory } = this.#options;
    const { count } = view;
    const found: ResourceRow[] = [];
    const look = (row: ResourceRow) => {
      if (this.#matches(row)) {
        found.push(row);
        if (count) {
          this.#bear(row.cluster, () => count(row, this.#plus.add, params));
        }
      }
    };
    for (const cluster of inventory.clusters()) {
      for (const { id } of view.resources) {
        this.#lookedAt.add(placeOf(cluster, id));
        const rows = inventory.rows(id, cluster);
        if (rows.size <= ROWS_OF_A_STEP) {
          rows.forEach(look);
          yield;
        } else {
          yield* inPortions([...rows.values()], look);
        }
      }
    }
    return found;
  }

  #matches(row: ResourceRow): boolean {
    return (
      this.#bear(row.cluster, () => this.#options.matcher.matches(row)) ?? false
    );
  }

  /** What a view makes of one row must cost neither the others nor the process. */
  #bear<T>(cluster: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.#failures.set(cluster, {
        cluster,
        reason: 'degraded',
        message: `Some rows could not be looked at: ${error instanceof Error ? error.message : error}`,
      });
      return undefined;
    }
  }

  #pairsOf(batch: RowBatch): RowPair<ResourceRow>[] {
    const pairs: RowPair<ResourceRow>[] = [];
    for (const change of batch.changes) {
      const previous =
        change.previous && this.#matches(change.previous)
          ? change.previous
          : undefined;
      const row =
        change.row && this.#matches(change.row) ? change.row : undefined;
      if (previous || row) {
        pairs.push([previous, row]);
      }
    }
    return pairs;
  }
}

/** Rows as they are now, though they may change between two portions. */
function* inPortions(
  rows: readonly ResourceRow[],
  look: (row: ResourceRow) => void,
): Generator<void, void> {
  for (let place = 0; place < rows.length; place++) {
    look(rows[place]);
    if (place % ROWS_OF_A_STEP === ROWS_OF_A_STEP - 1) yield;
  }
}

function placeOf(cluster: string, resource: string): string {
  return `${cluster} ${resource}`;
}
