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

import { JsonSyntaxError } from './JsonSyntaxError';

const numberPattern = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Bytes of numbers and of true, false and null. */
export const ofScalar = new Uint8Array(256);
for (const byte of Buffer.from('+-.0123456789Eaeflnrstu')) {
  ofScalar[byte] = 1;
}
/** Bytes between values. */
export const blank = new Uint8Array(256);
for (const byte of Buffer.from(' \t\r\n')) {
  blank[byte] = 1;
}

/** The value of a number, true, false or null. */
export function scalarOf(text: string, position: number): unknown {
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (text === 'null') return null;
  if (numberPattern.test(text)) return Number(text);
  throw new JsonSyntaxError('Unexpected value', position);
}
