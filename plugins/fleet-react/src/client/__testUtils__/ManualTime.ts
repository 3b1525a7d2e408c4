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
import { TimeSource } from '../TimeSource';

/** A clock that goes on when told to. Chance is always in the middle. */
export class ManualTime implements TimeSource {
  #now: number;
  #timers = new Set<{ at: number; callback: () => void }>();

  constructor(now: number = Date.UTC(2026, 10, 21)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  random(): number {
    return 0.5;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  nextFrame(callback: () => void): () => void {
    const frame = setTimeout(callback);
    return () => clearTimeout(frame);
  }

  /** Milliseconds until the next timer, if there is one. */
  untilNext(): number | undefined {
    const next = this.#next();
    return next && next.at - this.#now;
  }

  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let next = this.#next(); next && next.at <= end; next = this.#next()) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
    }
    this.#now = end;
  }

  #next() {
    return [...this.#timers].sort((a, b) => a.at - b.at)[0];
  }
}
