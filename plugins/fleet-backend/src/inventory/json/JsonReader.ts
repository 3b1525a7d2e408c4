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
import { decodeAscii, decodeUtf8 } from './decodeBytes';
import {
  FieldSelection,
  nameMark,
  SelectedField,
  SelectedFields,
} from './selectFields';
import { JsonSyntaxError, jsonIncomplete } from './JsonSyntaxError';
import { blank, ofScalar, scalarOf } from './jsonScalars';
import { SharedStrings } from './SharedStrings';
import { endsText, skipContainer, skipText } from './skipJson';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const DEEPEST = 500;

/**
 * Reads selected fields from JSON in UTF-8 without looking closer at the rest.
 *
 * @remarks
 *
 * What is kept is equal to what JSON.parse makes of it. What is skipped is checked for its brackets and the ends of its texts only.
 * A zero byte or a newline must stand at the end of the data, so that no loop needs to look for it. Throws `jsonIncomplete` when the data
 * ends too early.
 */
export class JsonReader {
  readonly #strings: SharedStrings;
  #bytes: Buffer = Buffer.alloc(0);
  #end = 0;
  position = 0;

  constructor(strings: SharedStrings) {
    this.#strings = strings;
  }

  reset(bytes: Buffer, start: number, end: number): void {
    this.#bytes = bytes;
    this.position = start;
    this.#end = end;
  }

  /** Reads one value, keeping what is selected of it. */
  read(selection: FieldSelection): unknown {
    return this.#value(selection.children, false, 0);
  }

  skip(): void {
    this.#skipValue();
  }

  /** The next byte that is not blank, which stays to be read. */
  peek(): number {
    const bytes = this.#bytes;
    let position = this.position;
    while (blank[bytes[position]] === 1) position++;
    this.position = position;
    if (position >= this.#end) {
      throw jsonIncomplete;
    }
    return bytes[position];
  }

  /** Reads one byte, which must be this one. */
  expect(byte: number): void {
    const found = this.peek();
    if (found !== byte) {
      throw new JsonSyntaxError(
        `Expected '${String.fromCharCode(byte)}'`,
        this.position,
      );
    }
    this.position++;
  }

  /** Reads the name of a field and the colon after it. */
  readName(): string {
    this.expect(QUOTE);
    const name = this.#text(false);
    this.expect(COLON);
    return name;
  }

  #value(
    children: SelectedFields | undefined,
    unique: boolean,
    depth: number,
  ): unknown {
    const bytes = this.#bytes;
    let byte = bytes[this.position];
    if (byte <= 0x20) {
      byte = this.peek();
    }
    if (byte === QUOTE) {
      this.position++;
      return this.#text(unique);
    }
    if (byte === OPEN_OBJECT) {
      if (depth > DEEPEST) {
        throw new JsonSyntaxError('Nested too deeply', this.position);
      }
      this.position++;
      return children
        ? this.#selectedObject(children, depth + 1)
        : this.#object(depth + 1);
    }
    if (byte === OPEN_ARRAY) {
      if (depth > DEEPEST) {
        throw new JsonSyntaxError('Nested too deeply', this.position);
      }
      this.position++;
      return this.#array(children, depth + 1);
    }
    return this.#scalar();
  }

  #selectedObject(
    children: SelectedFields,
    depth: number,
  ): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    const bytes = this.#bytes;
    const { fields, marks } = children;
    const count = fields.length;
    let next = 0;
    let byte = bytes[this.position];
    if (byte <= 0x20) byte = this.peek();
    if (byte === CLOSE_OBJECT) {
      this.position++;
      return object;
    }
    for (;;) {
      if (byte !== QUOTE) {
        throw new JsonSyntaxError('Expected a field', this.position);
      }
      const start = this.position + 1;
      let after = start;
      while (endsText[bytes[after]] === 0) after++;
      const plain = bytes[after] === QUOTE;
      after = plain ? after + 1 : skipText(bytes, after, this.#end);
      this.position = after;
      if (bytes[after] === COLON) {
        this.position++;
      } else {
        this.expect(COLON);
      }
      const length = after - 1 - start;
      let found: SelectedField | undefined;
      // Servers write fields in one order, so the next field wanted is most likely the one after the last.
      if (!plain) {
        const name = this.#escapedText(start, after - 1);
        found = fields.find(field => field.name === name);
      } else if (marks[nameMark(length, bytes[start])] !== 0) {
        for (let tried = 0; tried < count; tried++) {
          const field = fields[next];
          next = next + 1 === count ? 0 : next + 1;
          if (isName(field.bytes, bytes, start, length)) {
            found = field;
            break;
          }
        }
      }
      if (found) {
        const value = this.#value(found.children, found.unique, depth);
        if (found.name === '__proto__') {
          defineField(object, found.name, value);
        } else {
          object[found.name] = value;
        }
      } else {
        this.#skipValue();
      }
      byte = bytes[this.position];
      if (byte <= 0x20) byte = this.peek();
      if (byte === CLOSE_OBJECT) {
        this.position++;
        return object;
      }
      if (byte !== COMMA) {
        throw this.#unexpected();
      }
      this.position++;
      byte = bytes[this.position];
      if (byte <= 0x20) byte = this.peek();
    }
  }

  #object(depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    if (this.peek() === CLOSE_OBJECT) {
      this.position++;
      return object;
    }
    for (;;) {
      const name = this.readName();
      const value = this.#value(undefined, false, depth);
      if (name === '__proto__') {
        defineField(object, name, value);
      } else {
        object[name] = value;
      }
      const byte = this.peek();
      if (byte === CLOSE_OBJECT) {
        this.position++;
        return object;
      }
      this.expect(COMMA);
    }
  }

  #array(children: SelectedFields | undefined, depth: number): unknown[] {
    const items: unknown[] = [];
    if (this.peek() === CLOSE_ARRAY) {
      this.position++;
      return items;
    }
    for (;;) {
      items.push(this.#value(children, false, depth));
      const byte = this.peek();
      if (byte === CLOSE_ARRAY) {
        this.position++;
        return items;
      }
      this.expect(COMMA);
    }
  }

  /** From behind the opening quote. */
  #text(unique: boolean): string {
    const bytes = this.#bytes;
    const start = this.position;
    let position = start;
    let hash = 0;
    let all = 0;
    for (;;) {
      const byte = bytes[position];
      if (byte === QUOTE) {
        break;
      }
      if (byte === BACKSLASH) {
        const after = skipText(bytes, position, this.#end);
        this.position = after;
        return this.#escapedText(start, after - 1);
      }
      if (byte < 0x20) {
        // Throws: either the data ends here or this byte may not be here.
        skipText(bytes, position, this.#end);
      }
      hash = (Math.imul(hash, 31) + byte) | 0;
      all |= byte;
      position++;
    }
    this.position = position + 1;
    if (all > 0x7f) {
      return decodeUtf8(bytes, start, position);
    }
    return unique
      ? decodeAscii(bytes, start, position)
      : this.#strings.decode(bytes, start, position, hash);
  }

  #escapedText(start: number, end: number): string {
    try {
      return JSON.parse(`"${decodeUtf8(this.#bytes, start, end)}"`);
    } catch {
      throw new JsonSyntaxError('Malformed text', start);
    }
  }

  #scalar(): unknown {
    const bytes = this.#bytes;
    const start = this.position;
    let position = start;
    let integer = 0;
    let byte = bytes[position];
    while (byte >= 0x30 && byte <= 0x39) {
      integer = integer * 10 + (byte - 0x30);
      byte = bytes[++position];
    }
    const digits = position - start;
    if (
      ofScalar[byte] === 0 &&
      digits > 0 &&
      digits < 16 &&
      (digits === 1 || bytes[start] !== 0x30)
    ) {
      if (position >= this.#end) {
        throw jsonIncomplete;
      }
      this.position = position;
      return integer;
    }
    while (ofScalar[bytes[position]] === 1) position++;
    if (position >= this.#end) {
      throw jsonIncomplete;
    }
    this.position = position;
    return scalarOf(decodeAscii(bytes, start, position), start);
  }

  #skipValue(): void {
    const bytes = this.#bytes;
    let byte = bytes[this.position];
    if (byte <= 0x20) {
      byte = this.peek();
    }
    if (byte === QUOTE) {
      this.position = skipText(bytes, this.position + 1, this.#end);
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      this.position = skipContainer(bytes, this.position + 1, this.#end);
    } else {
      let position = this.position;
      while (ofScalar[bytes[position]] === 1) position++;
      if (position >= this.#end) {
        throw jsonIncomplete;
      }
      if (position === this.position) {
        throw this.#unexpected();
      }
      this.position = position;
    }
  }

  #unexpected(): JsonSyntaxError {
    return new JsonSyntaxError('Unexpected byte', this.position);
  }
}

function isName(
  name: Uint8Array,
  bytes: Uint8Array,
  start: number,
  length: number,
): boolean {
  if (name.length !== length) {
    return false;
  }
  for (let index = 0; index < length; index++) {
    if (name[index] !== bytes[start + index]) {
      return false;
    }
  }
  return true;
}

function defineField(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
