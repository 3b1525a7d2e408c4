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

export interface TurnsOptions {
  /** How many have the right at once at the most. */
  readonly most: number;
  /** How many while the thread is busy; as many as at the most when left out. */
  readonly whileBusy?: number;
  /** Milliseconds for which a right that was given back rests while the thread is busy. */
  readonly rest?: number;
  /** Milliseconds without progress after which the right is taken back. */
  readonly stall: number;
  readonly clock: Clock;
  /** Whether the thread has all that it can do; never when left out. */
  readonly isBusy?: () => boolean;
}

/** How often it is looked whether more may go on at once. */
const RECONSIDER = 20;

/**
 * Bounds how many do something at once; first come, first served. While the thread is busy few go on and are done soon, since many would only
 * share it; while it waits for servers that are slow or far away, more are let in.
 */
export class Turns {
  readonly #options: Required<TurnsOptions>;
  readonly #waiting: Array<() => void> = [];
  #limit: number;
  #held = 0;
  #reconsidering = false;

  constructor(options: TurnsOptions) {
    this.#options = {
      whileBusy: options.most,
      rest: 0,
      isBusy: () => false,
      ...options,
    };
    this.#limit = this.#options.isBusy()
      ? Math.min(this.#options.whileBusy, options.most)
      : options.most;
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
      cancel = this.#options.clock.setTimeout(() => {
        if (progressed) {
          watch();
        } else {
          held = false;
          // It waits for a server, which keeps nobody busy.
          this.#return();
        }
      }, this.#options.stall);
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
    if (signal.aborted) {
      return Promise.reject(signal.reason);
    }
    if (this.#held < this.#limit) {
      this.#held += 1;
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
      this.#reconsiderSoon();
    });
  }

  #give(): void {
    const { isBusy, rest, clock } = this.#options;
    if (rest > 0 && isBusy()) {
      clock.setTimeout(() => this.#return(), rest);
    } else {
      this.#return();
    }
  }

  #return(): void {
    const { isBusy, whileBusy } = this.#options;
    this.#held -= 1;
    if (this.#limit > whileBusy && isBusy()) {
      this.#limit -= 1;
    }
    this.#grant();
  }

  #grant(): void {
    while (this.#held < this.#limit && this.#waiting.length > 0) {
      this.#held += 1;
      this.#waiting.shift()!();
    }
  }

  #reconsiderSoon(): void {
    const { clock, most, isBusy } = this.#options;
    if (this.#reconsidering || this.#limit >= most) return;
    this.#reconsidering = true;
    clock.setTimeout(() => {
      this.#reconsidering = false;
      if (this.#waiting.length === 0) return;
      if (!isBusy()) {
        this.#limit += 1;
        this.#grant();
      }
      this.#reconsiderSoon();
    }, RECONSIDER);
  }
}
