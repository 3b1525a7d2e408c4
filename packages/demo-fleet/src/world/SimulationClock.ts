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

interface Timer {
  due: number;
  order: number;
  run: (() => void) | undefined;
}

export interface SimulationClockOptions {
  /** Simulated time at the start, in milliseconds since 1970. */
  startAt: number;
  speed?: number;
  /** Wall time in milliseconds; never goes back. */
  wallTime?: () => number;
}

/**
 * The time of a simulated cluster. Until `start` it stands still and moves by
 * `advance` only, which runs what falls due in order: that is how tests and the
 * warm-up of a cluster jump over days. Afterwards it follows the wall clock
 * times the speed.
 */
export class SimulationClock {
  readonly #wallTime: () => number;
  readonly #heap: Timer[] = [];
  #speed: number;
  #now: number;
  #wallAnchor: number | undefined;
  #order = 0;
  #wake: NodeJS.Timeout | undefined;
  #wakeDue = Infinity;

  constructor(options: SimulationClockOptions) {
    this.#now = options.startAt;
    this.#speed = options.speed ?? 1;
    this.#wallTime = options.wallTime ?? (() => performance.now());
  }

  get speed(): number {
    return this.#speed;
  }

  now(): number {
    if (this.#wallAnchor === undefined) return this.#now;
    return this.#now + (this.#wallTime() - this.#wallAnchor) * this.#speed;
  }

  /** Runs `callback` after a simulated delay; the result cancels it. */
  schedule(delayMs: number, callback: () => void): () => void {
    const timer: Timer = {
      due: this.now() + Math.max(0, delayMs),
      order: this.#order,
      run: callback,
    };
    this.#order += 1;
    this.#push(timer);
    if (this.#wallAnchor !== undefined) this.#arm();
    return () => {
      timer.run = undefined;
    };
  }

  /** Moves a clock that stands still, running everything that falls due. */
  advance(byMs: number): void {
    if (this.#wallAnchor !== undefined) {
      throw new Error('a running clock cannot be advanced');
    }
    const target = this.#now + byMs;
    while (this.#heap.length > 0 && this.#heap[0].due <= target) {
      const timer = this.#pop();
      this.#now = Math.max(this.#now, timer.due);
      timer.run?.();
    }
    this.#now = target;
  }

  start(): void {
    if (this.#wallAnchor !== undefined) return;
    this.#wallAnchor = this.#wallTime();
    this.#arm();
  }

  stop(): void {
    this.#now = this.now();
    this.#wallAnchor = undefined;
    clearTimeout(this.#wake);
    this.#wakeDue = Infinity;
  }

  setSpeed(factor: number): void {
    const running = this.#wallAnchor !== undefined;
    this.stop();
    this.#speed = factor;
    if (running) this.start();
  }

  #arm(): void {
    const next = this.#heap[0];
    if (!next || this.#speed <= 0 || next.due >= this.#wakeDue) return;
    clearTimeout(this.#wake);
    this.#wakeDue = next.due;
    const wait = (next.due - this.now()) / this.#speed;
    // Node treats longer waits than about 24 days as none.
    const bounded = Math.min(Math.max(0, wait), 2 ** 31 - 1);
    this.#wake = setTimeout(() => this.#runDue(), bounded);
    this.#wake.unref();
  }

  #runDue(): void {
    this.#wakeDue = Infinity;
    const now = this.now();
    while (this.#heap.length > 0 && this.#heap[0].due <= now) {
      this.#pop().run?.();
    }
    if (this.#wallAnchor !== undefined) this.#arm();
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let index = heap.push(timer) - 1;
    while (index > 0) {
      const parent = Math.floor((index - 1) / 2);
      if (before(heap[parent], heap[index])) break;
      [heap[parent], heap[index]] = [heap[index], heap[parent]];
      index = parent;
    }
  }

  #pop(): Timer {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop()!;
    if (heap.length > 0) {
      heap[0] = last;
      let index = 0;
      for (;;) {
        const left = 2 * index + 1;
        const right = left + 1;
        let least = index;
        if (left < heap.length && before(heap[left], heap[least])) least = left;
        if (right < heap.length && before(heap[right], heap[least])) {
          least = right;
        }
        if (least === index) break;
        [heap[least], heap[index]] = [heap[index], heap[least]];
        index = least;
      }
    }
    return first;
  }
}

function before(left: Timer, right: Timer): boolean {
  return left.due === right.due
    ? left.order < right.order
    : left.due < right.due;
}
