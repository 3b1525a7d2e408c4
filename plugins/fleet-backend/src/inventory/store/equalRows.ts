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

/** Whether two rows show the same: their fields, one level of arrays and records, and what these hold. */
export function equalRows(a: object, b: object): boolean {
  return equalFields(a as Fields, b as Fields);
}

type Fields = Readonly<Record<string, unknown>>;

function equalFields(a: Fields, b: Fields): boolean {
  let fields = 0;
  // Object.keys would make an array for every row compared; rows are plain, so nothing is inherited.
  // eslint-disable-next-line guard-for-in
  for (const name in a) {
    if (!equalValues(a[name], b[name])) {
      return false;
    }
    if (a[name] !== undefined) fields++;
  }
  for (const name in b) {
    if (b[name] !== undefined) fields--;
  }
  return fields === 0;
}

function equalValues(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) {
    return Number.isNaN(a) && Number.isNaN(b);
  }
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((value, index) => equalValues(value, b[index]))
    );
  }
  return !Array.isArray(b) && equalFields(a as Fields, b as Fields);
}
