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

import { decodeAscii } from './decodeBytes';

const SLOTS = 1 << 14;
const LONGEST = 64;

/**
 * Decodes short ASCII texts, answering with the copy that it made before where the bytes are the same. Its size is fixed: a text
 * that falls on the slot of another one takes its place.
 */
export class SharedStrings {
  readonly #hashes = new Int32Array(SLOTS);
  readonly #texts: string[] = new Array<string>(SLOTS).fill('');

  /** `hash` is that of the bytes by {@link hashByte}, starting at 0. */
  decode(bytes: Buffer, start: number, end: number, hash: number): string {
    const length = end - start;
    if (length > LONGEST) {
      return decodeAscii(bytes, start, end);
    }
    // eslint-disable-next-line no-bitwise
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const known = this.#texts[slot];
    if (
      this.#hashes[slot] === hash &&
      known.length === length &&
      isText(known, bytes, start)
    ) {
      return known;
    }
    const text = decodeAscii(bytes, start, end);
    this.#hashes[slot] = hash;
    this.#texts[slot] = text;
    return text;
  }
}

function isText(text: string, bytes: Buffer, start: number): boolean {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) !== bytes[start + index]) {
      return false;
    }
  }
  return true;
}
