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
  ResourceRow,
  StatusFilter,
  statusOfRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { CollectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { QueryScope } from './QueryScope';

type SearchedRow = ResourceRow & {
  readonly severity?: unknown;
  readonly status?: unknown;
  readonly reason?: unknown;
};

const MOST_REMEMBERED = 10_000;

/** Texts that many rows share, so that each is looked at once, and the one of the row before not even looked up. */
class SharedTexts {
  readonly #known = new Map<string, boolean>();
  #last: unknown;
  #lastContains = false;

  contain(text: unknown, search: string): boolean {
    if (text !== this.#last) {
      this.#last = text;
      this.#lastContains =
        typeof text === 'string' && this.#lookUp(text, search);
    }
    return this.#lastContains;
  }

  #lookUp(text: string, search: string): boolean {
    let contains = this.#known.get(text);
    if (contains === undefined) {
      if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
      contains = text.toLowerCase().includes(search);
      this.#known.set(text, contains);
    }
    return contains;
  }
}

/** One word that is searched for. */
class SearchedWord {
  readonly #word: string;
  readonly #namespaces = new SharedTexts();
  readonly #clusters = new SharedTexts();
  readonly #statuses = new SharedTexts();
  readonly #reasons = new SharedTexts();

  constructor(word: string) {
    this.#word = word;
  }

  isIn(row: SearchedRow): boolean {
    const word = this.#word;
    return (
      row.name.toLowerCase().includes(word) ||
      this.#namespaces.contain(row.namespace, word) ||
      this.#clusters.contain(row.cluster, word) ||
      this.#statuses.contain(row.status, word) ||
      this.#reasons.contain(row.reason, word)
    );
  }
}

/**
 * Which rows belong to a question. Stays the same for its life, so that a row which was counted in is found again.
 */
export class RowMatcher {
  readonly #filter: ((row: ResourceRow) => boolean) | undefined;
  readonly #scope: QueryScope;
  readonly #words: readonly SearchedWord[];
  readonly #statuses: ReadonlySet<StatusFilter> | undefined;

  constructor(options: {
    view: CollectionView;
    params: unknown;
    scope: QueryScope;
    search: string | undefined;
    statuses: readonly StatusFilter[] | undefined;
    now: number;
  }) {
    this.#filter = options.view.filter?.(options.params, options.now);
    this.#scope = options.scope;
    this.#words = wordsOf(options.search).map(word => new SearchedWord(word));
    this.#statuses = options.statuses && new Set(options.statuses);
  }

  matches(row: ResourceRow): boolean {
    return (
      (this.#filter === undefined || this.#filter(row)) &&
      (this.#statuses === undefined ||
        this.#statuses.has(statusOfRow(row as SearchedRow))) &&
      this.#words.every(word => word.isIn(row)) &&
      this.#scope.admits(row.cluster, row.namespace)
    );
  }
}

function wordsOf(search: string | undefined): string[] {
  return search?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
}
