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
import { equalRows } from '../inventory/store/equalRows';

type KeyOf = (row: any) => string;

/** What a channel last told its readers, in a form that is quick to compare with. */
export interface ToldState {
  readonly rows: readonly object[];
  readonly keys: readonly string[];
  readonly total: number;
  readonly summary: string;
  readonly coverage: Coverage;
}

/** Remembers an answer as told. */
export function toldState(answer: ViewAnswer, keyOf: KeyOf): ToldState {
  return {
    rows: answer.rows,
    keys: answer.rows.map(keyOf),
    total: answer.total,
    summary: JSON.stringify(answer.summary),
    coverage: answer.coverage,
  };
}

/**
 * What changed between two answers, or undefined when nothing did.
 *
 * @remarks
 *
 * Most flushes of most views change nothing that is shown, so identity is asked first: rows are replaced only when they may have changed,
 * and a coverage is made anew only when something in it may have.
 */
export function diffAnswers(
  told: ToldState,
  answer: ViewAnswer,
  keyOf: KeyOf,
):
  | { delta: Omit<DeltaEvent, 'channel' | 'version'>; next: ToldState }
  | undefined {
  const rows = diffRows(told, answer.rows, keyOf);
  const summary = JSON.stringify(answer.summary);
  const sameCoverage =
    told.coverage === answer.coverage ||
    coverageText(told.coverage) === coverageText(answer.coverage);
  const delta: Omit<DeltaEvent, 'channel' | 'version'> = {
    ...rows.delta,
    ...(told.total !== answer.total && { total: answer.total }),
    ...(told.summary !== summary && {
      summary: answer.summary as Record<string, unknown>,
    }),
    ...(!sameCoverage && { coverage: answer.coverage }),
  };
  if (Object.keys(delta).length === 0) {
    return undefined;
  }
  return {
    delta,
    next: {
      rows: answer.rows,
      keys: rows.keys,
      total: answer.total,
      summary,
      coverage: answer.coverage,
    },
  };
}

interface RowsDiff {
  delta: Pick<DeltaEvent, 'upsert' | 'remove' | 'order'>;
  keys: readonly string[];
}

function diffRows(
  told: ToldState,
  rows: readonly object[],
  keyOf: KeyOf,
): RowsDiff {
  if (
    rows.length === told.rows.length &&
    rows.every((row, place) => row === told.rows[place])
  ) {
    return { delta: {}, keys: told.keys };
  }
  const before = new Map<string, object>();
  const keyBefore = new Map<object, string>();
  told.rows.forEach((row, place) => {
    before.set(told.keys[place], row);
    keyBefore.set(row, told.keys[place]);
  });
  const keys = rows.map(row => keyBefore.get(row) ?? keyOf(row));
  const upsert = rows.filter((row, place) =>
    isNews(before.get(keys[place]), row),
  ) as Record<string, unknown>[];
  const now = new Set(keys);
  const remove = told.keys.filter(key => !now.has(key));
  const moved =
    keys.length !== told.keys.length ||
    keys.some((key, place) => key !== told.keys[place]);
  return {
    delta: {
      ...(upsert.length > 0 && { upsert }),
      ...(remove.length > 0 && { remove }),
      ...(moved && { order: keys }),
    },
    keys,
  };
}

function isNews(before: object | undefined, row: object): boolean {
  return before !== row && (before === undefined || !equalRows(before, row));
}

/** The time of the data travels with the heartbeat: it alone is no change. */
function coverageText(coverage: Coverage): string {
  return JSON.stringify({ ...coverage, asOf: undefined });
}
