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
  CoverageFailure,
  ResourceRow,
  StatusFilter,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { CollectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { Inventory, RowBatch } from '../inventory/Inventory';
import { WorkSlicer } from '../inventory/scheduling/WorkSlicer';
import { CollectedRows } from './CollectedRows';
import { LiveQuery, RowWindow } from './LiveQuery';
import { QueryScope } from './QueryScope';
import { RowMatcher } from './RowMatcher';
import { runInSteps } from './runInSteps';

export interface LiveCollectionOptions {
  readonly view: CollectionView;
  readonly params: unknown;
  readonly scope: QueryScope;
  readonly sort: string;
  readonly search?: string;
  readonly statuses?: readonly StatusFilter[];
  readonly inventory: Inventory;
  readonly slicer: WorkSlicer;
  readonly now: () => number;
  /** Called when rows that took their time can be shown. */
  readonly onReady: () => void;
}

/** A collection that is kept up to date. What is shown stays until what replaces it is ready. */
export class LiveCollection implements LiveQuery {
  readonly view: CollectionView;
  readonly scope: QueryScope;
  readonly reads: readonly string[];
  readonly #options: LiveCollectionOptions;
  readonly #depths = { ascending: -1, descending: -1 };
  #shown: CollectedRows | undefined;
  #next: CollectedRows | undefined;
  #stopNext = () => {};
  #renewedAt: number;

  /** @throws InputError for parameters that the view's filter refuses. */
  constructor(options: LiveCollectionOptions) {
    this.view = options.view;
    this.scope = options.scope;
    this.reads = options.view.resources.map(({ id }) => id);
    this.#options = options;
    this.#renewedAt = options.now();
    this.#createMatcher();
  }

  prepare(window: RowWindow): void {
    const end = window.offset + window.limit;
    const direction = window.descending ? 'descending' : 'ascending';
    if (this.#depths[direction] < end) {
      this.#depths[direction] = end;
      if (!this.covers(window)) this.reset();
    }
  }

  covers(window: RowWindow): boolean {
    return this.#shown?.covers(window) ?? false;
  }

  apply(batch: RowBatch): boolean {
    this.#next?.apply(batch);
    const changed = this.#shown?.apply(batch) ?? false;
    const isUnfit =
      changed === 'broken' || (changed && this.#shown?.isThin(this.#depths));
    if (isUnfit && !this.#next) {
      this.reset();
    }
    return Boolean(changed);
  }

  reset(): void {
    const { view, params, sort, inventory, slicer, now, onReady } =
      this.#options;
    this.#stopNext();
    this.#renewedAt = now();
    const next = new CollectedRows({
      view,
      params,
      sort,
      matcher: this.#createMatcher(),
      inventory,
      depths: { ...this.#depths },
    });
    this.#next = next;
    this.#stopNext = runInSteps(slicer, next.collect(), sound => {
      this.#next = undefined;
      if (sound) {
        this.#shown = next;
        onReady();
      } else {
        this.reset();
      }
    });
  }

  stop(): void {
    this.#stopNext();
  }

  rows(window: RowWindow): ResourceRow[] {
    return this.#shown?.rows(window) ?? [];
  }

  total(): number {
    return this.#shown?.total() ?? 0;
  }

  summary(): object {
    return this.#shown?.summary() ?? {};
  }

  failures(): CoverageFailure[] {
    return this.#shown?.failures() ?? [];
  }

  dueIn(): number | undefined {
    const { renewEvery } = this.view;
    const every =
      typeof renewEvery === 'function'
        ? renewEvery(this.#options.params)
        : renewEvery;
    return every && Math.max(0, this.#renewedAt + every - this.#options.now());
  }

  invalidate(): void {
    this.reset();
  }

  #createMatcher(): RowMatcher {
    const { view, params, scope, search, statuses } = this.#options;
    return new RowMatcher({
      view,
      params,
      scope,
      search,
      statuses,
      now: this.#renewedAt,
    });
  }
}
