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

import { Clock } from '../../inventory/scheduling/Clock';

/** How often it is looked for namespaces, or for wider rights, at most. */
const LOOK_AGAIN = 60_000;
const WIDEN_AFTER = 600_000;

export interface ReadScopeOptions {
  readonly clock: Clock;
  /** As configured; nothing is looked for then. */
  readonly configured: readonly string[] | undefined;
  /** Finds the namespaces that the credential is made for; undefined when it reads all, or none that can be found. */
  readonly find: () => Promise<readonly string[] | undefined>;
  readonly onChange: () => void;
}

/** Which namespaces of a cluster are read: all, or only some. */
export class ReadScope {
  readonly #options: ReadScopeOptions;
  readonly #listeners = new Set<() => void>();
  #namespaces: readonly string[] | undefined;
  #looking: Promise<void> | undefined;
  #lookedAt: number | undefined;
  #cancelWiden = () => {};

  constructor(options: ReadScopeOptions) {
    this.#options = options;
    this.#namespaces = options.configured;
  }

  /** Undefined when all are read. */
  get namespaces(): readonly string[] | undefined {
    return this.#namespaces;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called when the credential may be another one: looks again which namespaces it is made for, if it is made for some. */
  async reconsider(): Promise<void> {
    if (this.#namespaces && !this.#options.configured) {
      this.#looking ??= this.#look().finally(() => {
        this.#looking = undefined;
      });
      await this.#looking;
    }
  }

  /** Called when all namespaces may not be read: looks for those that may. Answers whether only some are read now. */
  async narrow(): Promise<boolean> {
    const { configured, clock } = this.#options;
    const recently =
      this.#lookedAt !== undefined && clock.now() - this.#lookedAt < LOOK_AGAIN;
    if (!configured && (this.#looking || !recently)) {
      this.#looking ??= this.#look().finally(() => {
        this.#looking = undefined;
      });
      await this.#looking;
    }
    return this.#namespaces !== undefined;
  }

  stop(): void {
    this.#cancelWiden();
    this.#listeners.clear();
  }

  async #look(): Promise<void> {
    const { clock, find } = this.#options;
    this.#lookedAt = clock.now();
    try {
      this.#set(await find());
    } catch {
      // The cluster could not say; what is read stays as it is.
    }
    this.#cancelWiden();
    if (this.#namespaces) {
      this.#cancelWiden = clock.setTimeout(() => {
        void this.reconsider();
      }, WIDEN_AFTER);
    }
  }

  #set(namespaces: readonly string[] | undefined): void {
    if (namespaces?.join() === this.#namespaces?.join()) return;
    this.#namespaces = namespaces;
    this.#options.onChange();
    [...this.#listeners].forEach(listener => listener());
  }
}
