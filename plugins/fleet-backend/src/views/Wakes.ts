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

import { LiveQuery } from './LiveQuery';

interface Wake {
  timer: NodeJS.Timeout;
  at: number;
}

/** Tells when the passing of time may have changed what a question shows. */
export class Wakes {
  readonly #now: () => number;
  readonly #onDue: (live: LiveQuery) => void;
  readonly #wakes = new Map<LiveQuery, Wake>();

  constructor(options: {
    now: () => number;
    onDue: (live: LiveQuery) => void;
  }) {
    this.#now = options.now;
    this.#onDue = options.onDue;
  }

  /** Waits until the question is due, unless it is waited for already. */
  schedule(live: LiveQuery): void {
    const due = live.dueIn?.();
    if (!due) {
      return;
    }
    const at = this.#now() + due;
    const sooner = this.#wakes.get(live);
    if (sooner && sooner.at <= at) {
      return;
    }
    clearTimeout(sooner?.timer);
    const timer = setTimeout(() => {
      this.#wakes.delete(live);
      live.invalidate?.();
      this.#onDue(live);
    }, due);
    timer.unref();
    this.#wakes.set(live, { timer, at });
  }

  forget(live: LiveQuery): void {
    clearTimeout(this.#wakes.get(live)?.timer);
    this.#wakes.delete(live);
  }

  stop(): void {
    this.#wakes.forEach(({ timer }) => clearTimeout(timer));
    this.#wakes.clear();
  }
}
