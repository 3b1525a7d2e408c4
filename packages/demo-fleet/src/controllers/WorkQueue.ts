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

import { StoreError } from '../store/StoreError';
import type { SimulationClock } from '../world/SimulationClock';

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 1_000_000;

/**
 * Keys to reconcile, each once however often it was asked for, a moment after
 * the change, as the queues of real controllers do. What the store refuses is
 * tried again, ever more seldom.
 */
export class WorkQueue {
  readonly #pending = new Map<string, { due: number; cancel: () => void }>();
  readonly #failures = new Map<string, number>();

  constructor(
    private readonly clock: SimulationClock,
    private readonly reconcile: (key: string) => void,
    private readonly latencyMs = 10,
  ) {}

  add(key: string, delayMs: number = this.latencyMs): void {
    const due = this.clock.now() + delayMs;
    const waiting = this.#pending.get(key);
    if (waiting && waiting.due <= due) return;
    waiting?.cancel();
    const cancel = this.clock.schedule(delayMs, () => {
      this.#pending.delete(key);
      this.#run(key);
    });
    this.#pending.set(key, { due, cancel });
  }

  #run(key: string): void {
    try {
      this.reconcile(key);
      this.#failures.delete(key);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      const failures = this.#failures.get(key) ?? 0;
      this.#failures.set(key, failures + 1);
      this.add(key, Math.min(FIRST_RETRY_MS * 2 ** failures, LAST_RETRY_MS));
    }
  }
}

/** `namespace/name`, the key under which controllers queue an object. */
export function keyOf(object: {
  metadata: { namespace?: string; name: string };
}): string {
  return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}

export function splitKey(key: string): [namespace: string, name: string] {
  const slash = key.indexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}
