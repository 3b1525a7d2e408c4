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
  MAX_WINDOW_ROWS,
  ViewWindow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useMemo, useState } from 'react';

const PAGE_ROWS = 50;

/**
 * Which part of a view a table shows, and in which order.
 *
 * @public
 */
export interface TableWindow {
  /** To be given to `useView`. */
  window: Pick<ViewWindow, 'limit' | 'sort' | 'descending'>;
  /** Undefined while the view's own order is shown. */
  sort?: { by: string; descending: boolean };
  /** Sorts by a column; the second time the other way round, the third time in the view's own order again. */
  toggleSort(by: string, descendingFirst?: boolean): void;
  showMore(): void;
}

/**
 * Keeps the window of a table: fifty rows, then fifty more each time, to the most that a window may hold.
 *
 * @public
 */
export function useTableWindow(pageRows: number = PAGE_ROWS): TableWindow {
  const [limit, setLimit] = useState(pageRows);
  const [sort, setSort] = useState<TableWindow['sort']>();
  return useMemo(
    () => ({
      window: { limit, sort: sort?.by, descending: sort?.descending ?? false },
      sort,
      toggleSort: (by, descendingFirst = false) =>
        setSort(previous => {
          if (previous?.by !== by) return { by, descending: descendingFirst };
          return previous.descending === descendingFirst
            ? { by, descending: !descendingFirst }
            : undefined;
        }),
      showMore: () =>
        setLimit(previous => Math.min(MAX_WINDOW_ROWS, previous + pageRows)),
    }),
    [limit, sort, pageRows],
  );
}
