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

import { useApi } from '@backstage/core-plugin-api';
import { ViewRef, ViewScope } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { z } from 'zod';
import { fleetApiRef } from '../../client/FleetApi';
import { ViewState } from '../../client/ViewState';
import { useFleetFilters } from '../../scope/FleetFilters';
import { useFleetScope } from '../../scope/FleetScope';
import { narrowQuestion } from '../../scope/narrowQuestion';
import { GridPages } from './GridPages';
import { GridRows } from './GridRows';

/**
 * Options of {@link useGridRows}.
 *
 * @public
 */
export interface UseGridRowsOptions {
  /** Left out means every cluster and namespace that the viewer may read. */
  scope?: ViewScope;
  /** Left out means the view's own order. */
  sort?: { by: string; descending: boolean };
  search?: string;
}

/**
 * Shows a collection of any size in a {@link FleetGrid}: the server sorts, filters and hands out the part that is on screen, and keeps it
 * up to date. While another order or search is on its way, the present rows stay.
 *
 * @example
 * ```tsx
 * const rows = useGridRows(podsView, { node }, { scope: { clusters: [cluster] } });
 * return <FleetGrid label="Pods" columns={columns} rows={rows} rowKey={podsView.key} rowName={row => row.name} />;
 * ```
 *
 * @public
 */
export function useGridRows<
  TRow extends object,
  TSummary extends object,
  TParams extends z.ZodType,
>(
  ref: ViewRef<TRow, TSummary, TParams>,
  params?: z.input<TParams>,
  options: UseGridRowsOptions = {},
): GridRows<TRow, TSummary> {
  const api = useApi(fleetApiRef);
  const narrowed = narrowQuestion(
    ref,
    { params: params as object, window: { search: options.search } },
    useFleetFilters(),
  );
  const { search, statuses } = narrowed.window ?? {};
  const surrounding = useFleetScope();
  const { scope = surrounding } = options;
  // The order comes from the address of the page, where anything may stand.
  const sort = ref.sorts.includes(options.sort?.by ?? '')
    ? options.sort
    : undefined;
  const place = JSON.stringify([ref.id, scope]);
  const subject = JSON.stringify([
    ref.id,
    scope,
    narrowed.params,
    sort,
    search,
    statuses,
  ]);
  const asked = useMemo(
    () => ({
      place,
      subject,
      pages: new GridPages<TRow, TSummary>({
        rowKey: ref.key,
        open: (offset, limit) =>
          api.view(ref, {
            params: narrowed.params as z.input<TParams>,
            scope,
            window: {
              offset,
              limit,
              sort: sort?.by,
              descending: sort?.descending,
              search: search || undefined,
              statuses,
            },
          }),
      }),
    }),
    // The subject stands for the question, whose objects change on every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, ref, subject],
  );
  useEffect(() => asked.pages.open(), [asked]);
  const version = useSyncExternalStore(
    asked.pages.subscribe,
    asked.pages.getVersion,
  );

  const last = useRef<typeof asked>();
  const answered = (asked.pages.state?.status ?? 'loading') !== 'loading';
  const kept =
    !answered && last.current?.place === place ? last.current : undefined;
  useLayoutEffect(() => {
    if (answered) last.current = asked;
  }, [answered, asked]);

  return useMemo(
    () => gridRows((kept ?? asked).subject, kept?.pages, asked.pages),
    // The version stands for what the pages hold.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [kept, asked, version],
  );
}

const loading: ViewState<any, any> = {
  status: 'loading',
  rows: [],
  total: 0,
  transport: 'stream',
  refreshing: false,
  refresh: () => {},
};

function gridRows<TRow extends object, TSummary extends object>(
  subject: string,
  kept: GridPages<TRow, TSummary> | undefined,
  asked: GridPages<TRow, TSummary>,
): GridRows<TRow, TSummary> {
  const pages = kept ?? asked;
  const state = pages.state ?? asked.state ?? loading;
  const { total } = pages;
  return {
    total,
    subject,
    view: {
      ...state,
      total,
      transport: asked.state?.transport ?? state.transport,
      refreshing: state.refreshing || kept !== undefined,
      refresh: () => asked.refresh(),
    },
    rowAt: index => pages.rowAt(index),
    indexOf: key => pages.indexOf(key),
    show: (first, end) => pages.show(first, end),
  };
}
