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

import type { Clock } from './fleetParts';

/** Begins at the present and goes a number of times as fast. */
export class RatedClock implements Clock {
  readonly #rate: number;
  readonly #began = performance.now();
  readonly #epoch = Date.now();

  constructor(rate: number) {
    this.#rate = rate;
  }

  now(): number {
    return this.#epoch + (performance.now() - this.#began) * this.#rate;
  }

  setTimeout(callback: () => void, milliseconds: number): () => void {
    const timer = setTimeout(callback, milliseconds / this.#rate);
    timer.unref();
    return () => clearTimeout(timer);
  }
}
