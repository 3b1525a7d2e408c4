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

import type { ResponseTarget } from '../http/ResponseTarget';
import { shiftTimesIn } from './shiftTimes';

/** What happens to one body on its way. */
export interface BodyFaults {
  bytesPerSecond?: number;
  cutAfterBytes?: number;
  /** By how much times in the body are shifted. */
  skewMs: number;
  /** The same for the `Date` header: a watch shifts its lines elsewhere. */
  dateSkewMs: number;
}

const TICK_MS = 50;

/** An answer that arrives slowly, broken off, or by a wrong clock. */
export class FaultyTarget implements ResponseTarget {
  readonly #target: ResponseTarget;
  readonly #faults: BodyFaults;
  readonly #waiting: Buffer[] = [];
  #backlog = 0;
  #accepted = 0;
  #timer: NodeJS.Timeout | undefined;
  #atEnd: (() => void) | undefined;
  #caughtUp: Array<() => void> = [];

  constructor(target: ResponseTarget, faults: BodyFaults) {
    this.#target = target;
    this.#faults = faults;
    target.onClose(() => {
      clearInterval(this.#timer);
      this.#tellCaughtUp();
    });
  }

  get closed(): boolean {
    return this.#target.closed || this.#atEnd !== undefined;
  }

  get backlog(): number {
    return this.#backlog;
  }

  head(status: number, headers: Record<string, string>): void {
    const { dateSkewMs } = this.#faults;
    const date = new Date(Date.now() + dateSkewMs).toUTCString();
    this.#target.head(
      status,
      dateSkewMs === 0 ? headers : { ...headers, date },
      true,
    );
  }

  write(bytes: Buffer): boolean {
    if (this.closed) return false;
    const { cutAfterBytes = Infinity, skewMs } = this.#faults;
    const shifted = shiftTimesIn(bytes, skewMs);
    const room = cutAfterBytes - this.#accepted;
    if (shifted.length <= room) return this.#send(shifted);
    this.#send(shifted.subarray(0, room));
    this.#finish(() => this.#target.abort());
    return false;
  }

  drained(): Promise<void> {
    if (this.closed && this.#backlog === 0) return Promise.resolve();
    if (this.#timer === undefined) return this.#target.drained();
    return new Promise(resolve => {
      this.#caughtUp.push(resolve);
    });
  }

  end(bytes?: Buffer): void {
    if (bytes) this.write(bytes);
    if (!this.closed) this.#finish(() => this.#target.end());
  }

  abort(): void {
    this.#target.abort();
  }

  onClose(listener: () => void): void {
    this.#target.onClose(listener);
  }

  #send(bytes: Buffer): boolean {
    if (bytes.length === 0) return true;
    this.#accepted += bytes.length;
    this.#backlog += bytes.length;
    if (this.#faults.bytesPerSecond === undefined) {
      return this.#pass(bytes);
    }
    this.#waiting.push(bytes);
    this.#timer ??= this.#trickle(this.#faults.bytesPerSecond);
    return false;
  }

  #trickle(bytesPerSecond: number): NodeJS.Timeout {
    const wait = Math.max(TICK_MS, 1_000 / bytesPerSecond);
    const share = Math.max(1, Math.round((bytesPerSecond * wait) / 1_000));
    return setInterval(() => {
      for (let room = share; room > 0 && this.#waiting.length > 0;) {
        const [first] = this.#waiting;
        const part = first.subarray(0, room);
        room -= part.length;
        if (part.length === first.length) this.#waiting.shift();
        else this.#waiting[0] = first.subarray(part.length);
        this.#pass(part);
      }
      if (this.#waiting.length === 0) this.#tellCaughtUp();
    }, wait);
  }

  /** The last bytes have to be on their way before anything is broken off. */
  #pass(bytes: Buffer): boolean {
    return this.#target.write(bytes, () => {
      this.#backlog -= bytes.length;
      if (this.#backlog === 0) this.#atEnd?.();
    });
  }

  #finish(action: () => void): void {
    this.#atEnd = () => {
      clearInterval(this.#timer);
      action();
    };
    // Headers alone are on their way only after this turn of the event loop.
    if (this.#accepted === 0) setImmediate(this.#atEnd);
    else if (this.#backlog === 0) this.#atEnd();
  }

  #tellCaughtUp(): void {
    const told = this.#caughtUp;
    this.#caughtUp = [];
    told.forEach(resolve => resolve());
  }
}
