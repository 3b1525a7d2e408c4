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

/** What a channel last told its readers, in a form that is quick to compare with. */
export interface ToldState {
  rows: Map<string, { row: object; json: string | undefined }>;
  order: string[];
  total: number;
  summary: string;
  coverage: string;
}

/** Remembers an answer as told. */
export function toldState(
  answer: ViewAnswer,
  keyOf: (row: any) => string,
): ToldState {
  const rows: ToldState['rows'] = new Map();
  const order: string[] = [];
  for (const row of answer.rows) {
    const key = keyOf(row);
    rows.set(key, { row, json: undefined });
    order.push(key);
  }
  return {
    rows,
    order,
    total: answer.total,
    summary: JSON.stringify(answer.summary),
    coverage: coverageText(answer.coverage),
  };
}

/**
 * What changed between two answers, or undefined when nothing did. Rows are compared by identity first: those of collections are replaced
 * only when they change; those of other views are compared by their text.
 */
export function diffAnswers(
  told: ToldState,
  answer: ViewAnswer,
  keyOf: (row: any) => string,
):
  | { delta: Omit<DeltaEvent, 'channel' | 'version'>; next: ToldState }
  | undefined {
  const next = toldState(answer, keyOf);
  const upsert: object[] = [];
  for (const [key, entry] of next.rows) {
    const before = told.rows.get(key);
    if (before?.row === entry.row) {
      entry.json = before.json;
      continue;
    }
    if (before) {
      before.json ??= JSON.stringify(before.row);
      entry.json = JSON.stringify(entry.row);
      if (before.json === entry.json) {
        continue;
      }
    }
    upsert.push(entry.row);
  }
  const remove = told.order.filter(key => !next.rows.has(key));
  const delta: Omit<DeltaEvent, 'channel' | 'version'> = {
    ...(upsert.length > 0 && {
      upsert: upsert as Record<string, unknown>[],
    }),
    ...(remove.length > 0 && { remove }),
    ...(!sameOrder(told.order, next.order) && { order: next.order }),
    ...(told.total !== next.total && { total: next.total }),
    ...(told.summary !== next.summary && {
      summary: answer.summary as Record<string, unknown>,
    }),
    ...(told.coverage !== next.coverage && { coverage: answer.coverage }),
  };
  return Object.keys(delta).length > 0 ? { delta, next } : undefined;
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, place) => key === b[place]);
}

/** The time of the data travels with the heartbeat: it alone is no change. */
function coverageText(coverage: Coverage): string {
  return JSON.stringify({ ...coverage, asOf: undefined });
}
