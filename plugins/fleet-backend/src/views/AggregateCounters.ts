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
import {
  AddToCounter,
  AggregateView,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { Inventory, RowBatch } from '../inventory/Inventory';
import { CounterLayout } from './CounterSet';

type Count = (row: ResourceRow, add: AddToCounter<string>) => void;

/**
 * The counters of one aggregate by cluster and namespace, for all who look at it whatever they may see.
 */
export class AggregateCounters {
  readonly layout: CounterLayout;
  readonly #inventory: Inventory;
  readonly #counts = new Map<string, Count[]>();
  readonly #clusters = new Map<string, Map<string, Float64Array>>();

  constructor(view: AggregateView, inventory: Inventory) {
    this.layout = new CounterLayout(view.counters);
    this.#inventory = inventory;
    for (const part of view.contributions) {
      const counts = this.#counts.get(part.resource.id) ?? [];
      counts.push(part.count);
      this.#counts.set(part.resource.id, counts);
    }
    this.#recount();
  }

  apply(batch: RowBatch): void {
    const counts = this.#counts.get(batch.resource);
    if (!counts) {
      return;
    }
    const minus = this.layout.adder(-1);
    const plus = this.layout.adder(1);
    for (const { previous, row } of batch.changes) {
      for (const count of counts) {
        if (previous) {
          minus.target = this.#of(batch.cluster, previous.namespace);
          count(previous, minus.add);
        }
        if (row) {
          plus.target = this.#of(batch.cluster, row.namespace);
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

  #recount(): void {
    const plus = this.layout.adder(1);
    for (const cluster of this.#inventory.clusters()) {
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
