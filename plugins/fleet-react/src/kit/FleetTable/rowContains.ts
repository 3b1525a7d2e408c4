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

import { FleetTableColumn } from './FleetTableColumn';

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value.toLowerCase()];
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value) ? value.flatMap(textsOf) : [];
}

/**
 * Whether a row holds each of some words: in what a column says of it, in what a column draws when that is text, or in one of its own
 * texts. Its uid is not looked at, as nobody sees it.
 *
 * @param words - in lower case
 */
export function rowContains<TRow extends object>(
  row: TRow,
  columns: readonly FleetTableColumn<TRow>[],
  words: readonly string[],
): boolean {
  const texts = [
    ...columns.flatMap(({ text, render }) =>
      textsOf(text ? text(row) : render(row)),
    ),
    ...Object.entries(row).flatMap(([field, value]) =>
      field === 'uid' || typeof value === 'number' ? [] : textsOf(value),
    ),
  ];
  return words.every(word => texts.some(text => text.includes(word)));
}
