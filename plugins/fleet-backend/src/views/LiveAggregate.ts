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
  ClusterRow,
  clustersResource,
  ResourceRef,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  AggregateView,
  ClusterCounters,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { Inventory, RowBatch } from '../inventory/Inventory';
import { AggregateCounters } from './AggregateCounters';
import { LiveQuery } from './LiveQuery';
import { NamespaceRows } from './NamespaceRows';
import { QueryScope } from './QueryScope';
import { resourcesOf } from './resourcesOf';

interface AggregatePart {
  part: ClusterCounters<string>;
  row: object | undefined;
}

export class LiveAggregate implements LiveQuery {
  readonly view: AggregateView;
  readonly scope: QueryScope;
  readonly reads: readonly string[];
  readonly #counters: AggregateCounters;
  readonly #inventory: Inventory;
  readonly #params: unknown;
  readonly #namespaces: NamespaceRows | undefined;
  readonly #parts = new Map<string, AggregatePart>();
  #answer: { rows: object[]; summary: object } | undefined;

  constructor(options: {
    view: AggregateView;
    params: unknown;
    scope: QueryScope;
    counters: AggregateCounters;
    inventory: Inventory;
  }) {
    this.view = options.view;
    this.scope = options.scope;
    this.reads = [
      ...new Set([
        ...resourcesOf(options.view).map(({ id }) => id),
        clustersResource.id,
      ]),
    ];
    this.#counters = options.counters;
    this.#inventory = options.inventory;
    this.#params = options.params;
    this.#namespaces = options.view.namespaceRow
      ? new NamespaceRows({
          ...options,
          clusterPart: cluster => this.#partOf(cluster).part,
        })
      : undefined;
  }

  covers(): boolean {
    return true;
  }

  apply(batch: RowBatch): boolean {
    if (!this.scope.admitsCluster(batch.cluster)) {
      return false;
    }
    this.#namespaces?.apply(batch);
    this.#parts.delete(batch.cluster);
    this.#answer = undefined;
    return true;
  }

  reset(): void {
    this.#namespaces?.reset();
    this.#parts.clear();
    this.#answer = undefined;
  }

  rows(): object[] {
    return this.#current().rows;
  }

  total(): number {
    return this.#current().rows.length;
  }

  summary(): object {
    return this.#current().summary;
  }

  failures(): [] {
    return [];
  }

  #current(): { rows: object[]; summary: object } {
    if (!this.#answer) {
      const parts: ClusterCounters<string>[] = [];
      const ofClusters: object[] = [];
      for (const cluster of this.#inventory.clusters()) {
        if (this.scope.admitsCluster(cluster)) {
          const { part, row } = this.#partOf(cluster);
          parts.push(part);
          if (row) ofClusters.push(row);
        }
      }
      const rows = this.#namespaces?.rows() ?? ofClusters;
      this.#answer = {
        rows,
        summary: this.view.summarise(parts, this.#params, rows),
      };
    }
    return this.#answer;
  }

  /** Only a cluster in which something changed is added up anew; the others keep their row. */
  #partOf(cluster: string): AggregatePart {
    let known = this.#parts.get(cluster);
    if (!known) {
      const part = this.#part(cluster);
      known = { part, row: this.view.row?.(part, this.#params) };
      this.#parts.set(cluster, known);
    }
    return known;
  }

  #part(cluster: string): ClusterCounters<string> {
    const sums = this.#counters.sum(cluster, namespace =>
      this.scope.admits(cluster, namespace),
    );
    const connection = this.#inventory
      .rows<ClusterRow>(clustersResource.id, cluster)
      .values()
      .next().value;
    // Parts are made anew when a state has changed, so each is asked for once.
    const states = new Map<string, boolean>();
    const known = (resource: ResourceRef<any>): boolean => {
      let isKnown = states.get(resource.id);
      if (isKnown === undefined) {
        isKnown =
          (resource.scope === 'namespace' || this.scope.admits(cluster, '')) &&
          this.#inventory.state(resource.id, cluster).known;
        states.set(resource.id, isKnown);
      }
      return isKnown;
    };
    return {
      cluster,
      counters: this.#counters.layout.read(sums),
      known,
      connection,
    };
  }
}
