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

import { LiveView } from '../../client/FleetApi';
import { ViewState } from '../../client/ViewState';

/** Rows that one subscription brings. */
export const GRID_PAGE_ROWS = 100;

// A screen and what is just beyond it are at most two pages; whoever drags the scroll bar passes hundreds.
const SETTLED_AFTER_MS = 80;
const AHEAD_ROWS = 25;
const KEPT_PAGES = 12;

/** What the {@link GridPages} need. */
export interface GridPagesOptions<
  TRow extends object,
  TSummary extends object,
> {
  open(offset: number, limit: number): LiveView<TRow, TSummary>;
  rowKey(row: TRow): string;
}

/**
 * Watches the part of a collection that is on screen: several windows of one view side by side. Those that the screen has left are let
 * go; what they held is kept for painting until they are asked again.
 */
export class GridPages<TRow extends object, TSummary extends object> {
  readonly #options: GridPagesOptions<TRow, TSummary>;
  readonly #live = new Map<
    number,
    { view: LiveView<TRow, TSummary>; leave: () => void }
  >();
  /** Last known state of each page, least recently used first. */
  readonly #known = new Map<number, ViewState<TRow, TSummary>>();
  readonly #listeners = new Set<() => void>();
  #wanted = { first: 0, last: 0 };
  #latest?: ViewState<TRow, TSummary>;
  #settling?: ReturnType<typeof setTimeout>;
  #opened = false;
  #version = 0;

  constructor(options: GridPagesOptions<TRow, TSummary>) {
    this.#options = options;
  }

  /** Starts to watch; the returned function ends it. */
  open(): () => void {
    this.#opened = true;
    this.#settle();
    return () => {
      this.#opened = false;
      clearTimeout(this.#settling);
      this.#settling = undefined;
      [...this.#live.keys()].forEach(page => this.#leave(page));
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Another number after every change. */
  getVersion = (): number => this.#version;

  show(first: number, last: number): void {
    this.#wanted = { first, last };
    if (!this.#opened || this.#wantedPages().every(it => this.#live.has(it))) {
      return;
    }
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), SETTLED_AFTER_MS);
  }

  /** The page that is looked at speaks for the view; until it has answered, the one that answered last. */
  get state(): ViewState<TRow, TSummary> | undefined {
    const page = this.#live.get(pageOf(this.#wanted.first))?.view.getState();
    if (!page || page.status !== 'loading') return page ?? this.#latest;
    return this.#latest
      ? { ...this.#latest, transport: page.transport, refreshing: true }
      : page;
  }

  get total(): number {
    return this.#latest?.total ?? 0;
  }

  refresh(): void {
    this.#live.forEach(({ view }) => view.getState().refresh());
  }

  rowAt(index: number): TRow | undefined {
    return this.#known.get(pageOf(index))?.rows[index % GRID_PAGE_ROWS];
  }

  indexOf(key: string): number | undefined {
    for (const page of this.#live.keys()) {
      const at = this.#known
        .get(page)
        ?.rows.findIndex(row => this.#options.rowKey(row) === key);
      if (at !== undefined && at >= 0) return page * GRID_PAGE_ROWS + at;
    }
    return undefined;
  }

  #wantedPages(): number[] {
    const from = pageOf(Math.max(0, this.#wanted.first - AHEAD_ROWS));
    const lastRow = this.#latest
      ? Math.min(this.#wanted.last + AHEAD_ROWS, this.#latest.total - 1)
      : this.#wanted.last;
    const to = Math.max(from, pageOf(lastRow));
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  }

  #settle(): void {
    this.#settling = undefined;
    const wanted = this.#wantedPages();
    for (const page of this.#live.keys()) {
      if (!wanted.includes(page)) this.#leave(page);
    }
    wanted
      .filter(page => !this.#live.has(page))
      .forEach(page => this.#watch(page));
    this.#publish();
  }

  #watch(page: number): void {
    const view = this.#options.open(page * GRID_PAGE_ROWS, GRID_PAGE_ROWS);
    const take = () => {
      const state = view.getState();
      if (state.status !== 'loading') {
        this.#known.delete(page);
        this.#known.set(page, state);
        if (state.status === 'ready' || !this.#latest) this.#latest = state;
        this.#forgetFarPages();
      }
      this.#publish();
    };
    const leave = view.subscribe(take, { keptMilliseconds: 0 });
    this.#live.set(page, { view, leave });
    take();
  }

  #leave(page: number): void {
    this.#live.get(page)?.leave();
    this.#live.delete(page);
  }

  #forgetFarPages(): void {
    for (const page of this.#known.keys()) {
      if (this.#known.size <= KEPT_PAGES) return;
      if (!this.#live.has(page)) this.#known.delete(page);
    }
  }

  #publish(): void {
    this.#version += 1;
    this.#listeners.forEach(listener => listener());
  }
}

function pageOf(index: number): number {
  return Math.max(0, Math.floor(index / GRID_PAGE_ROWS));
}
