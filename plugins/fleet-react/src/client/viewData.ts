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
  Coverage,
  DeltaEvent,
  ViewAnswer,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { replaceEqualDeep } from '@tanstack/react-query';

/** What is known of a view. Never changed in place; rows that did not change stay the same objects. */
export interface ViewData {
  rows: object[];
  /** Place of each row by its key. */
  places: ReadonlyMap<string, number>;
  total: number;
  summary: object;
  coverage: Coverage;
}

/** Names a row; see `ViewRef`. */
export type RowKey = (row: any) => string;

function placesOf(rows: object[], keyOf: RowKey): Map<string, number> {
  const places = new Map<string, number>();
  rows.forEach((row, place) => places.set(keyOf(row), place));
  return places;
}

/** Takes over a whole answer, keeping what is equal to what was held before. */
export function withAnswer(
  held: ViewData | undefined,
  answer: ViewAnswer,
  keyOf: RowKey,
): ViewData {
  if (!held) {
    const { rows, total, summary, coverage } = answer;
    return { rows, places: placesOf(rows, keyOf), total, summary, coverage };
  }
  const fresh = answer.rows.map(row => {
    const place = held.places.get(keyOf(row));
    return place === undefined ? row : replaceEqualDeep(held.rows[place], row);
  });
  const same =
    fresh.length === held.rows.length &&
    fresh.every((row, place) => row === held.rows[place]);
  return {
    rows: same ? held.rows : fresh,
    places: same ? held.places : placesOf(fresh, keyOf),
    total: answer.total,
    summary: replaceEqualDeep(held.summary, answer.summary),
    coverage: replaceEqualDeep(held.coverage, answer.coverage),
  };
}

function withChangedRows(
  held: ViewData,
  delta: DeltaEvent,
  keyOf: RowKey,
): Pick<ViewData, 'rows' | 'places'> | undefined {
  const { upsert = [], remove = [], order } = delta;
  if (!upsert.length && !remove.length && !order) {
    return { rows: held.rows, places: held.places };
  }
  const replaced = new Map<string, object>();
  let added = 0;
  for (const row of upsert) {
    const key = keyOf(row);
    const place = held.places.get(key);
    if (place === undefined) {
      added++;
    }
    replaced.set(
      key,
      place === undefined ? row : replaceEqualDeep(held.rows[place], row),
    );
  }

  if (!order && !added && !remove.length) {
    const rows = held.rows.slice();
    replaced.forEach((row, key) => {
      rows[held.places.get(key)!] = row;
    });
    return { rows, places: held.places };
  }

  const removed = new Set(remove);
  let rows: object[];
  if (order) {
    rows = [];
    for (const key of order) {
      const place = held.places.get(key);
      const row =
        replaced.get(key) ??
        (place === undefined || removed.has(key)
          ? undefined
          : held.rows[place]);
      if (!row) {
        return undefined;
      }
      rows.push(row);
    }
  } else {
    rows = [];
    held.places.forEach((place, key) => {
      const row = replaced.get(key);
      if (row) {
        rows.push(row);
      } else if (!removed.has(key)) {
        rows.push(held.rows[place]);
      }
      replaced.delete(key);
    });
    rows.push(...replaced.values());
  }
  return { rows, places: placesOf(rows, keyOf) };
}

/**
 * Applies what changed: new rows go to the end unless the delta says the order.
 *
 * @returns nothing when the delta does not fit what is held, because it orders a row that was never sent
 */
export function withDelta(
  held: ViewData,
  delta: DeltaEvent,
  keyOf: RowKey,
): ViewData | undefined {
  const changed = withChangedRows(held, delta, keyOf);
  return (
    changed && {
      ...changed,
      total: delta.total ?? held.total,
      summary: delta.summary
        ? replaceEqualDeep(held.summary, delta.summary)
        : held.summary,
      coverage: delta.coverage
        ? replaceEqualDeep(held.coverage, delta.coverage)
        : held.coverage,
    }
  );
}
