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

import { BlockPool } from './BlockPool';
import { FieldSelection, selectFields } from './selectFields';
import { JsonReader } from './JsonReader';
import { JsonSyntaxError, jsonIncomplete } from './JsonSyntaxError';
import { SharedStrings } from './SharedStrings';

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const listMetadata = selectFields(['resourceVersion', 'continue']);

/** What a list says of itself. */
export interface ListMetadata {
  resourceVersion?: string;
  continue?: string;
}

type Place =
  | 'start'
  | 'first-field'
  | 'field'
  | 'after-field'
  | 'first-item'
  | 'item'
  | 'after-item'
  | 'end';

/** Takes the items of a list out of its bytes as they come, wherever the list keeps its own metadata. */
export class ListReader {
  readonly #item: FieldSelection;
  readonly #reader: JsonReader;
  readonly #largest: number;
  readonly #pool: BlockPool;
  #block: Buffer;
  #filled = 0;
  #place: Place = 'start';
  #items: unknown[] = [];
  metadata: ListMetadata = {};

  constructor(options: {
    item: FieldSelection;
    strings: SharedStrings;
    pool: BlockPool;
    /** Bytes that one item may have. */
    largest: number;
  }) {
    this.#item = options.item;
    this.#reader = new JsonReader(options.strings);
    this.#largest = options.largest;
    this.#pool = options.pool;
    this.#block = this.#pool.take();
  }

  /** Gives its memory back; it cannot be used any longer. */
  dispose(): void {
    this.#pool.give(this.#block);
    this.#block = Buffer.alloc(0);
  }

  /** Whether the whole list was read. */
  get complete(): boolean {
    return this.#place === 'end';
  }

  /** Makes ready for the next page. */
  restart(): void {
    this.#filled = 0;
    this.#place = 'start';
    this.metadata = {};
  }

  /** Takes bytes in. Answers with items that became complete, in blocks, so mostly with none. */
  push(chunk: Buffer): unknown[] {
    let items: unknown[] | undefined;
    let from = 0;
    while (from < chunk.length) {
      const room = this.#block.length - 1 - this.#filled;
      const length = Math.min(room, chunk.length - from);
      chunk.copy(this.#block, this.#filled, from, from + length);
      this.#filled += length;
      from += length;
      if (this.#filled === this.#block.length - 1) {
        const read = this.#read();
        items = items ? items.concat(read) : read;
      }
    }
    return items ?? [];
  }

  /** Answers with the items still held. */
  finish(): unknown[] {
    return this.#read();
  }

  #read(): unknown[] {
    const reader = this.#reader;
    this.#items = [];
    this.#block[this.#filled] = 0;
    reader.reset(this.#block, 0, this.#filled);
    let done = 0;
    try {
      while (this.#place !== 'end') {
        this.#step();
        done = reader.position;
      }
    } catch (error) {
      if (error !== jsonIncomplete) {
        throw error;
      }
    }
    if (this.#place === 'end') {
      this.#filled = 0;
    } else {
      this.#keepFrom(done);
    }
    return this.#items;
  }

  #step(): void {
    const reader = this.#reader;
    switch (this.#place) {
      case 'start':
        reader.expect(OPEN_OBJECT);
        this.#place = 'first-field';
        break;
      case 'first-field':
      case 'field':
        if (this.#place === 'first-field' && reader.peek() === CLOSE_OBJECT) {
          reader.expect(CLOSE_OBJECT);
          this.#place = 'end';
        } else {
          this.#field();
        }
        break;
      case 'after-field':
        if (reader.peek() === CLOSE_OBJECT) {
          reader.expect(CLOSE_OBJECT);
          this.#place = 'end';
        } else {
          reader.expect(COMMA);
          reader.peek();
          this.#place = 'field';
        }
        break;
      case 'first-item':
        if (reader.peek() === CLOSE_ARRAY) {
          reader.expect(CLOSE_ARRAY);
          this.#place = 'after-field';
        } else {
          this.#place = 'item';
        }
        break;
      case 'item':
        this.#items.push(reader.read(this.#item));
        this.#place = 'after-item';
        break;
      default:
        if (reader.peek() === CLOSE_ARRAY) {
          reader.expect(CLOSE_ARRAY);
          this.#place = 'after-field';
        } else {
          reader.expect(COMMA);
          this.#place = 'item';
        }
    }
  }

  #field(): void {
    const reader = this.#reader;
    if (reader.peek() !== QUOTE) {
      throw new JsonSyntaxError('Expected a field', reader.position);
    }
    const name = reader.readName();
    if (name === 'items' && reader.peek() === OPEN_ARRAY) {
      reader.expect(OPEN_ARRAY);
      this.#place = 'first-item';
      return;
    }
    if (name === 'metadata') {
      Object.assign(this.metadata, reader.read(listMetadata));
    } else {
      reader.skip();
    }
    this.#place = 'after-field';
  }

  #keepFrom(done: number): void {
    const kept = this.#filled - done;
    if (kept > this.#largest) {
      throw new RangeError(
        `An item of the list is larger than ${this.#largest} bytes`,
      );
    }
    if (kept > (this.#block.length - 1) / 2) {
      const larger = Buffer.allocUnsafeSlow(this.#block.length * 4);
      this.#block.copy(larger, 0, done, this.#filled);
      this.#pool.give(this.#block);
      this.#block = larger;
    } else {
      this.#block.copyWithin(0, done, this.#filled);
    }
    this.#filled = kept;
  }
}
