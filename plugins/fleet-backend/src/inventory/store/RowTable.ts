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
import { RowBatch, RowChange } from '../Inventory';
import { equalRows } from './equalRows';

/** The rows of one resource of one cluster by uid. Changes are gathered and told together by {@link RowTable.flush}. */
export class RowTable {
  readonly cluster: string;
  readonly resource: string;
  readonly #rows = new Map<string, ResourceRow>();
  readonly #onBatch: (batch: RowBatch) => void;
  #changes: RowChange[] = [];
  #closed = false;

  constructor(options: {
    cluster: string;
    resource: string;
    onBatch: (batch: RowBatch) => void;
  }) {
    this.cluster = options.cluster;
    this.resource = options.resource;
    this.#onBatch = options.onBatch;
  }

  get rows(): ReadonlyMap<string, ResourceRow> {
    return this.#rows;
  }

  upsert(row: ResourceRow): void {
    if (this.#closed) return;
    const previous = this.#rows.get(row.uid);
    if (previous) {
      if (equalRows(previous, row)) return;
      this.#rows.set(row.uid, row);
      this.#changes.push({ previous, row });
    } else {
      this.#rows.set(row.uid, row);
      this.#changes.push({ row });
    }
  }

  remove(uid: string): void {
    const previous = this.#rows.get(uid);
    if (previous) {
      this.#rows.delete(uid);
      this.#changes.push({ previous });
    }
  }

  /** Removes what a complete list did not hold. */
  retainOnly(uids: ReadonlySet<string>): void {
    for (const uid of this.#rows.keys()) {
      if (!uids.has(uid)) {
        this.remove(uid);
      }
    }
  }

  clear(): void {
    for (const uid of [...this.#rows.keys()]) {
      this.remove(uid);
    }
  }

  /** Lets all rows go, says so, and takes none any more. */
  close(): void {
    this.clear();
    this.flush();
    this.#closed = true;
  }

  flush(): void {
    if (this.#changes.length === 0) return;
    const changes = this.#changes;
    this.#changes = [];
    this.#onBatch({ cluster: this.cluster, resource: this.resource, changes });
  }
}
