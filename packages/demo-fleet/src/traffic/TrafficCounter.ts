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

import type { RequestCount, RequestCounts, SeenRequest } from './RequestCounts';

interface Counter {
  verb: string;
  group: string;
  resource: string;
  requests: number;
  bytes: number;
}

/** Counts requests as they arrive, and bytes as they are sent. */
export class TrafficCounter implements RequestCounts {
  readonly #counters = new Map<string, Counter>();
  readonly #listeners = new Set<(request: SeenRequest) => void>();

  /** The counter to which the bytes of the answer go. */
  arrive(request: {
    verb: string;
    group: string;
    resource: string;
    target: string;
  }): { bytes: number } {
    const { verb, group, resource } = request;
    const key = `${verb} ${group}/${resource}`;
    let counter = this.#counters.get(key);
    if (!counter) {
      counter = { verb, group, resource, requests: 0, bytes: 0 };
      this.#counters.set(key, counter);
    }
    counter.requests += 1;
    if (this.#listeners.size > 0) {
      const seen = { ...request, at: performance.now() };
      for (const listener of this.#listeners) listener(seen);
    }
    return counter;
  }

  list(): readonly RequestCount[] {
    return [...this.#counters.values()]
      .filter(({ requests, bytes }) => requests > 0 || bytes > 0)
      .map(counter => ({ ...counter }));
  }

  total(of: { verb?: string; resource?: string } = {}) {
    const sum = { requests: 0, bytes: 0 };
    for (const { verb, resource, requests, bytes } of this.list()) {
      if (verb !== (of.verb ?? verb)) continue;
      if (resource !== (of.resource ?? resource)) continue;
      sum.requests += requests;
      sum.bytes += bytes;
    }
    return sum;
  }

  onRequest(listener: (request: SeenRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The counters stay: open watches go on to count in them. */
  reset(): void {
    for (const counter of this.#counters.values()) {
      counter.requests = 0;
      counter.bytes = 0;
    }
  }
}
