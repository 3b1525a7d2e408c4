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
  ResourceRef,
  ResourceRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ComputedView } from '@quarterdeck/backstage-plugin-fleet-node';
import { Inventory, RowBatch } from '../inventory/Inventory';
import { LiveQuery } from './LiveQuery';
import { QueryScope } from './QueryScope';

/** Shortest time between two computations of one cluster. */
const RECOMPUTE_MS = 1000;

interface Partial {
  rows: object[];
  tally?: unknown;
  computedAt: number;
  stale: boolean;
  failure?: CoverageFailure;
}

/**
 * Keeps the partial results of a computed view by cluster, and computes a changed cluster again when it was not just done.
 */
export class LiveComputed implements LiveQuery {
  readonly view: ComputedView;
  readonly scope: QueryScope;
  readonly reads: readonly string[];
  readonly #inventory: Inventory;
  readonly #params: unknown;
  readonly #now: () => number;
  readonly #partials = new Map<string, Partial>();
  readonly #unsubscribe: () => void;
  #answer: { rows: object[]; summary: object } | undefined;

  constructor(options: {
    view: ComputedView;
    params: unknown;
    scope: QueryScope;
    inventory: Inventory;
    now: () => number;
    /** Called when what it shows beside rows has changed. */
    onChange: () => void;
  }) {
    this.view = options.view;
    this.scope = options.scope;
    this.reads = Object.values<ResourceRef>(options.view.reads).map(
      ref => ref.id,
    );
    this.#inventory = options.inventory;
    this.#params = options.params;
    this.#now = options.now;
    const unsubscribe = this.view.source?.onChange(() => {
      this.reset();
      options.onChange();
    });
    this.#unsubscribe = unsubscribe ?? (() => {});
  }

  prepare(): void {
    this.view.source?.prepare(this.#params);
  }

  covers(): boolean {
    return this.view.source?.isReady(this.#params) ?? true;
  }

  asOf(): number | undefined {
    return this.view.source?.asOf();
  }

  stop(): void {
    this.#unsubscribe();
  }

  apply(batch: RowBatch): boolean {
    if (!this.scope.admitsCluster(batch.cluster)) {
      return false;
    }
    this.doubt(batch.cluster);
    return true;
  }

  /** Something about a cluster has changed: it is computed again, though not at once. */
  doubt(cluster: string): void {
    const partial = this.#partials.get(cluster);
    if (partial) {
      partial.stale = true;
    }
    this.#answer = undefined;
  }

  reset(): void {
    this.#partials.clear();
    this.#answer = undefined;
  }

  dueIn(): number | undefined {
    let due: number | undefined;
    for (const partial of this.#partials.values()) {
      const age = this.#longest(partial);
      if (age !== undefined) {
        const wait = partial.computedAt + age - this.#now();
        due = Math.min(due ?? wait, wait);
      }
    }
    return due === undefined ? undefined : Math.max(0, due);
  }

  invalidate(): void {
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

  failures(): CoverageFailure[] {
    this.#current();
    return [...this.#partials.values()].flatMap(partial =>
      partial.failure ? [partial.failure] : [],
    );
  }

  #current(): { rows: object[]; summary: object } {
    if (!this.#answer) {
      const computed: object[] = [];
      const tallies: unknown[] = [];
      for (const cluster of this.#inventory.clusters()) {
        if (this.scope.admitsCluster(cluster)) {
          const partial = this.#partial(cluster);
          for (const row of partial.rows) computed.push(row);
          if (partial.tally !== undefined) tallies.push(partial.tally);
        } else {
          this.#partials.delete(cluster);
        }
      }
      const rows =
        this.view.combine?.(computed, this.#params, tallies) ?? computed;
      if (this.view.compare) {
        rows.sort(this.view.compare);
      }
      this.#answer = {
        rows,
        summary: this.view.summarise(rows, this.#params, tallies),
      };
    }
    return this.#answer;
  }

  #partial(cluster: string): Partial {
    const now = this.#now();
    const existing = this.#partials.get(cluster);
    const longest = existing && this.#longest(existing);
    if (
      existing &&
      (longest === undefined || now - existing.computedAt < longest)
    ) {
      return existing;
    }
    const partial = this.#compute(cluster, now);
    this.#partials.set(cluster, partial);
    return partial;
  }

  /** Milliseconds that a result is used for; as long as nothing changes when undefined. */
  #longest(partial: Partial): number | undefined {
    return partial.stale ? RECOMPUTE_MS : this.view.renewEvery;
  }

  #isKnown(resource: ResourceRef, cluster: string): boolean {
    return (
      (resource.scope === 'namespace' || this.scope.admits(cluster, '')) &&
      this.#inventory.state(resource.id, cluster).known
    );
  }

  #compute(cluster: string, now: number): Partial {
    const reads: Record<string, ResourceRow[]> = {};
    let count = 0;
    for (const [name, ref] of Object.entries<ResourceRef>(this.view.reads)) {
      const rows: ResourceRow[] = [];
      for (const row of this.#inventory.rows(ref.id, cluster).values()) {
        if (this.scope.admits(cluster, row.namespace)) {
          rows.push(row);
        }
      }
      reads[name] = rows;
      count += rows.length;
    }
    const done = { computedAt: now, stale: false };
    if (count > this.view.maxRows) {
      return {
        ...done,
        rows: [],
        failure: {
          cluster,
          reason: 'too-large',
          message: `${count} rows are more than the ${this.view.maxRows} that this view can bear`,
        },
      };
    }
    try {
      return {
        ...done,
        rows: this.view.compute(reads, this.#params, cluster, now, resource =>
          this.#isKnown(resource, cluster),
        ),
        tally: this.view.tally?.(reads, this.#params, now, {
          cluster,
          seesAll: () => this.scope.seesAll(cluster),
        }),
      };
    } catch (error) {
      return {
        ...done,
        rows: [],
        failure: {
          cluster,
          reason: 'degraded',
          message: `The view could not be computed: ${error instanceof Error ? error.message : error}`,
        },
      };
    }
  }
}
