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

import {
  EventRow,
  WarningCluster,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** Warnings of one cluster that count as the same. */
export interface WarningGroup {
  newest: EventRow;
  objectKinds: Set<string>;
  events: number;
  occurrences: number;
  first: number;
  last: number;
}

/** Adds an event to its group, or begins one. */
export function addWarning(
  group: WarningGroup | undefined,
  event: EventRow,
): WarningGroup {
  const known = group ?? {
    newest: event,
    objectKinds: new Set<string>(),
    events: 0,
    occurrences: 0,
    first: event.first,
    last: event.last,
  };
  if (event.last > known.newest.last) known.newest = event;
  known.objectKinds.add(event.objectKind);
  known.events += 1;
  known.occurrences += event.count;
  known.first = Math.min(known.first, event.first);
  known.last = Math.max(known.last, event.last);
  return known;
}

interface Mergeable extends Omit<WarningCluster, 'cluster'> {
  clusters: WarningCluster[];
}

/** Puts the rows of all clusters that have the same key into one. `rest` says what becomes of the fields that are not figures. */
export function mergeWarnings<TRow extends Mergeable>(
  rows: readonly TRow[],
  keyOf: (row: TRow) => string,
  rest: (a: TRow, b: TRow) => Partial<TRow>,
): TRow[] {
  const merged = new Map<string, TRow>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = merged.get(key);
    if (!known) {
      merged.set(key, { ...row, clusters: [...row.clusters] });
      continue;
    }
    Object.assign(known, rest(known, row));
    known.events += row.events;
    known.occurrences += row.occurrences;
    known.first = Math.min(known.first, row.first);
    known.last = Math.max(known.last, row.last);
    known.clusters.push(...row.clusters);
  }
  return [...merged.values()];
}
