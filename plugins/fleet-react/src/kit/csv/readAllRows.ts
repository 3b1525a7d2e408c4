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

import { MAX_WINDOW_ROWS } from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetApi } from '../../client/FleetApi';
import { ViewSource } from '../../client/ViewState';

/** No more rows than these are fetched for one file. */
export const MOST_CSV_ROWS = 10_000;

/**
 * Reads the rows that match a question, beyond the window that was asked for: by the same parameters, scope, order and search, page by
 * page. What moves from one page to another meanwhile is there once.
 *
 * @returns the rows, and how many there are in all
 */
export async function readAllRows(
  api: Pick<FleetApi, 'readView'>,
  source: ViewSource,
  options: {
    signal: AbortSignal;
    onProgress(rows: number, total: number): void;
  },
): Promise<{ rows: object[]; total: number }> {
  const { view, query } = source;
  const { params, scope, window } = query;
  const rows = new Map<string, object>();
  let total = 0;
  let offset = 0;
  do {
    const answer = await api.readView(
      view,
      {
        params,
        scope,
        window: {
          ...window,
          offset,
          limit: Math.min(MAX_WINDOW_ROWS, MOST_CSV_ROWS - offset),
        },
      },
      { signal: options.signal },
    );
    answer.rows.forEach(row => rows.set(view.key(row), row));
    total = answer.total;
    if (answer.rows.length === 0) break;
    offset += answer.rows.length;
    options.onProgress(rows.size, Math.min(total, MOST_CSV_ROWS));
  } while (offset < Math.min(total, MOST_CSV_ROWS));
  return { rows: [...rows.values()], total };
}
