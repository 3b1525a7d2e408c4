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

/** Fields whose values the clock, the store or chance decides. */
const VOLATILE = new Set([
  'resourceVersion',
  'continue',
  'remainingItemCount',
  'time',
  'creationTimestamp',
  'deletionTimestamp',
  'serverAddress',
  'gitTreeState',
]);

export interface CompareOptions {
  /** Further fields of which only the type counts. */
  volatile?: string[];
  /** Whether a field's value only has to have the right type. */
  shapeOnly?: boolean;
}

/**
 * Where an answer differs from the recorded one: missing and additional
 * fields, other types, and other values where values are determined.
 */
export function differences(
  recorded: any,
  actual: any,
  options: CompareOptions = {},
  path = '$',
  field = '',
): string[] {
  if (kindOf(recorded) !== kindOf(actual)) {
    return [`${path}: ${kindOf(recorded)} became ${kindOf(actual)}`];
  }
  if (Array.isArray(recorded)) {
    if (recorded.length !== actual.length) {
      return [`${path}: ${recorded.length} items became ${actual.length}`];
    }
    return recorded.flatMap((each, index) =>
      differences(each, actual[index], options, `${path}[${index}]`, field),
    );
  }
  if (kindOf(recorded) === 'object') {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(actual)]);
    return [...keys].flatMap(key =>
      differences(recorded[key], actual[key], options, `${path}.${key}`, key),
    );
  }
  const isVolatile =
    options.shapeOnly ||
    VOLATILE.has(field) ||
    options.volatile?.includes(field);
  if (isVolatile || normal(recorded) === normal(actual)) return [];
  return [`${path}: ${normal(recorded)} became ${normal(actual)}`];
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Texts that quote a resource version or uid are compared without it. */
function normal(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<uid>')
    .replace(/(resource version: |current: |\()\d+/g, '$1<version>');
}
