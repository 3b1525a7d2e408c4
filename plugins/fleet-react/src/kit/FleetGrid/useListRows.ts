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

import { useMemo } from 'react';
import { ViewState } from '../../client/ViewState';
import { GridRows } from './GridRows';

/**
 * Options of {@link useListRows}.
 *
 * @public
 */
export interface UseListRowsOptions<TRow> {
  rowKey: (row: TRow) => string;
  /** Keeps some of the rows; all when left out. Keep it the same between renders. */
  filter?: (row: TRow) => boolean;
  /** Another order than the view's. Keep it the same between renders. */
  compare?: (a: TRow, b: TRow) => number;
}

/**
 * Shows a view that answers with all its rows in a {@link FleetGrid}, sorted and filtered in the browser.
 *
 * @public
 */
export function useListRows<TRow extends object, TSummary extends object>(
  view: ViewState<TRow, TSummary>,
  options: UseListRowsOptions<TRow>,
): GridRows<TRow, TSummary> {
  const { rowKey, filter, compare } = options;
  return useMemo(() => {
    const matching = filter ? view.rows.filter(filter) : view.rows;
    const rows = compare ? [...matching].sort(compare) : matching;
    return {
      total: rows.length,
      view: { ...view, rows, total: rows.length },
      subject: '',
      rowAt: index => rows[index],
      indexOf: key => {
        const at = rows.findIndex(row => rowKey(row) === key);
        return at < 0 ? undefined : at;
      },
      show: () => {},
    };
  }, [view, rowKey, filter, compare]);
}
