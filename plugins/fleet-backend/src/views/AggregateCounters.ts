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
  AddToCounter,
  AggregateView,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { Inventory, RowBatch } from '../inventory/Inventory';
import { CounterAdder, CounterLayout } from './CounterSet';

const noRows: ReadonlyMap<string, ResourceRow> = new Map();

type Count = (row: ResourceRow, add: AddToCounter<string>) => void;

/**
 * The counters of one aggregate by cluster and namespace, for all who look at it whatever they may see.
 */
export class AggregateCounters {
  readonly layout: CounterLayout;
  readonly #inventory: Inventory;
  readonly #plus: CounterAdder;
  readonly #minus: CounterAdder;
  readonly #counts = new Map<string, Count[]>();
  readonly #clusters = new Map<string, Map<string, Float64Array>>();
  /** Rows that the rows of namespaces look at, by resource, cluster, namespace and uid. */
  readonly #rows = new Map<
    string,
    Map<string, Map<string, Map<string, ResourceRow>>>
  >();

  constructor(view: AggregateView, inventory: Inventory) {
    this.layout = new CounterLayout(view.counters);
    this.#plus = this.layout.adder(1);
    this.#minus = this.layout.adder(-1);
    this.#inventory = inventory;
    for (const part of view.contributions) {
      const counts = this.#counts.get(part.resource.id) ?? [];
      counts.push(part.count);
      this.#counts.set(part.resource.id, counts);
    }
    for (const { id } of Object.values<ResourceRef>(view.reads ?? {})) {
      this.#rows.set(id, new Map());
    }
    this.#recount();
  }

  apply(batch: RowBatch): void {
    for (const { previous, row } of batch.changes) {
      if (previous) this.#forget(batch.resource, previous);
      if (row) this.#remember(batch.resource, row);
    }
    const counts = this.#counts.get(batch.resource);
    if (!counts) {
      return;
    }
    const minus = this.#minus;
    const plus = this.#plus;
    for (const { previous, row } of batch.changes) {
      for (const count of counts) {
        if (previous) {
          minus.target = this.#of(batch.cluster, previous.namespace);
          count(previous, minus.add);
        }
        if (row) {
          plus.target =
            row.namespace === previous?.namespace
              ? minus.target
              : this.#of(batch.cluster, row.namespace);
          count(row, plus.add);
        }
      }
    }
  }

  /** Adds up the namespaces of a cluster that are admitted. */
  sum(cluster: string, admits: (namespace: string) => boolean): Float64Array {
    const total = this.layout.create();
    for (const [namespace, values] of this.#clusters.get(cluster) ?? []) {
      if (admits(namespace)) {
        for (let place = 0; place < values.length; place++) {
          total[place] += values[place];
        }
      }
    }
    return total;
  }

  /** The counters of one namespace. */
  of(cluster: string, namespace: string): Float64Array {
    return this.#clusters.get(cluster)?.get(namespace) ?? this.layout.create();
  }

  /** The rows of one namespace, of a resource that the aggregate reads itself. */
  rowsOf(resource: string, cluster: string, namespace: string): ResourceRow[] {
    const rows =
      this.#rows.get(resource)?.get(cluster)?.get(namespace) ?? noRows;
    return [...rows.values()];
  }

  /** Every namespace of a cluster of which something is known. */
  namespaces(cluster: string): ReadonlySet<string> {
    const names = new Set(this.#clusters.get(cluster)?.keys());
    for (const clusters of this.#rows.values()) {
      for (const name of clusters.get(cluster)?.keys() ?? []) names.add(name);
    }
    return names;
  }

  #remember(resource: string, row: ResourceRow): void {
    const clusters = this.#rows.get(resource);
    if (!clusters) return;
    const namespaces = clusters.get(row.cluster) ?? new Map();
    clusters.set(row.cluster, namespaces);
    const rows = namespaces.get(row.namespace) ?? new Map();
    namespaces.set(row.namespace, rows);
    rows.set(row.uid, row);
  }

  #forget(resource: string, row: ResourceRow): void {
    const namespaces = this.#rows.get(resource)?.get(row.cluster);
    const rows = namespaces?.get(row.namespace);
    rows?.delete(row.uid);
    if (rows?.size === 0) namespaces!.delete(row.namespace);
  }

  #recount(): void {
    const plus = this.#plus;
    for (const cluster of this.#inventory.clusters()) {
      for (const resource of this.#rows.keys()) {
        for (const row of this.#inventory.rows(resource, cluster).values()) {
          this.#remember(resource, row);
        }
      }
      for (const [resource, counts] of this.#counts) {
        for (const row of this.#inventory.rows(resource, cluster).values()) {
          plus.target = this.#of(cluster, row.namespace);
          for (const count of counts) {
            count(row, plus.add);
          }
        }
      }
    }
  }

  #of(cluster: string, namespace: string): Float64Array {
    let namespaces = this.#clusters.get(cluster);
    if (!namespaces) {
      namespaces = new Map();
      this.#clusters.set(cluster, namespaces);
    }
    let values = namespaces.get(namespace);
    if (!values) {
      values = this.layout.create();
      namespaces.set(namespace, values);
    }
    return values;
  }
}
