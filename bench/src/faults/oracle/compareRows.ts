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

import { isDeepStrictEqual } from 'node:util';

/** A row as it is sent. */
export interface SentRow {
  readonly uid: string;
  readonly cluster: string;
  readonly [field: string]: unknown;
}

/** Says in what the rows differ from those expected; undefined when they do not. */
export function compareRows(
  what: string,
  expected: readonly SentRow[],
  actual: readonly SentRow[],
): string | undefined {
  const wanted = new Map(expected.map(row => [row.uid, row]));
  const found = new Map(actual.map(row => [row.uid, row]));
  if (found.size !== actual.length) return `${what}: a row is there twice`;
  const missing = expected.filter(({ uid }) => !found.has(uid));
  if (missing.length > 0) {
    return `${what}: ${missing.length} of ${expected.length} rows are missing, such as ${missing[0].name}`;
  }
  const extra = actual.filter(({ uid }) => !wanted.has(uid));
  if (extra.length > 0) {
    return `${what}: ${extra.length} rows of what is not there, such as ${extra[0].name}`;
  }
  const other = actual.find(
    row => !isDeepStrictEqual(row, wanted.get(row.uid)),
  );
  return other && `${what}: ${difference(wanted.get(other.uid)!, other)}`;
}

function difference(wanted: SentRow, found: SentRow): string {
  const fields = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  const field = [...fields].find(
    name => !isDeepStrictEqual(wanted[name], found[name]),
  )!;
  return `${wanted.name} has ${field} ${JSON.stringify(found[field])}, not ${JSON.stringify(wanted[field])}`;
}

/** As JSON brings it to the other side. */
export function asSent<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
