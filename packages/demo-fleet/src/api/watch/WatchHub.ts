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

import type { StoreEvent } from '../../store/ChangeHistory';
import type { ObjectStore } from '../../store/ObjectStore';
import type { ResourceType } from '../../store/ResourceType';
import type { ObjectEncoder } from '../ObjectEncoder';
import { EncodedEvent } from './EncodedEvent';

export interface WatchListener {
  offer(event: EncodedEvent): void;
  end(): void;
  /** Ends with the news that the history is gone. */
  expire(): void;
}

/** Hands every change of the store to the watchers of its type. */
export class WatchHub {
  readonly #listeners = new Map<ResourceType, Set<WatchListener>>();

  constructor(
    store: ObjectStore,
    private readonly encoder: ObjectEncoder,
  ) {
    store.onChange(event => this.#deliver(event));
  }

  /** Number of open watches. */
  get size(): number {
    return [...this.#listeners.values()].reduce(
      (sum, listeners) => sum + listeners.size,
      0,
    );
  }

  add(type: ResourceType, listener: WatchListener): () => void {
    const stored = type.storedAs ?? type;
    const listeners = this.#listeners.get(stored) ?? new Set();
    this.#listeners.set(stored, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** Ends the watches of a type whose definition is gone. */
  endAll(type: ResourceType): void {
    for (const listener of [...(this.#listeners.get(type) ?? [])]) {
      listener.end();
    }
  }

  /** Tells all that they have lost touch, as the real server tells who lags. */
  expireAll(): void {
    for (const listeners of this.#listeners.values()) {
      for (const listener of [...listeners]) listener.expire();
    }
  }

  #deliver(event: StoreEvent): void {
    if (event.previous) this.encoder.forget(event.previous);
    const listeners = this.#listeners.get(event.resource);
    if (!listeners?.size) return;
    const encoded = new EncodedEvent(event, this.encoder);
    for (const listener of [...listeners]) listener.offer(encoded);
  }
}
