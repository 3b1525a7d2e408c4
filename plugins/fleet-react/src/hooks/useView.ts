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
import {
  ViewRef,
  ViewScope,
  viewWindowSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { fleetApiRef } from '../client/FleetApi';
import { ViewState } from '../client/ViewState';
import { toViewQuery, viewQueryKey } from '../client/viewQueryKey';
import { useFleetFilters } from '../scope/FleetFilters';
import { useFleetScope } from '../scope/FleetScope';
import { narrowQuestion } from '../scope/narrowQuestion';
import { useWhileShown } from '../scope/PageShown';

/**
 * Options of {@link useView}.
 *
 * @public
 */
export interface UseViewOptions {
  /** Which part of a collection; left out means the first fifty rows in the view's own order. */
  window?: z.input<typeof viewWindowSchema>;
  /** Left out means that of the surrounding `FleetScope`, else every cluster and namespace that the viewer may read. */
  scope?: ViewScope;
  /** When false nothing is asked, and what is already known is shown. */
  enabled?: boolean;
}

const notSubscribed = () => () => {};

/**
 * Shows a view and keeps it up to date while the component is mounted on a page that can be seen. Parameters and options may be new objects
 * on every render.
 *
 * @example
 * ```tsx
 * const { rows, total } = useView(podIssuesView, { severities: ['error'] }, { window: { limit: 10 } });
 * ```
 *
 * @public
 */
export function useView<
  TRow extends object,
  TSummary extends object,
  TParams extends z.ZodType,
>(
  view: ViewRef<TRow, TSummary, TParams>,
  params?: z.input<TParams>,
  options: UseViewOptions = {},
): ViewState<TRow, TSummary> {
  const api = useApi(fleetApiRef);
  const surrounding = useFleetScope();
  const filters = useFleetFilters();
  const { scope = surrounding, enabled = true } = options;
  const { window } = options;
  const question = {
    ...narrowQuestion(view, { params: params as object, window }, filters),
    scope,
  } as object;
  const key = viewQueryKey(toViewQuery(view.id, question));
  const live = useMemo(
    () => api.view(view, question),
    // The key stands for the question, whose objects change on every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, view, key],
  );
  const subscribe = useCallback(
    (listener: () => void) => live.subscribe(listener),
    [live],
  );
  // A page that is come back to shows what it has, and goes on from there.
  useEffect(() => live.hold(), [live]);
  const whileShown = useWhileShown(subscribe);
  return useSyncExternalStore(
    enabled ? whileShown : notSubscribed,
    live.getState,
  );
}
