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
import { Whoami } from '@quarterdeck/backstage-plugin-fleet-common';
import { PageActivity } from '../PageActivity';
import { TimeSource } from '../TimeSource';
import { UserWatch } from '../UserWatch';
import { KeptValues } from './KeptValues';
import { WarmAnswers } from './WarmAnswers';
import {
  mergedEntries,
  readWarmRecord,
  WARM_SCHEMA,
  WarmRecord,
} from './warmRecord';
import { WarmStore } from './WarmStore';
import { rightsOf, warmViewer } from './warmViewer';
import { WarmSchedule } from './WarmSchedule';

/** What {@link WarmStart} needs. */
export interface WarmStartOptions {
  store: WarmStore;
  /** Tells the portal's backends apart. */
  backend: string;
  users: UserWatch;
  whoami(): Promise<Whoami>;
  time: TimeSource;
  page: PageActivity;
  whenIdle(work: () => void): void;
}

/**
 * Keeps answers in the browser for its next start: of one viewer, as long as the viewer's rights are the same, and not beyond the sign-out.
 * Whatever goes wrong with the store means that the next start is a cold one.
 */
export class WarmStart implements WarmAnswers {
  readonly #options: WarmStartOptions;
  readonly #listeners = new Set<(change: 'loaded' | 'forgotten') => void>();
  readonly #values = new KeptValues();
  readonly #schedule: WarmSchedule;
  readonly #stopListening: (() => void)[];
  #viewer?: string;
  /** As the backend has said them in this tab. */
  #rights?: string;
  /** As they were when the stored answers were given. */
  #storedRights?: string;
  /** Another one each time everything is forgotten: work begun before comes to nothing. */
  #era = 0;
  #over = false;
  /** Names that were refused before it was known what is kept. */
  readonly #refused = new Set<string>();

  constructor(options: WarmStartOptions) {
    const { store, users, time, page, whenIdle } = options;
    this.#options = options;
    this.#schedule = new WarmSchedule({
      time,
      page,
      whenIdle,
      write: () => this.#write(),
    });
    this.#stopListening = [
      users.onChange(() => this.#forget()),
      store.onEnd(() => this.#end(() => store.clear())),
    ];
    this.#load();
  }

  take(name: string) {
    return this.#values.take(name);
  }

  keep(name: string, value: object, at: number): void {
    if (this.#over) return;
    this.#values.keep(name, value, at);
    this.#schedule.changed('content');
  }

  refuse(name: string): void {
    if (this.#viewer === undefined) this.#refused.add(name);
    if (this.#values.has(name)) this.#forget();
  }

  onChange(listener: (change: 'loaded' | 'forgotten') => void): () => void {
    const own = (change: 'loaded' | 'forgotten') => listener(change);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /** Asks for values whenever something is about to be written. */
  collectFrom(collect: () => Iterable<[string, object, number]>): void {
    this.#values.collectFrom(collect);
  }

  /** Something that is kept has changed: what it says, or only how fresh it is. */
  changed(what: 'content' | 'age'): void {
    if (!this.#over) this.#schedule.changed(what);
  }

  /** The backend has said what the viewer may. */
  observe(whoami: Whoami): void {
    const { user } = this.#options.users;
    // An answer for the user before may come late.
    if (user !== undefined && user !== whoami.user) return;
    const rights = rightsOf(whoami);
    const before = this.#rights ?? this.#storedRights;
    if (before !== undefined && before !== rights) this.#forget();
    this.#rights = rights;
  }

  /** Leaves nothing behind, in this tab and in the others. */
  signedOut(): Promise<void> {
    return this.#end(() => this.#options.store.end());
  }

  stop(): void {
    this.#schedule.stop();
    this.#stopListening.forEach(stop => stop());
    this.#listeners.clear();
    this.#over = true;
  }

  async #load(): Promise<void> {
    const { store, time } = this.#options;
    const era = this.#era;
    try {
      const viewer = await this.#currentViewer();
      const stored = await store.open(viewer);
      const record = readWarmRecord(stored, time.now());
      if (era !== this.#era || this.#over) return;
      this.#viewer = viewer;
      if (!record) {
        if (stored !== undefined) await store.clear();
        return;
      }
      if (this.#contradicts(record)) {
        this.#forget();
        return;
      }
      this.#storedRights = record.rights;
      this.#values.load(record.entries);
      this.#tell('loaded');
      this.observe(await this.#options.whoami());
    } catch {
      // Cold, then.
    }
  }

  /** Whether it was said meanwhile that the viewer may not what they might then. */
  #contradicts({ rights, entries }: WarmRecord): boolean {
    return (
      (this.#rights !== undefined && this.#rights !== rights) ||
      [...this.#refused].some(name => name in entries)
    );
  }

  async #write(): Promise<void> {
    const { store, time } = this.#options;
    const era = this.#era;
    try {
      const viewer = await this.#currentViewer();
      if (this.#rights === undefined) {
        this.observe(await this.#options.whoami());
      }
      const rights = this.#rights;
      if (era !== this.#era || this.#over || rights === undefined) return;
      if (this.#viewer !== undefined && this.#viewer !== viewer) {
        // The same user in other groups.
        this.#forget();
        return;
      }
      this.#viewer = viewer;
      const now = time.now();
      const own = this.#values.collect();
      await store.update(viewer, present => {
        const before = readWarmRecord(present, now);
        const entries = mergedEntries(
          before?.rights === rights ? before.entries : {},
          own,
          now,
        );
        this.#values.written(Object.keys(entries));
        return { schema: WARM_SCHEMA, savedAt: now, rights, entries };
      });
    } catch {
      // Full, or not to be written to: what is there stays as it was, and gets old.
    }
  }

  async #currentViewer(): Promise<string> {
    const { users, backend } = this.#options;
    await users.check();
    return warmViewer(backend, users.user!, users.ownership);
  }

  #forget(): void {
    this.#reset();
    this.#options.store.clear().catch(() => {});
    this.#tell('forgotten');
  }

  async #end(clear: () => Promise<void>): Promise<void> {
    this.#over = true;
    this.#schedule.stop();
    this.#reset();
    await clear().catch(() => {});
  }

  #reset(): void {
    this.#era += 1;
    this.#values.clear();
    this.#refused.clear();
    this.#viewer = undefined;
    this.#rights = undefined;
    this.#storedRights = undefined;
  }

  #tell(change: 'loaded' | 'forgotten'): void {
    this.#listeners.forEach(listener => listener(change));
  }
}
