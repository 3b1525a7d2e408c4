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

/** The right to do something that only some may do at once. Taken back while nothing goes on, so that a dead server cannot hold it. */
export interface Turn {
  /** Says that something goes on. Answers with a promise when the right was taken back meanwhile: wait for it before going on. */
  progress(): Promise<void> | undefined;
  release(): void;
}

/** Bounds how many do something at once; first come, first served. */
export class Turns {
  readonly #clock: Clock;
  readonly #stall: number;
  readonly #waiting: Array<() => void> = [];
  #free: number;

  /** @param options.stall - milliseconds without progress after which the right is taken back. */
  constructor(options: { most: number; stall: number; clock: Clock }) {
    this.#free = options.most;
    this.#stall = options.stall;
    this.#clock = options.clock;
  }

  async acquire(signal: AbortSignal): Promise<Turn> {
    await this.#take(signal);
    let held = true;
    let released = false;
    let taking: Promise<void> | undefined;
    let progressed = false;
    let cancel = () => {};

    const watch = () => {
      progressed = false;
      cancel = this.#clock.setTimeout(() => {
        if (progressed) {
          watch();
        } else {
          held = false;
          this.#give();
        }
      }, this.#stall);
    };
    watch();

    return {
      progress: () => {
        progressed = true;
        if (held || released) {
          return undefined;
        }
        taking ??= this.#take(signal).then(() => {
          taking = undefined;
          if (released) {
            this.#give();
          } else {
            held = true;
            watch();
          }
        });
        return taking;
      },
      release: () => {
        if (released) return;
        released = true;
        cancel();
        if (held) {
          this.#give();
        }
      },
    };
  }

  #take(signal: AbortSignal): Promise<void> {
    if (this.#free > 0) {
      this.#free--;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      let granted = () => {};
      const aborted = () => {
        this.#waiting.splice(this.#waiting.indexOf(granted), 1);
        reject(signal.reason);
      };
      granted = () => {
        signal.removeEventListener('abort', aborted);
        resolve();
      };
      this.#waiting.push(granted);
      signal.addEventListener('abort', aborted, { once: true });
    });
  }

  #give(): void {
    const next = this.#waiting.shift();
    if (next) {
      next();
    } else {
      this.#free++;
    }
  }
}
