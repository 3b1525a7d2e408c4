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
  ResourceRef,
  ResourceRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  AggregateView,
  ClusterCounters,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { Inventory, RowBatch } from '../inventory/Inventory';
import { equalRows } from '../inventory/store/equalRows';
import { AggregateCounters } from './AggregateCounters';
import { QueryScope } from './QueryScope';
import { SortedRows } from './SortedRows';

/** The row of one namespace; its place in the order is that of the pair of cluster and namespace where the rows compare equal. */
interface NamespaceEntry extends ResourceRow {
  readonly row: object;
}

/**
 * The rows of an aggregate that has one for each namespace. Only namespaces in which something changed are looked at again.
 */
export class NamespaceRows {
  readonly #view: AggregateView;
  readonly #params: unknown;
  readonly #scope: QueryScope;
  readonly #counters: AggregateCounters;
  readonly #inventory: Inventory;
  readonly #clusterPart: (cluster: string) => ClusterCounters<string>;
  readonly #reads: readonly [string, ResourceRef][];
  readonly #sorted: SortedRows<NamespaceEntry>;
  readonly #entries = new Map<string, Map<string, NamespaceEntry>>();
  /** Namespaces to look at again, by cluster; everything when undefined. */
  #changed: Map<string, Set<string>> | undefined;

  constructor(options: {
    view: AggregateView;
    params: unknown;
    scope: QueryScope;
    counters: AggregateCounters;
    inventory: Inventory;
    clusterPart: (cluster: string) => ClusterCounters<string>;
  }) {
    this.#view = options.view;
    this.#params = options.params;
    this.#scope = options.scope;
    this.#counters = options.counters;
    this.#inventory = options.inventory;
    this.#clusterPart = options.clusterPart;
    this.#reads = Object.entries<ResourceRef>(options.view.reads ?? {});
    const { compare } = options.view;
    this.#sorted = new SortedRows(
      SortedRows.total((a, b) => compare?.(a.row, b.row) ?? 0),
    );
  }

  apply(batch: RowBatch): void {
    if (!this.#changed) return;
    const names = this.#changed.get(batch.cluster) ?? new Set();
    this.#changed.set(batch.cluster, names);
    for (const { previous, row } of batch.changes) {
      if (previous) names.add(previous.namespace);
      if (row) names.add(row.namespace);
    }
  }

  reset(): void {
    this.#changed = undefined;
  }

  rows(): object[] {
    this.#refresh();
    return this.#sorted
      .slice(0, this.#sorted.size, false)
      .map(entry => entry.row);
  }

  #refresh(): void {
    const changed = this.#changed;
    this.#changed = new Map();
    if (!changed) {
      this.#readAll();
      return;
    }
    const pairs: [NamespaceEntry | undefined, NamespaceEntry | undefined][] =
      [];
    for (const [cluster, names] of changed) {
      const known = this.#entriesOf(cluster);
      for (const name of names) {
        const previous = known.get(name);
        const entry = this.#entry(cluster, name, previous);
        if (entry === previous) continue;
        pairs.push([previous, entry]);
        if (entry) known.set(name, entry);
        else known.delete(name);
      }
    }
    if (!this.#sorted.apply(pairs)) {
      this.#readAll();
    }
  }

  #readAll(): void {
    const all: NamespaceEntry[] = [];
    const before = new Map(this.#entries);
    this.#entries.clear();
    for (const cluster of this.#inventory.clusters()) {
      const known = this.#entriesOf(cluster);
      for (const name of this.#counters.namespaces(cluster)) {
        const previous = before.get(cluster)?.get(name);
        const entry = this.#entry(cluster, name, previous);
        if (entry) {
          known.set(name, entry);
          all.push(entry);
        }
      }
    }
    this.#sorted.reset(all);
  }

  /** The entry as it was, where its row still shows the same. */
  #entry(
    cluster: string,
    namespace: string,
    previous: NamespaceEntry | undefined,
  ): NamespaceEntry | undefined {
    if (namespace === '' || !this.#scope.admits(cluster, namespace)) {
      return undefined;
    }
    const rows = Object.fromEntries(
      this.#reads.map(([name, { id }]) => [
        name,
        this.#counters.rowsOf(id, cluster, namespace),
      ]),
    );
    const values = this.#counters.of(cluster, namespace);
    const row = this.#view.namespaceRow?.(
      {
        ...this.#clusterPart(cluster),
        namespace,
        counters: this.#counters.layout.read(values),
        rows,
      },
      this.#params,
    );
    if (!row || (previous && equalRows(previous.row, row))) {
      return row && previous;
    }
    return { uid: namespace, cluster, namespace, name: namespace, row };
  }

  #entriesOf(cluster: string): Map<string, NamespaceEntry> {
    const known = this.#entries.get(cluster) ?? new Map();
    this.#entries.set(cluster, known);
    return known;
  }
}
