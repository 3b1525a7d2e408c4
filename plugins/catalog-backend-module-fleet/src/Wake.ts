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

/** Lets a loop wait for time or for news, whichever comes first. */
export class Wake {
  readonly #signal: AbortSignal;
  #woken = false;
  #resume: (() => void) | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#resume?.());
  }

  /** Says that there is news. */
  wake(): void {
    this.#woken = true;
    this.#resume?.();
  }

  /** Waits for news, but no longer than some milliseconds. */
  async within(milliseconds: number): Promise<void> {
    if (!this.#woken) {
      await this.#wait(milliseconds, true);
    }
    this.#woken = false;
  }

  /** Waits some milliseconds; news of that time counts as heard. */
  async pause(milliseconds: number): Promise<void> {
    await this.#wait(milliseconds, false);
    this.#woken = false;
  }

  #wait(milliseconds: number, wakeable: boolean): Promise<void> {
    if (this.#signal.aborted) {
      return Promise.resolve();
    }
    return new Promise(resolve => {
      const timer = setTimeout(done, milliseconds);
      function done() {
        clearTimeout(timer);
        resolve();
      }
      this.#resume = () => {
        if (wakeable || this.#signal.aborted) done();
      };
    });
  }
}
