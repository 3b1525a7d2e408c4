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

import type { PrinterColumn } from '../../store/ResourceType';
import type { Cells } from './Cells';
import { age } from './humanDuration';

/** Follows the simple JSON paths of printer columns: `.spec.items[0].name`. */
export function readJsonPath(value: any, path: string): unknown {
  const steps =
    path.match(/\[\?\(.*?\)\]|\[[^\]]*\]|(?:[^.[\]\\]|\\.)+/g) ?? [];
  let current = value;
  for (const step of steps) {
    if (current === undefined || current === null) return undefined;
    const filter = /^\[\?\(@\.([\w.]+)\s*==\s*["'](.*)["']\)\]$/.exec(step);
    if (filter) {
      current = Array.isArray(current)
        ? current.find(each => String(each?.[filter[1]]) === filter[2])
        : undefined;
    } else if (step.startsWith('[')) {
      current = current[step.slice(1, -1).replace(/^['"]|['"]$/g, '')];
    } else {
      current = current[step.replace(/\\(.)/g, '$1')];
    }
  }
  return current;
}

function cell(column: PrinterColumn, object: unknown, now: Date): unknown {
  const value = readJsonPath(object, column.jsonPath ?? '');
  if (value === undefined || value === null) return null;
  switch (column.type) {
    case 'date':
      return age(String(value), now);
    case 'integer':
      return Math.trunc(Number(value));
    case 'number':
      return Number(value);
    case 'boolean':
      return Boolean(value);
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}

export function customCells(columns: PrinterColumn[]): Cells {
  return (object, now) => [
    object.metadata.name,
    ...columns.map(column => cell(column, object, now)),
  ];
}
