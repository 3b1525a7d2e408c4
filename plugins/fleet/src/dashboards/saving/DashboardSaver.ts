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
  Dashboard,
  DashboardChange,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** What is changed, without the revision that it was made from. */
export type DashboardPatch = Omit<DashboardChange, 'revision'>;

/** Where a dashboard's changes are. */
export type SaveState =
  | { step: 'saved' }
  /** Waits a moment for further changes, or is on its way. */
  | { step: 'saving' }
  /** Kept here and not there; it can be tried again. */
  | { step: 'failed'; error: Error }
  /** Somebody else has saved since; the person decides. */
  | { step: 'conflict'; theirs: Dashboard };

/** How a {@link DashboardSaver} reaches the backend. */
export interface SaverConnection {
  change(change: DashboardChange): Promise<Dashboard>;
  load(): Promise<Dashboard>;
}

const QUIET_MS = 600;

/**
 * Saves the changes of one dashboard by itself: gathered for a moment, one request at a time, each from the revision that the one before
 * has made.
 */
export class DashboardSaver {
  readonly #connection: SaverConnection;
  readonly #onSaved: (dashboard: Dashboard) => void;
  readonly #listeners = new Set<() => void>();
  #revision: number;
  #pending: DashboardPatch | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #inFlight: Promise<void> | undefined;
  #state: SaveState = { step: 'saved' };

  constructor(options: {
    revision: number;
    connection: SaverConnection;
    onSaved: (dashboard: Dashboard) => void;
  }) {
    this.#revision = options.revision;
    this.#connection = options.connection;
    this.#onSaved = options.onSaved;
  }

  readonly getState = (): SaveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get revision(): number {
    return this.#revision;
  }

  /** Whether something is not saved yet. */
  get isDirty(): boolean {
    return this.#pending !== undefined || this.#inFlight !== undefined;
  }

  /** Takes a change on; saved soon. */
  change(patch: DashboardPatch): void {
    this.#pending = { ...this.#pending, ...patch };
    // Until the person has decided, nothing is sent.
    if (this.#state.step === 'conflict') return;
    this.#tell({ step: 'saving' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), QUIET_MS);
  }

  /** Saves now what waits. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#inFlight) await this.#inFlight;
    if (!this.#pending || this.#state.step === 'conflict') return;
    this.#inFlight = this.#send(this.#pending);
    this.#pending = undefined;
    await this.#inFlight;
    if (this.#pending && this.#state.step === 'saved') await this.flush();
  }

  /** Puts the own changes over those of the other. */
  async keepMine(): Promise<void> {
    if (this.#state.step !== 'conflict') return;
    this.#revision = this.#state.theirs.revision;
    this.#tell({ step: 'saving' });
    await this.flush();
  }

  /** Lets go of the own changes, for the dashboard as it was loaded. */
  adopt(dashboard: Dashboard): void {
    clearTimeout(this.#timer);
    this.#pending = undefined;
    this.#revision = dashboard.revision;
    this.#tell({ step: 'saved' });
  }

  async #send(patch: DashboardPatch): Promise<void> {
    this.#tell({ step: 'saving' });
    try {
      const saved = await this.#connection.change({
        ...patch,
        revision: this.#revision,
      });
      this.#revision = saved.revision;
      this.#inFlight = undefined;
      this.#tell({ step: this.#pending ? 'saving' : 'saved' });
      this.#onSaved(saved);
    } catch (error) {
      this.#inFlight = undefined;
      // What has been changed meanwhile is newer.
      this.#pending = { ...patch, ...this.#pending };
      await this.#refused(error as Error);
    }
  }

  async #refused(error: Error): Promise<void> {
    if ((error as { statusCode?: number }).statusCode === 409) {
      try {
        const theirs = await this.#connection.load();
        // A taken address is a conflict too, and nobody has saved.
        if (theirs.revision !== this.#revision) {
          this.#tell({ step: 'conflict', theirs });
          return;
        }
      } catch {
        // That it was refused is what counts.
      }
    }
    this.#tell({ step: 'failed', error });
  }

  #tell(state: SaveState): void {
    this.#state = state;
    this.#listeners.forEach(listener => listener());
  }
}
