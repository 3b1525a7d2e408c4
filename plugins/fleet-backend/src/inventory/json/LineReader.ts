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

const NEWLINE = 0x0a;

/** One line: bytes from start to end, with a newline at the end. Valid until the next push. */
export type LineListener = (bytes: Buffer, start: number, end: number) => void;

/** Splits bytes into lines without copying those that came whole. Lines over a size are left out and counted. */
export class LineReader {
  readonly #largest: number;
  #rest: Buffer = Buffer.alloc(0);
  #held = 0;
  #skipping = false;
  oversized = 0;

  constructor(largest: number) {
    this.#largest = largest;
  }

  push(chunk: Buffer, onLine: LineListener): void {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(NEWLINE, start);
      if (end < 0) {
        break;
      }
      if (this.#skipping) {
        this.#skipping = false;
        this.oversized++;
      } else if (this.#held > 0) {
        this.#hold(chunk, start, end + 1);
        const length = this.#held;
        this.#held = 0;
        onLine(this.#rest, 0, length - 1);
        this.#shrink();
      } else if (end > start) {
        onLine(chunk, start, end);
      }
      start = end + 1;
    }
    if (start < chunk.length && !this.#skipping) {
      this.#hold(chunk, start, chunk.length);
      if (this.#held > this.#largest) {
        this.#skipping = true;
        this.#held = 0;
        this.#shrink();
      }
    }
  }

  #hold(chunk: Buffer, start: number, end: number): void {
    const needed = this.#held + end - start;
    if (this.#rest.length < needed) {
      const larger = Buffer.allocUnsafeSlow(Math.max(16_384, needed * 2));
      this.#rest.copy(larger, 0, 0, this.#held);
      this.#rest = larger;
    }
    chunk.copy(this.#rest, this.#held, start, end);
    this.#held = needed;
  }

  #shrink(): void {
    if (this.#rest.length > 262_144) {
      this.#rest = Buffer.alloc(0);
    }
  }
}
