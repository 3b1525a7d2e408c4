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

/** The last changes of each type, from which a watch resumes. */
export class ChangeHistory {
  readonly #events = new Map<ResourceType, StoreEvent[]>();
  readonly #dropped = new Map<ResourceType, number>();
  #compacted = 0;

  constructor(private readonly size: number) {}

  add(event: StoreEvent): void {
    let events = this.#events.get(event.resource);
    if (!events) {
      events = [];
      this.#events.set(event.resource, events);
    }
    events.push(event);
    // Trimmed by a quarter at a time, so that a change stays cheap.
    if (events.length > this.size * 1.25) {
      const removed = events.splice(0, events.length - this.size);
      this.#dropped.set(
        event.resource,
        removed[removed.length - 1].resourceVersion,
      );
    }
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

  clear(type: ResourceType): void {
    this.#events.delete(type);
    this.#dropped.delete(type);
  }
}
