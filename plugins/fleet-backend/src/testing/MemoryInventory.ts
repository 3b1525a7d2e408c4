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
  Inventory,
  ResourceState,
  RowBatch,
  RowChange,
} from '../inventory/Inventory';

/**
 * An inventory that a test fills by hand, to drive views without clusters.
 */
export class MemoryInventory implements Inventory {
  readonly retained: string[] = [];
  readonly #rows = new Map<string, Map<string, Map<string, ResourceRow>>>();
  readonly #states = new Map<string, ResourceState>();
  readonly #onRows = new Set<(batch: RowBatch) => void>();
  readonly #onState = new Set<(cluster: string, resource: string) => void>();
  readonly #onClusters = new Set<() => void>();

  constructor(clusters: readonly string[]) {
    clusters.forEach(cluster => this.#rows.set(cluster, new Map()));
  }

  clusters(): readonly string[] {
    return [...this.#rows.keys()];
  }

  addCluster(cluster: string): void {
    this.#rows.set(cluster, new Map());
    this.#onClusters.forEach(listener => listener());
  }

  rows<TRow extends ResourceRow>(
    resource: string,
    cluster: string,
  ): ReadonlyMap<string, TRow> {
    return this.#map(resource, cluster) as Map<string, TRow>;
  }

  state(resource: string, cluster: string): ResourceState {
    return (
      this.#states.get(`${cluster} ${resource}`) ?? {
        phase: 'live',
        known: true,
        since: 0,
        lastContact: 1000,
      }
    );
  }

  setState(cluster: string, resource: string, state: ResourceState): void {
    this.#states.set(`${cluster} ${resource}`, state);
    this.#onState.forEach(listener => listener(cluster, resource));
  }

  retain(resources: readonly string[]): () => void {
    this.retained.push(...resources);
    return () => {
      for (const resource of resources) {
        this.retained.splice(this.retained.indexOf(resource), 1);
      }
    };
  }

  /** Puts rows in place of those with the same uid and tells of it as one batch. */
  put(resource: string, ...rows: ResourceRow[]): void {
    const byCluster = new Map<string, RowChange[]>();
    for (const row of rows) {
      const known = this.#map(resource, row.cluster);
      const previous = known.get(row.uid);
      known.set(row.uid, row);
      const changes = byCluster.get(row.cluster) ?? [];
      changes.push({ previous, row });
      byCluster.set(row.cluster, changes);
    }
    for (const [cluster, changes] of byCluster) {
      this.#tell({ cluster, resource, changes });
    }
  }

  remove(resource: string, cluster: string, uid: string): void {
    const known = this.#map(resource, cluster);
    const previous = known.get(uid);
    if (previous) {
      known.delete(uid);
      this.#tell({ cluster, resource, changes: [{ previous }] });
    }
  }

  onRows(listener: (batch: RowBatch) => void): () => void {
    this.#onRows.add(listener);
    return () => this.#onRows.delete(listener);
  }

  onState(listener: (cluster: string, resource: string) => void): () => void {
    this.#onState.add(listener);
    return () => this.#onState.delete(listener);
  }

  onClusters(listener: () => void): () => void {
    this.#onClusters.add(listener);
    return () => this.#onClusters.delete(listener);
  }

  #tell(batch: RowBatch): void {
    this.#onRows.forEach(listener => listener(batch));
  }

  #map(resource: string, cluster: string): Map<string, ResourceRow> {
    const resources = this.#rows.get(cluster);
    if (!resources) {
      return new Map();
    }
    let rows = resources.get(resource);
    if (!rows) {
      rows = new Map();
      resources.set(resource, rows);
    }
    return rows;
  }
}
