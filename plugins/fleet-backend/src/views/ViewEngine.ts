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
  filtersOfView,
  StatusFilter,
  ViewAnswer,
  ViewQuery,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  AggregateView,
  ViewImplementation,
} from '@quarterdeck/backstage-plugin-fleet-node';
import stringify from 'safe-stable-stringify';
import { Inventory, RowBatch } from '../inventory/Inventory';
import { WorkSlicer } from '../inventory/scheduling/WorkSlicer';
import { NamespaceDirectory } from '../permissions/NamespaceDirectory';
import { Viewer } from '../permissions/Viewer';
import { AggregateCounters } from './AggregateCounters';
import { Coverages } from './Coverages';
import { LiveAggregate } from './LiveAggregate';
import { LiveCollection } from './LiveCollection';
import { LiveComputed } from './LiveComputed';
import { LiveQuery, RowWindow } from './LiveQuery';
import { QueryScope } from './QueryScope';
import { parseParams, sortOf } from './readQuery';
import { untilSettled } from './untilSettled';
import { Wakes } from './Wakes';

/** How long a question is kept up to date after the last who asked it has gone. */
const LINGER_MS = 60_000;

/** The same for who read it once: long enough for the next page. A search that is being typed leaves a question a letter. */
const READ_LINGER_MS = 10_000;

/** A question that is held open. */
export interface OpenQuery {
  /** Equal for equal questions, windows included, of viewers who may see the same. */
  readonly key: string;
  readonly live: LiveQuery;
  readonly window: RowWindow;
  /** Whether there is an answer. */
  isReady(): boolean;
  release(): void;
}

/** A question that was understood. */
interface Question {
  readonly view: ViewImplementation;
  readonly params: unknown;
  readonly scope: QueryScope;
  readonly sort: string;
  readonly search: string | undefined;
  readonly statuses: readonly StatusFilter[] | undefined;
  readonly window: RowWindow;
  /** Equal for equal questions, windows left out. */
  readonly key: string;
}

interface Held {
  live: LiveQuery;
  holders: number;
  stopRetaining: () => void;
  linger?: NodeJS.Timeout;
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
  readonly #wakes: Wakes;
  readonly #coverages: Coverages;
  readonly #slicer = new WorkSlicer();
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
    this.#coverages = new Coverages(options.inventory);
    this.#wakes = new Wakes({
      now: this.#now,
      onDue: live => this.#tell(live),
    });
    this.#views = new Map(options.views.map(view => [view.ref.id, view]));
    this.#unsubscribe = [
      this.#inventory.onRows(batch => this.#onRows(batch)),
      this.#inventory.onState((cluster, resource) =>
        this.#onState(cluster, resource),
      ),
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
    return this.#open(this.#understand(query, viewer), LINGER_MS);
  }

  /** Answers a question once, waiting a little for what was not watched before. */
  async read(query: ViewQuery, viewer: Viewer): Promise<ViewAnswer> {
    const question = this.#understand(query, viewer);
    const open = this.#open(question, READ_LINGER_MS);
    try {
      await untilSettled(this.#inventory, open.live.reads);
      await this.#ready(open);
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
      coverage: this.#coverages.of(live),
    };
    this.#wakes.schedule(live);
    return answer;
  }

  /** Since when at least the data is, in epoch milliseconds. */
  asOf(live: LiveQuery): number | undefined {
    return live.asOf?.() ?? this.#coverages.asOf(live);
  }

  stop(): void {
    this.#unsubscribe.forEach(unsubscribe => unsubscribe());
    for (const held of this.#held.values()) {
      clearTimeout(held.linger);
      held.live.stop?.();
      held.stopRetaining();
    }
    this.#wakes.stop();
    this.#held.clear();
    this.#byResource.clear();
  }

  #understand(query: ViewQuery, viewer: Viewer): Question {
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
    const statuses = filtersOfView(view.ref).statuses
      ? query.window.statuses && [...query.window.statuses].sort()
      : undefined;
    const { offset, limit, descending } = query.window;
    return {
      view,
      params,
      scope,
      sort,
      search,
      statuses,
      window: { offset, limit, descending },
      key: stringify([view.ref.id, params, scope.key, sort, search, statuses]),
    };
  }

  #open(question: Question, linger: number): OpenQuery {
    const { key, window } = question;
    const held = this.#hold(question);
    held.live.prepare?.(window);
    let released = false;
    return {
      key: `${key}#${window.offset},${window.limit},${window.descending}`,
      live: held.live,
      window,
      isReady: () => held.live.covers(window),
      release: () => {
        if (!released) {
          released = true;
          this.#letGo(key, held, linger);
        }
      },
    };
  }

  #create(question: Question): LiveQuery {
    const { view, params, scope, sort, search, statuses } = question;
    const inventory = this.#inventory;
    switch (view.kind) {
      case 'collection': {
        const live: LiveCollection = new LiveCollection({
          view,
          params,
          scope,
          sort,
          search,
          statuses,
          inventory,
          slicer: this.#slicer,
          now: this.#now,
          onReady: () => this.#tell(live),
        });
        return live;
      }
      case 'aggregate':
        return new LiveAggregate({
          view,
          params,
          scope,
          inventory,
          counters: this.#countersOf(view),
        });
      default: {
        const live: LiveComputed = new LiveComputed({
          view,
          params,
          scope,
          inventory,
          now: this.#now,
          onChange: () => this.#tell(live),
        });
        return live;
      }
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

  #hold(question: Question): Held {
    const { key } = question;
    let held = this.#held.get(key);
    if (!held) {
      const live = this.#create(question);
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

  #letGo(key: string, held: Held, linger: number): void {
    held.holders -= 1;
    if (held.holders > 0) {
      return;
    }
    held.linger = setTimeout(() => {
      this.#held.delete(key);
      held.live.reads.forEach(resource =>
        this.#byResource.get(resource)?.delete(held),
      );
      this.#wakes.forget(held.live);
      held.live.stop?.();
      held.stopRetaining();
    }, linger);
    held.linger.unref();
  }

  #onRows(batch: RowBatch): void {
    this.#coverages.apply(batch);
    for (const counters of this.#counters.values()) {
      counters.apply(batch);
    }
    for (const held of this.#byResource.get(batch.resource) ?? []) {
      if (held.live.apply(batch)) {
        this.#announce(held);
      }
    }
  }

  #onState(cluster: string, resource: string): void {
    for (const held of this.#byResource.get(resource) ?? []) {
      if (held.live instanceof LiveAggregate) {
        held.live.reset();
      } else if (held.live instanceof LiveComputed) {
        held.live.doubt(cluster);
      }
      this.#coverages.forget(held.live);
      this.#announce(held);
    }
  }

  #onClusters(): void {
    this.#coverages.forgetAll();
    for (const held of this.#held.values()) {
      held.live.reset();
      this.#announce(held);
    }
  }

  #announce(held: Held): void {
    this.#wakes.schedule(held.live);
    this.#tell(held.live);
  }

  #tell(live: LiveQuery): void {
    this.#listeners.forEach(listener => listener(live));
  }

  async #ready(open: OpenQuery): Promise<void> {
    if (open.isReady()) {
      return;
    }
    await new Promise<void>(resolve => {
      const unsubscribe = this.onChange(live => {
        if (live === open.live && open.isReady()) {
          unsubscribe();
          resolve();
        }
      });
    });
  }
}
