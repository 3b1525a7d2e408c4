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

/* eslint-disable no-bitwise */
import { JsonSyntaxError, jsonIncomplete } from './JsonSyntaxError';

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const OTHER = 0;
const STRING = 1;
const OPEN = 2;
const CLOSE = 3;
const STOP = 4;

const structure = new Uint8Array(256);
structure[QUOTE] = STRING;
structure[0x7b] = OPEN;
structure[0x5b] = OPEN;
structure[0x7d] = CLOSE;
structure[0x5d] = CLOSE;
structure[0] = STOP;
structure[NEWLINE] = STOP;

/** Bytes that end the plain part of a text: the quote, a backslash and what may not be in it. */
export const endsText = new Uint8Array(256);
endsText.fill(1, 0, 0x20);
endsText[QUOTE] = 1;
endsText[BACKSLASH] = 1;

/** From behind the opening quote of a text to behind its closing quote. */
export function skipText(
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  let position = start;
  for (;;) {
    while (endsText[bytes[position]] === 0) position++;
    const byte = bytes[position];
    if (byte === QUOTE) {
      return position + 1;
    }
    if (byte !== BACKSLASH) {
      throw position >= end
        ? jsonIncomplete
        : new JsonSyntaxError('Control character in a text', position);
    }
    position += 2;
    if (position > end) {
      throw jsonIncomplete;
    }
  }
}

const CHECKED_DEPTH = 32;

/**
 * From behind the opening bracket of an object or array to behind its closing one. Sees that texts end and that brackets match (down to a depth
 * of 32, then only their number); does not look at the rest.
 */
export function skipContainer(
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  let position = start;
  let depth = 1;
  // One bit a level: whether it is an object.
  let objects = bytes[start - 1] === OPEN_OBJECT ? 1 : 0;
  for (;;) {
    while (structure[bytes[position]] === OTHER) position++;
    const byte = bytes[position++];
    const kind = structure[byte];
    if (kind === STRING) {
      while (endsText[bytes[position]] === 0) position++;
      position =
        bytes[position] === QUOTE
          ? position + 1
          : skipText(bytes, position, end);
    } else if (kind === OPEN) {
      depth++;
      if (depth <= CHECKED_DEPTH) {
        objects = (objects << 1) | (byte === OPEN_OBJECT ? 1 : 0);
      }
    } else if (kind === CLOSE) {
      if (depth <= CHECKED_DEPTH) {
        if ((objects & 1) !== (byte === CLOSE_OBJECT ? 1 : 0)) {
          throw new JsonSyntaxError('Wrong closing bracket', position - 1);
        }
        objects >>>= 1;
      }
      depth--;
      if (depth === 0) {
        return position;
      }
    } else if (position > end) {
      throw jsonIncomplete;
    } else if (byte !== NEWLINE) {
      throw new JsonSyntaxError('Zero byte', position - 1);
    }
  }
}
