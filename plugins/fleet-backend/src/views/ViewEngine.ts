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

import { NotFoundError } from '@backstage/errors';
import {
  clustersResource,
  Coverage,
  namespacesResource,
  ViewAnswer,
  ViewQuery,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  AggregateView,
  ViewImplementation,
} from '@quarterdeck/backstage-plugin-fleet-node';
import stringify from 'safe-stable-stringify';
import { Inventory, RowBatch } from '../inventory/Inventory';
import { NamespaceDirectory } from '../permissions/NamespaceDirectory';
import { Viewer } from '../permissions/Viewer';
import { AggregateCounters } from './AggregateCounters';
import { coverageOf, timeOfData } from './coverageOf';
import { LiveAggregate } from './LiveAggregate';
import { LiveCollection } from './LiveCollection';
import { LiveComputed } from './LiveComputed';
import { LiveQuery, RowWindow } from './LiveQuery';
import { QueryScope } from './QueryScope';
import { parseParams, sortOf } from './readQuery';
import { resourcesOf } from './resourcesOf';

/** How long a question is kept up to date after the last who asked it has gone. */
const LINGER_MS = 60_000;

/** Longest that a single read waits for the first list of what it needs. */
const SETTLE_MS = 3_000;

/** A question that is held open. */
export interface OpenQuery {
  /** Equal for equal questions, windows included, of viewers who may see the same. */
  readonly key: string;
  readonly live: LiveQuery;
  readonly window: RowWindow;
  release(): void;
}

interface Held {
  live: LiveQuery;
  holders: number;
  stopRetaining: () => void;
  linger?: NodeJS.Timeout;
}

interface Wake {
  timer: NodeJS.Timeout;
  at: number;
}

/**
 * Answers questions to views and keeps the answers up to date.
 */
export class ViewEngine {
  readonly #inventory: Inventory;
  readonly #directory: NamespaceDirectory;
  readonly #views: ReadonlyMap<string, ViewImplementation>;
  readonly #now: () => number;
  readonly #held = new Map<string, Held>();
  readonly #byResource = new Map<string, Set<Held>>();
  readonly #counters = new Map<string, AggregateCounters>();
  readonly #listeners = new Set<(live: LiveQuery) => void>();
  /** Runs out when the passing of time may change what a question shows. */
  readonly #wakes = new Map<LiveQuery, Wake>();
  /** Made anew only when something that it tells may have changed, since it walks all clusters and namespaces. */
  #coverages = new WeakMap<LiveQuery, Coverage>();
  readonly #unsubscribe: (() => void)[];

  constructor(options: {
    inventory: Inventory;
    directory: NamespaceDirectory;
    views: readonly ViewImplementation[];
    now?: () => number;
  }) {
    this.#inventory = options.inventory;
    this.#directory = options.directory;
    this.#now = options.now ?? Date.now;
    this.#views = new Map(options.views.map(view => [view.ref.id, view]));
    this.#unsubscribe = [
      this.#inventory.onRows(batch => this.#onRows(batch)),
      this.#inventory.onState((_, resource) => this.#onState(resource)),
      this.#inventory.onClusters(() => this.#onClusters()),
    ];
  }

  get views(): readonly ViewImplementation[] {
    return [...this.#views.values()];
  }

  view(id: string): ViewImplementation {
    const view = this.#views.get(id);
    if (!view) {
      throw new NotFoundError(`There is no view '${id}'`);
    }
    return view;
  }

  /** Called when what a question shows may have changed. */
  onChange(listener: (live: LiveQuery) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Opens a question and keeps it up to date until it is released.
   *
   * @throws NotFoundError for an unknown view, InputError for wrong parameters or an unknown order.
   */
  open(query: ViewQuery, viewer: Viewer): OpenQuery {
    const view = this.view(query.view);
    const params = parseParams(view, query.params);
    const scope = new QueryScope({
      viewer,
      visibility: view.visibility,
      scope: query.scope,
      directory: this.#directory,
    });
    const sort = sortOf(view, query.window.sort);
    const search = query.window.search?.trim() || undefined;
    const key = stringify([view.ref.id, params, scope.key, sort, search]);
    const held = this.#hold(key, () =>
      this.#create({ view, params, scope, sort, search }),
    );
    const window = {
      offset: query.window.offset,
      limit: query.window.limit,
      descending: query.window.descending,
    };
    let released = false;
    return {
      key: `${key}#${window.offset},${window.limit},${window.descending}`,
      live: held.live,
      window,
      release: () => {
        if (!released) {
          released = true;
          this.#letGo(key, held);
        }
      },
    };
  }

  /** Answers a question once, waiting a little for what was not watched before. */
  async read(query: ViewQuery, viewer: Viewer): Promise<ViewAnswer> {
    const open = this.open(query, viewer);
    try {
      await this.#settled(open.live);
      const answer = this.answer(open);
      const asOf = this.asOf(open.live);
      return asOf === undefined
        ? answer
        : { ...answer, coverage: { ...answer.coverage, asOf } };
    } finally {
      open.release();
    }
  }

  /** The present answer. Its coverage is the same object as long as nothing in it but the time of the data has changed. */
  answer(open: OpenQuery): ViewAnswer {
    const { live } = open;
    const answer = {
      rows: live.rows(open.window),
      total: live.total(),
      summary: live.summary(),
      coverage: this.#coverage(live),
    };
    this.#wakeWhenDue(live);
    return answer;
  }

  /** Since when at least the data is, in epoch milliseconds. */
  asOf(live: LiveQuery): number | undefined {
    return timeOfData({
      inventory: this.#inventory,
      reads: live.reads,
      coverage: this.#coverage(live),
      scope: live.scope,
    });
  }

  #coverage(live: LiveQuery): Coverage {
    const failures = live.failures();
    const known = this.#coverages.get(live);
    if (known && failures.length === 0) {
      return known;
    }
    const resources = resourcesOf(live.view);
    const coverage = coverageOf({
      inventory: this.#inventory,
      scope: live.scope,
      reads: live.reads,
      titles: new Map(resources.map(({ id, title }) => [id, title ?? id])),
      namespaced: resources.some(({ scope }) => scope === 'namespace'),
      failures,
    });
    if (failures.length === 0) {
      this.#coverages.set(live, coverage);
    }
    return coverage;
  }

  stop(): void {
    this.#unsubscribe.forEach(unsubscribe => unsubscribe());
    for (const held of this.#held.values()) {
      clearTimeout(held.linger);
      held.stopRetaining();
    }
    this.#wakes.forEach(({ timer }) => clearTimeout(timer));
    this.#wakes.clear();
    this.#held.clear();
    this.#byResource.clear();
  }

  #create(options: {
    view: ViewImplementation;
    params: unknown;
    scope: QueryScope;
    sort: string;
    search: string | undefined;
  }): LiveQuery {
    const { view, params, scope } = options;
    const inventory = this.#inventory;
    switch (view.kind) {
      case 'collection':
        return new LiveCollection({
          ...options,
          view,
          inventory,
          now: this.#now,
        });
      case 'aggregate':
        return new LiveAggregate({
          view,
          params,
          scope,
          inventory,
          counters: this.#countersOf(view),
        });
      default:
        return new LiveComputed({
          view,
          params,
          scope,
          inventory,
          now: this.#now,
        });
    }
  }

  /** Counters are few and cheap to keep, so once made they stay for the life of the process. */
  #countersOf(view: AggregateView): AggregateCounters {
    let counters = this.#counters.get(view.ref.id);
    if (!counters) {
      counters = new AggregateCounters(view, this.#inventory);
      this.#counters.set(view.ref.id, counters);
    }
    return counters;
  }

  #hold(key: string, create: () => LiveQuery): Held {
    let held = this.#held.get(key);
    if (!held) {
      const live = create();
      held = {
        live,
        holders: 0,
        stopRetaining: this.#inventory.retain(live.reads),
      };
      this.#held.set(key, held);
      for (const resource of live.reads) {
        const users = this.#byResource.get(resource) ?? new Set();
        users.add(held);
        this.#byResource.set(resource, users);
      }
    }
    clearTimeout(held.linger);
    held.holders += 1;
    return held;
  }

  #letGo(key: string, held: Held): void {
    held.holders -= 1;
    if (held.holders > 0) {
      return;
    }
    held.linger = setTimeout(() => {
      this.#held.delete(key);
      held.live.reads.forEach(resource =>
        this.#byResource.get(resource)?.delete(held),
      );
      clearTimeout(this.#wakes.get(held.live)?.timer);
      this.#wakes.delete(held.live);
      held.stopRetaining();
    }, LINGER_MS);
    held.linger.unref();
  }

  #onRows(batch: RowBatch): void {
    if (
      batch.resource === clustersResource.id ||
      batch.resource === namespacesResource.id
    ) {
      this.#coverages = new WeakMap();
    }
    for (const counters of this.#counters.values()) {
      counters.apply(batch);
    }
    for (const held of this.#byResource.get(batch.resource) ?? []) {
      if (held.live.apply(batch)) {
        this.#announce(held);
      }
    }
  }

  #onState(resource: string): void {
    for (const held of this.#byResource.get(resource) ?? []) {
      if (held.live instanceof LiveAggregate) {
        held.live.reset();
      }
      this.#coverages.delete(held.live);
      this.#announce(held);
    }
  }

  #onClusters(): void {
    this.#coverages = new WeakMap();
    for (const held of this.#held.values()) {
      held.live.reset();
      this.#announce(held);
    }
  }

  #announce(held: Held): void {
    this.#wakeWhenDue(held.live);
    this.#listeners.forEach(listener => listener(held.live));
  }

  #wakeWhenDue(live: LiveQuery): void {
    const due = live.dueIn?.();
    if (!due) {
      return;
    }
    const at = this.#now() + due;
    const sooner = this.#wakes.get(live);
    if (sooner && sooner.at <= at) {
      return;
    }
    clearTimeout(sooner?.timer);
    const timer = setTimeout(() => {
      this.#wakes.delete(live);
      live.invalidate?.();
      this.#listeners.forEach(listener => listener(live));
    }, due);
    timer.unref();
    this.#wakes.set(live, { timer, at });
  }

  async #settled(live: LiveQuery): Promise<void> {
    const syncing = () =>
      this.#inventory
        .clusters()
        .some(cluster =>
          live.reads.some(resource =>
            ['idle', 'syncing'].includes(
              this.#inventory.state(resource, cluster).phase,
            ),
          ),
        );
    if (!syncing()) {
      return;
    }
    let timer: NodeJS.Timeout | undefined;
    let unsubscribe: (() => void) | undefined;
    await new Promise<void>(resolve => {
      timer = setTimeout(resolve, SETTLE_MS);
      unsubscribe = this.#inventory.onState(() => {
        if (!syncing()) resolve();
      });
    });
    clearTimeout(timer);
    unsubscribe?.();
  }
}
