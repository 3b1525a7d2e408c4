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

import { isDeepStrictEqual } from 'node:util';
import {
  ClusterRow,
  clustersResource,
  NamespaceRow,
  namespacesResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterResource,
  NamespaceResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { Inventory, RowBatch } from '../inventory/Inventory';

/** Names the owner of a cluster or a namespace: an entity ref. */
const OWNER_LABEL = 'backstage.io/owner';

/**
 * Finds clusters and namespaces by name for permission rules, and notices when something that rules look at has changed.
 */
export class NamespaceDirectory {
  readonly #inventory: Inventory;
  readonly #namespaces = new Map<string, Map<string, NamespaceRow>>();
  #epoch = 0;

  constructor(inventory: Inventory) {
    this.#inventory = inventory;
    inventory.onRows(batch => this.#apply(batch));
    for (const cluster of inventory.clusters()) {
      for (const row of inventory
        .rows<NamespaceRow>(namespacesResource.id, cluster)
        .values()) {
        this.#of(cluster).set(row.name, row);
      }
    }
  }

  /** Grows whenever the answer of a rule about labels or owners may have changed. */
  get epoch(): number {
    return this.#epoch;
  }

  namespaces(cluster: string): Iterable<string> {
    return this.#namespaces.get(cluster)?.keys() ?? [];
  }

  clusterResource(cluster: string): ClusterResource {
    const row = this.#clusterRow(cluster);
    const labels = row?.labels ?? {};
    return { name: cluster, labels, owner: labels[OWNER_LABEL] };
  }

  namespaceResource(cluster: string, namespace: string): NamespaceResource {
    const row = this.#namespaces.get(cluster)?.get(namespace);
    return {
      cluster: this.clusterResource(cluster),
      name: namespace,
      labels: row?.labels ?? {},
      owner: row?.owner,
    };
  }

  #clusterRow(cluster: string): ClusterRow | undefined {
    const rows = this.#inventory.rows<ClusterRow>(clustersResource.id, cluster);
    return rows.values().next().value;
  }

  #of(cluster: string): Map<string, NamespaceRow> {
    let known = this.#namespaces.get(cluster);
    if (!known) {
      known = new Map();
      this.#namespaces.set(cluster, known);
    }
    return known;
  }

  #applyClusters(batch: RowBatch): void {
    for (const change of batch.changes) {
      const before = (change.previous as ClusterRow | undefined)?.labels;
      const after = (change.row as ClusterRow | undefined)?.labels;
      if (!after) {
        this.#namespaces.delete(batch.cluster);
      }
      if (!isDeepStrictEqual(before, after)) {
        this.#epoch += 1;
      }
    }
  }

  #apply(batch: RowBatch): void {
    if (batch.resource === clustersResource.id) {
      this.#applyClusters(batch);
      return;
    }
    if (batch.resource !== namespacesResource.id) {
      return;
    }
    const known = this.#of(batch.cluster);
    for (const change of batch.changes) {
      const previous = change.previous as NamespaceRow | undefined;
      const row = change.row as NamespaceRow | undefined;
      if (previous && known.get(previous.name) === previous) {
        known.delete(previous.name);
      }
      if (row) {
        known.set(row.name, row);
      }
      if (!sameMetadata(previous, row)) {
        this.#epoch += 1;
      }
    }
  }
}

function sameMetadata(a?: NamespaceRow, b?: NamespaceRow): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.owner === b.owner &&
    JSON.stringify(a.labels) === JSON.stringify(b.labels)
  );
}
