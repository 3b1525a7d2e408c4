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
import { QueryScope } from './QueryScope';

type SearchedRow = ResourceRow & {
  readonly status?: unknown;
  readonly reason?: unknown;
};

const MOST_REMEMBERED = 10_000;

/**
 * Which rows belong to a question. Stays the same for its life, so that a row which was counted in is found again.
 */
export class RowMatcher {
  readonly #filter: ((row: ResourceRow) => boolean) | undefined;
  readonly #scope: QueryScope;
  readonly #search: string | undefined;
  readonly #found = new Map<string, boolean>();

  constructor(options: {
    view: CollectionView;
    params: unknown;
    scope: QueryScope;
    search: string | undefined;
    now: number;
  }) {
    this.#filter = options.view.filter?.(options.params, options.now);
    this.#scope = options.scope;
    this.#search = options.search?.toLowerCase() || undefined;
  }

  matches(row: ResourceRow): boolean {
    return (
      (this.#filter === undefined || this.#filter(row)) &&
      (this.#search === undefined || this.#contains(row, this.#search)) &&
      this.#scope.admits(row.cluster, row.namespace)
    );
  }

  #contains(row: SearchedRow, search: string): boolean {
    return (
      row.name.toLowerCase().includes(search) ||
      this.#isFound(row.namespace, search) ||
      this.#isFound(row.cluster, search) ||
      this.#isFound(row.status, search) ||
      this.#isFound(row.reason, search)
    );
  }

  /** Many rows share these texts, so each is looked at once. */
  #isFound(value: unknown, search: string): boolean {
    if (typeof value !== 'string' || value === '') {
      return false;
    }
    let found = this.#found.get(value);
    if (found === undefined) {
      if (this.#found.size >= MOST_REMEMBERED) this.#found.clear();
      found = value.toLowerCase().includes(search);
      this.#found.set(value, found);
    }
    return found;
  }
}
