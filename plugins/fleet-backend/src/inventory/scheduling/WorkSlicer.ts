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

const BUDGET = 10;

/**
 * Shares the thread: work on received bytes may take some milliseconds of a turn of the event loop, and waits for the next turn then.
 */
export class WorkSlicer {
  readonly #waiting: Array<() => void> = [];
  #turnStarted: number | undefined;
  #scheduled = false;

  /** Whether work may be done in this turn. */
  hasTime(): boolean {
    if (this.#waiting.length > 0) {
      return false;
    }
    return this.#withinBudget();
  }

  /** Runs the task in a later turn, tasks in their order. */
  defer(task: () => void): void {
    this.#waiting.push(task);
    this.#schedule();
  }

  /** Resolves when work may be done. */
  turn(): Promise<void> {
    return this.hasTime()
      ? Promise.resolve()
      : new Promise(resolve => this.defer(resolve));
  }

  #withinBudget(): boolean {
    const now = performance.now();
    if (this.#turnStarted === undefined) {
      this.#turnStarted = now;
      this.#schedule();
      return true;
    }
    return now - this.#turnStarted < BUDGET;
  }

  #schedule(): void {
    if (!this.#scheduled) {
      this.#scheduled = true;
      setImmediate(this.#turn);
    }
  }

  readonly #turn = () => {
    this.#scheduled = false;
    this.#turnStarted = undefined;
    while (this.#waiting.length > 0 && this.#withinBudget()) {
      this.#waiting.shift()!();
    }
    if (this.#waiting.length > 0) {
      this.#schedule();
    }
  };
}
