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
import { MOST_WARM_ENTRIES, WarmEntry } from './warmRecord';

type Collect = () => Iterable<[name: string, value: object, at: number]>;

/** What is kept, as this tab knows it: its own values, those that others hold for it, and the texts that it began with. */
export class KeptValues {
  readonly #own = new Map<string, { value: object; at: number }>();
  readonly #sources: Collect[] = [];
  #loaded = new Map<string, WarmEntry>();
  #written = new Set<string>();

  load(entries: Record<string, WarmEntry>): void {
    this.#loaded = new Map(Object.entries(entries));
  }

  /** Names of all that is in the store now. */
  written(names: string[]): void {
    this.#written = new Set(names);
  }

  has(name: string): boolean {
    return (
      this.#own.has(name) || this.#loaded.has(name) || this.#written.has(name)
    );
  }

  take(name: string): { value: unknown; at: number } | undefined {
    const own = this.#own.get(name);
    const loaded = this.#loaded.get(name);
    if (own || !loaded) return own;
    try {
      return { value: JSON.parse(loaded.text), at: loaded.at };
    } catch {
      this.#loaded.delete(name);
      return undefined;
    }
  }

  keep(name: string, value: object, at: number): void {
    this.#own.delete(name);
    this.#own.set(name, { value, at });
    if (this.#own.size > MOST_WARM_ENTRIES) {
      const [oldest] = this.#own.keys();
      this.#own.delete(oldest);
    }
  }

  collectFrom(source: Collect): void {
    this.#sources.push(source);
  }

  /** All values of this tab, written out. */
  collect(): Map<string, WarmEntry> {
    const entries = new Map<string, WarmEntry>();
    const add = (name: string, value: object, at: number) =>
      entries.set(name, { at, text: JSON.stringify(value) });
    this.#own.forEach(({ value, at }, name) => add(name, value, at));
    for (const source of this.#sources) {
      for (const [name, value, at] of source()) add(name, value, at);
    }
    // From now on they may be in the store.
    entries.forEach((_, name) => this.#written.add(name));
    return entries;
  }

  clear(): void {
    this.#own.clear();
    this.#loaded.clear();
    this.#written.clear();
  }
}
