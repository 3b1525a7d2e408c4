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

/**
 * Aborts when one of the given signals does, or on its own, and lets go of them when it is disposed of. AbortSignal.any cannot let go, and some of
 * our signals live as long as the backend.
 */
export class LinkedAbort {
  readonly #controller = new AbortController();
  readonly #outer: readonly AbortSignal[];
  readonly #onAbort = () =>
    this.abort(this.#outer.find(signal => signal.aborted)?.reason);
  #cancelTimer = () => {};

  constructor(...signals: Array<AbortSignal | undefined>) {
    this.#outer = signals.filter(signal => signal !== undefined);
    for (const signal of this.#outer) {
      signal.addEventListener('abort', this.#onAbort);
    }
    if (this.#outer.some(signal => signal.aborted)) {
      this.#onAbort();
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  abort(reason: unknown): void {
    this.#controller.abort(reason);
  }

  /** Also aborts after some milliseconds, as a timeout. */
  after(clock: Clock, milliseconds: number, message: string): this {
    this.#cancelTimer();
    this.#cancelTimer = clock.setTimeout(
      () => this.abort(timeoutError(message)),
      milliseconds,
    );
    return this;
  }

  dispose(): void {
    this.#cancelTimer();
    for (const signal of this.#outer) {
      signal.removeEventListener('abort', this.#onAbort);
    }
  }
}

/** An error that is known for a timeout by its code. */
export function timeoutError(message: string): Error {
  return Object.assign(new Error(message), { code: 'ETIMEDOUT' });
}
