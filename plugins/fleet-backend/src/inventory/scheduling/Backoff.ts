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

import { Clock } from './Clock';

const FIRST = 800;
const QUICK = 200;
const LONGEST = 30_000;
const HEALTHY_AFTER = 120_000;

/**
 * Delays between attempts as client-go's reflector has them: 800 ms, doubled up to 30 s, up to doubled again by chance, from the start again after two
 * minutes of health.
 */
export class Backoff {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #first: number;
  #attempts = 0;
  #healthySince: number | undefined;

  constructor(clock: Clock, random: () => number, first: number = FIRST) {
    this.#clock = clock;
    this.#random = random;
    this.#first = first;
  }

  /** Milliseconds to wait before the next attempt, no less than the server asked for. */
  next(retryAfter: number = 0): number {
    if (
      this.#healthySince !== undefined &&
      this.#clock.now() - this.#healthySince >= HEALTHY_AFTER
    ) {
      this.#attempts = 0;
    }
    this.#healthySince = undefined;
    const base = Math.min(LONGEST, this.#first * 2 ** this.#attempts);
    this.#attempts++;
    return Math.max(retryAfter, 0) + base * (1 + this.#random());
  }

  /** The same, but nearly nothing for the first attempt: for what most often works again at once. */
  nextQuick(): number {
    const delay = this.next();
    return this.#attempts === 1 ? QUICK * this.#random() : delay;
  }

  /** Attempts since it began anew. */
  get attempts(): number {
    return this.#attempts;
  }

  succeeded(): void {
    this.#healthySince ??= this.#clock.now();
  }

  reset(): void {
    this.#attempts = 0;
    this.#healthySince = undefined;
  }
}
