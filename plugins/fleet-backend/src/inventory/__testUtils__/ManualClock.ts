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

import { Clock } from '../scheduling/Clock';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that goes on only when told to. */
export class ManualClock implements Clock {
  #now = Date.UTC(2026, 10, 20);
  #timers: Timer[] = [];

  now(): number {
    return this.#now;
  }

  setTimeout(callback: () => void, milliseconds: number): () => void {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter(each => each !== timer);
    };
  }

  /** Goes on to the next timer, but no further than some milliseconds. */
  step(most: number): void {
    const next = this.#timers.reduce<Timer | undefined>(
      (first, timer) => (!first || timer.at < first.at ? timer : first),
      undefined,
    );
    if (!next || next.at > this.#now + most) {
      this.#now += most;
      return;
    }
    this.#now = Math.max(this.#now, next.at);
    this.#timers = this.#timers.filter(timer => timer !== next);
    next.callback();
  }
}
