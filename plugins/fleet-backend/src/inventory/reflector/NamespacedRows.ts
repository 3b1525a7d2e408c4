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
import { RowTable } from '../store/RowTable';
import { KeptRows } from './ReflectorContext';

/** The part of a table that belongs to one namespace. */
export class NamespacedRows implements KeptRows {
  readonly #table: RowTable;
  readonly #namespace: string;

  constructor(table: RowTable, namespace: string) {
    this.#table = table;
    this.#namespace = namespace;
  }

  upsert(row: ResourceRow): void {
    // What a server gives beyond what it was asked for is not kept.
    if (row.namespace === this.#namespace) {
      this.#table.upsert(row);
    }
  }

  remove(uid: string): void {
    if (this.#table.rows.get(uid)?.namespace === this.#namespace) {
      this.#table.remove(uid);
    }
  }

  retainOnly(uids: ReadonlySet<string>): void {
    for (const { uid, namespace } of this.#table.rows.values()) {
      if (namespace === this.#namespace && !uids.has(uid)) {
        this.#table.remove(uid);
      }
    }
  }

  clear(): void {
    this.retainOnly(new Set());
  }

  flush(): void {
    this.#table.flush();
  }
}
