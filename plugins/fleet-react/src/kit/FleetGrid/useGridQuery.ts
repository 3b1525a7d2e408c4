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
import { useSearchParams } from 'react-router-dom';

/**
 * The order, search and filters of a grid as the address of the page has them, so that a link shows the same and the browser's buttons
 * work.
 *
 * @public
 */
export interface GridQuery<TFilter extends string = string> {
  /** Undefined while the view's own order is shown. */
  sort?: { by: string; descending: boolean };
  search: string;
  /** What is set of the filters. */
  filters: Partial<Record<TFilter, string>>;
  /** Whether a search or a filter is set. */
  narrowed: boolean;
  /** Sorts by a column; the second time the other way round, the third time in the view's own order again. */
  toggleSort(by: string, descendingFirst?: boolean): void;
  setSearch(search: string): void;
  /** Takes the filter off when the value is left out. */
  setFilter(filter: TFilter, value?: string): void;
  /** Takes off the search and all filters. */
  clear(): void;
}

function readSort(text: string | null): GridQuery['sort'] {
  if (!text) return undefined;
  return text.startsWith('-')
    ? { by: text.slice(1), descending: true }
    : { by: text, descending: false };
}

/**
 * Keeps the state of a grid in the address: `?sort=-restarts&search=web&kind=Job`.
 *
 * @param filters - names of the filters. Keep the array the same between renders.
 *
 * @public
 */
export function useGridQuery<TFilter extends string = never>(
  filters: readonly TFilter[] = [],
): GridQuery<TFilter> {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const change = (name: string, value: string | undefined) =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        // Not a place to come back to.
        { replace: true },
      );
    const sort = readSort(params.get('sort'));
    const search = params.get('search') ?? '';
    const set = Object.fromEntries(
      filters
        .map(filter => [filter, params.get(filter)])
        .filter(([, value]) => value),
    ) as Partial<Record<TFilter, string>>;
    return {
      sort,
      search,
      filters: set,
      narrowed: search !== '' || Object.keys(set).length > 0,
      toggleSort: (by, descendingFirst = false) => {
        if (sort?.by !== by) {
          change('sort', descendingFirst ? `-${by}` : by);
        } else if (sort.descending === descendingFirst) {
          change('sort', descendingFirst ? by : `-${by}`);
        } else {
          change('sort', undefined);
        }
      },
      setSearch: text => change('search', text),
      setFilter: (filter, value) => change(filter, value),
      clear: () =>
        setParams(
          previous => {
            const next = new URLSearchParams(previous);
            ['search', ...filters].forEach(name => next.delete(name));
            return next;
          },
          { replace: true },
        ),
    };
  }, [params, setParams, filters]);
}
