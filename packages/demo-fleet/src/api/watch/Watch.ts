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

import type { KubeObject } from '../../store/KubeObject';
import type { ResourceType } from '../../store/ResourceType';
import { expired } from '../ApiError';
import type { ApiContext } from '../ApiContext';
import type { ResponseSink } from '../ApiExchange';
import type { Selection } from '../read/Selection';
import { EncodedEvent, watchLine } from './EncodedEvent';
import type { WatchFormat } from './WatchFormat';
import type { WatchListener } from './WatchHub';

const BACKLOG_LIMIT = 128 * 1024 * 1024;
/** The server tells the version once more this long before it hangs up. */
const LAST_BOOKMARK_MS = 2_000;
const DEFAULT_TIMEOUT_MS = 45 * 60_000;

export interface WatchOptions {
  type: ResourceType;
  selection: Selection;
  format: WatchFormat;
  sink: ResponseSink;
  /** Where to resume; without it the present objects come first. */
  resourceVersion?: number;
  markInitialEventsEnd: boolean;
  bookmarks: boolean;
  timeoutMs?: number;
}

/** One open watch: from a version on, every change that its selection sees. */
export class Watch implements WatchListener {
  readonly #context: ApiContext;
  readonly #options: WatchOptions;
  readonly #timers: NodeJS.Timeout[] = [];
  #remove: (() => void) | undefined;

  constructor(context: ApiContext, options: WatchOptions) {
    this.#context = context;
    this.#options = options;
  }

  start(): void {
    const { watches } = this.#context;
    const { type, sink, resourceVersion, bookmarks, timeoutMs } = this.#options;
    if (resourceVersion === undefined) this.#sendPresent();
    else if (!this.#sendMissed(resourceVersion)) return;
    if (this.#options.markInitialEventsEnd && bookmarks) this.#bookmark(true);
    this.#remove = watches.add(type, this);
    sink.onClose(() => this.#close());
    const lifetime = timeoutMs ?? DEFAULT_TIMEOUT_MS;
    this.#after(lifetime, () => this.end());
    if (bookmarks) this.#scheduleBookmarks(lifetime);
  }

  offer(encoded: EncodedEvent): void {
    const { sink, resourceVersion } = this.#options;
    if (encoded.event.resourceVersion <= (resourceVersion ?? 0)) return;
    this.#tell(encoded);
    // A reader that has stopped reading is cut off, and lists again.
    if (sink.backlog > BACKLOG_LIMIT) this.end();
  }

  end(): void {
    this.#close();
    this.#options.sink.end();
  }

  expire(): void {
    const { status } = expired(
      'The resourceVersion for the provided watch is too old.',
    );
    this.#options.sink.write(watchLine('ERROR', status));
    this.end();
  }

  #sendPresent(): void {
    const { type, selection, format, sink } = this.#options;
    for (const object of this.#context.store.list(type)) {
      if (selection.matches(object)) sink.write(format.event('ADDED', object));
    }
  }

  /** False when the version is no longer known, which ends the watch. */
  #sendMissed(resourceVersion: number): boolean {
    const { store, encoder } = this.#context;
    const { type, sink } = this.#options;
    const stored = type.storedAs ?? type;
    const oldest = store.history.oldest(stored);
    if (resourceVersion < oldest) {
      const { status } = expired(
        `too old resource version: ${resourceVersion} (${oldest})`,
      );
      sink.write(watchLine('ERROR', status));
      sink.end();
      return false;
    }
    for (const event of store.history.since(stored, resourceVersion)) {
      this.#tell(new EncodedEvent(event, encoder));
    }
    return true;
  }

  #tell(encoded: EncodedEvent): void {
    const { selection, format, sink } = this.#options;
    const { type, object, previous } = encoded.event;
    const isIn = selection.matches(object);
    const wasIn = previous ? selection.matches(previous) : false;
    if (type !== 'MODIFIED') {
      if (isIn || wasIn) sink.write(format.change(encoded));
    } else if (isIn && wasIn) {
      sink.write(format.change(encoded));
    } else if (isIn) {
      sink.write(format.event('ADDED', object));
    } else if (wasIn && previous) {
      const { resourceVersion } = object.metadata;
      sink.write(
        format.event('DELETED', withVersion(previous, resourceVersion)),
      );
    }
  }

  #scheduleBookmarks(lifetime: number): void {
    const interval = setInterval(
      () => this.#bookmark(false),
      this.#context.bookmarkIntervalMs,
    );
    interval.unref();
    this.#timers.push(interval);
    const told = this.#options.markInitialEventsEnd;
    if (lifetime > LAST_BOOKMARK_MS && !told) {
      this.#after(lifetime - LAST_BOOKMARK_MS, () => this.#bookmark(false));
    }
  }

  #bookmark(initialEventsEnd: boolean): void {
    const { resourceVersion } = this.#context.store;
    const { sink, format } = this.#options;
    sink.write(format.bookmark(resourceVersion, initialEventsEnd));
  }

  #after(milliseconds: number, action: () => void): void {
    const timer = setTimeout(action, milliseconds);
    timer.unref();
    this.#timers.push(timer);
  }

  #close(): void {
    this.#remove?.();
    this.#timers.forEach(timer => clearTimeout(timer));
  }
}

function withVersion(object: KubeObject, resourceVersion: string): KubeObject {
  return { ...object, metadata: { ...object.metadata, resourceVersion } };
}
