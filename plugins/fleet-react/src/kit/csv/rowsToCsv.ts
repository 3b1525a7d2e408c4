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

/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function flatten(
  value: unknown,
  path: string,
  fields: Map<string, string>,
): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    fields.set(path, textCell(value.map(plainText).join('; ')));
  } else if (typeof value === 'object') {
    for (const [name, part] of Object.entries(value)) {
      flatten(part, path === '' ? name : `${path}.${name}`, fields);
    }
  } else {
    // A negative number is no formula, a text that looks like one may be.
    fields.set(
      path,
      typeof value === 'number' ? String(value) : textCell(String(value)),
    );
  }
}

function plainText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function textCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Writes rows as comma-separated values (RFC 4180), a column for each field of any row: fields of objects by their path with dots, lists
 * joined by semicolons, nothing for what is absent. Names and texts come from clusters, so that what a spreadsheet would run as a formula
 * has an apostrophe before it.
 *
 * @public
 */
export function rowsToCsv(rows: readonly object[]): string {
  const flat = rows.map(row => {
    const fields = new Map<string, string>();
    flatten(row, '', fields);
    return fields;
  });
  const columns = [...new Set(flat.flatMap(fields => [...fields.keys()]))];
  if (columns.length === 0) return '';
  const lines = [
    columns.map(textCell),
    ...flat.map(fields => columns.map(column => fields.get(column) ?? '')),
  ];
  return lines.map(cells => `${cells.map(quoted).join(',')}\r\n`).join('');
}
