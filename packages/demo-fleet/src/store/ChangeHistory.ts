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

import type { KubeObject } from './KubeObject';
import type { ResourceType } from './ResourceType';

export type StoreEvent = {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resource: ResourceType;
  object: KubeObject;
  previous?: KubeObject;
  resourceVersion: number;
};

/** How long changes stay known, as long as there are not too many of them. */
const WINDOW = 5 * 60_000;

/** The last changes of each type, from which a watch resumes. */
export class ChangeHistory {
  readonly #events = new Map<ResourceType, StoreEvent[]>();
  readonly #dropped = new Map<ResourceType, number>();
  readonly #marks: number[] = [];
  #markedAt: number;
  #latest = 0;
  #compacted = 0;

  /** `size` is the most that is kept; `clock` tells how old a change is. */
  constructor(
    private readonly size: number,
    private readonly clock: () => number = Date.now,
  ) {
    this.#markedAt = clock();
  }

  add(event: StoreEvent): void {
    let events = this.#events.get(event.resource);
    if (!events) {
      events = [];
      this.#events.set(event.resource, events);
    }
    events.push(event);
    this.#latest = event.resourceVersion;
    // Trimmed in steps, so that a change stays cheap.
    if (events.length > this.size * 1.25) {
      this.#drop(event.resource, events, events.length - this.size);
    }
    this.#forgetOld();
  }

  /** Forgets everything up to a version, as etcd's compaction does. */
  compact(resourceVersion: number): void {
    this.#compacted = Math.max(this.#compacted, resourceVersion);
    for (const [type, events] of this.#events) {
      this.#events.set(
        type,
        events.filter(event => event.resourceVersion > resourceVersion),
      );
    }
  }

  /** The oldest version after which every change of the type is known. */
  oldest(type: ResourceType): number {
    return Math.max(this.#compacted, this.#dropped.get(type) ?? 0);
  }

  since(type: ResourceType, resourceVersion: number): StoreEvent[] {
    const events = this.#events.get(type) ?? [];
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (events[middle].resourceVersion <= resourceVersion) low = middle + 1;
      else high = middle;
    }
    return events.slice(low);
  }

  #drop(type: ResourceType, events: StoreEvent[], count: number): void {
    const removed = events.splice(0, count);
    const last = removed[removed.length - 1];
    if (last) this.#dropped.set(type, last.resourceVersion);
  }

  /** Twice a window, forgets what was there a window ago. */
  #forgetOld(): void {
    const now = this.clock();
    if (now - this.#markedAt < WINDOW / 2) return;
    const [oldest] = this.#marks.splice(0, Math.max(0, this.#marks.length - 1));
    if (oldest !== undefined) this.compact(oldest);
    this.#markedAt = now;
    this.#marks.push(this.#latest);
  }

  clear(type: ResourceType): void {
    this.#events.delete(type);
    this.#dropped.delete(type);
  }
}
