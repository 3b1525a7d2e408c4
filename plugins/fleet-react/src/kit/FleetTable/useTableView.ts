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

import { ViewRef, ViewScope } from '@quarterdeck/backstage-plugin-fleet-common';
import { useEffect, useMemo, useRef } from 'react';
import { z } from 'zod';
import { ViewState } from '../../client/ViewState';
import { useView } from '../../hooks/useView';
import { useFleetScope } from '../../scope/FleetScope';
import { TableWindow, useTableWindow } from './useTableWindow';
import { useServerSearch } from './useServerSearch';

/**
 * Shows a view in a table whose heads sort and which offers more rows. What is looked for in the surrounding card is looked for by the
 * server. While another order, search or more rows are on their way, the present rows stay.
 *
 * @example
 * ```tsx
 * const { view, window } = useTableView(podIssuesView, { severities: ['error'] });
 * ```
 *
 * @public
 */
export function useTableView<
  TRow extends object,
  TSummary extends object,
  TParams extends z.ZodType,
>(
  ref: ViewRef<TRow, TSummary, TParams>,
  params?: z.input<TParams>,
  options: { scope?: ViewScope } = {},
): { view: ViewState<TRow, TSummary>; window: TableWindow } {
  const surrounding = useFleetScope();
  const { scope = surrounding } = options;
  const window = useTableWindow();
  const search = useServerSearch(ref);
  const asked = useView(ref, params, {
    scope,
    window: { ...window.window, search },
  });
  const subject = JSON.stringify([ref.id, params, scope]);
  const last = useRef<{ subject: string; state: typeof asked }>();
  useEffect(() => {
    if (asked.status !== 'loading') last.current = { subject, state: asked };
  }, [asked, subject]);

  const view = useMemo(() => {
    const kept = last.current;
    if (asked.status !== 'loading' || kept?.subject !== subject) return asked;
    if (kept.state.status !== 'ready') return asked;
    const { transport, refresh } = asked;
    return { ...kept.state, transport, refresh, refreshing: true };
  }, [asked, subject]);
  return { view, window };
}
