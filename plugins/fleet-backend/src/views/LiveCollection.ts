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
import { CollectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { Inventory, RowBatch } from '../inventory/Inventory';
import { CounterLayout } from './CounterSet';
import { LiveQuery, RowWindow } from './LiveQuery';
import { QueryScope } from './QueryScope';
import { SortedRows } from './SortedRows';

const SEARCHED_FIELDS = ['name', 'namespace', 'cluster', 'status', 'reason'];

export class LiveCollection implements LiveQuery {
  readonly view: CollectionView;
  readonly scope: QueryScope;
  readonly reads: readonly string[];
  readonly #inventory: Inventory;
  readonly #params: unknown;
  readonly #search: string | undefined;
  readonly #now: () => number;
  readonly #sorted: SortedRows<ResourceRow>;
  readonly #layout: CounterLayout;
  #counters: Float64Array;
  #matches: (row: ResourceRow) => boolean = () => false;
  #renewedAt = 0;

  constructor(options: {
    view: CollectionView;
    params: unknown;
    scope: QueryScope;
    sort: string;
    search?: string;
    inventory: Inventory;
    now: () => number;
  }) {
    this.view = options.view;
    this.scope = options.scope;
    this.reads = options.view.resources.map(({ id }) => id);
    this.#inventory = options.inventory;
    this.#params = options.params;
    this.#search = options.search?.toLowerCase();
    this.#now = options.now;
    this.#sorted = new SortedRows(options.view.sorts[options.sort]);
    this.#layout = new CounterLayout(options.view.counters);
    this.#counters = this.#layout.create();
    this.reset();
  }

  apply(batch: RowBatch): boolean {
    const pairs: [ResourceRow | undefined, ResourceRow | undefined][] = [];
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
    if (pairs.length === 0) {
      return false;
    }
    if (!this.#sorted.apply(pairs)) {
      this.reset();
      return true;
    }
    if (this.view.count) {
      const minus = this.#layout.adder(-1);
      const plus = this.#layout.adder(1);
      minus.target = this.#counters;
      plus.target = this.#counters;
      for (const [previous, row] of pairs) {
        if (previous) this.view.count(previous, minus.add);
        if (row) this.view.count(row, plus.add);
      }
    }
    return true;
  }

  reset(): void {
    this.#renewedAt = this.#now();
    this.#matches = this.#matcher();
    const rows: ResourceRow[] = [];
    const plus = this.#layout.adder(1);
    for (const cluster of this.#inventory.clusters()) {
      for (const resource of this.reads) {
        for (const row of this.#inventory.rows(resource, cluster).values()) {
          if (this.#matches(row)) {
            rows.push(row);
            this.view.count?.(row, plus.add);
          }
        }
      }
    }
    this.#sorted.reset(rows);
    this.#counters = plus.target;
  }

  rows(window: RowWindow): object[] {
    return this.#sorted.slice(window.offset, window.limit, window.descending);
  }

  total(): number {
    return this.#sorted.size;
  }

  summary(): object {
    return this.view.summarise(this.#layout.read(this.#counters));
  }

  failures(): [] {
    return [];
  }

  dueIn(): number | undefined {
    const { renewEvery } = this.view;
    return (
      renewEvery && Math.max(0, this.#renewedAt + renewEvery - this.#now())
    );
  }

  invalidate(): void {
    this.reset();
  }

  /** Stays the same between two resets, so that a row which was counted in is found again. */
  #matcher(): (row: ResourceRow) => boolean {
    const filter = this.view.filter?.(this.#params, this.#renewedAt);
    const search = this.#search;
    return row =>
      (filter === undefined || filter(row)) &&
      (search === undefined || search === '' || contains(row, search)) &&
      this.scope.admits(row.cluster, row.namespace);
  }
}

function contains(row: ResourceRow, search: string): boolean {
  const fields = row as unknown as Record<string, unknown>;
  return SEARCHED_FIELDS.some(field => {
    const value = fields[field];
    return typeof value === 'string' && value.toLowerCase().includes(search);
  });
}
