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

import { DashboardContent } from '@quarterdeck/backstage-plugin-fleet-common';
import { useCallback, useMemo, useReducer } from 'react';
import { layoutHistory, newHistory } from './layoutHistory';
import { useHistoryKeys } from './useHistoryKeys';

/** A dashboard's content while it is worked on. */
export interface LayoutHistory {
  content: DashboardContent;
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
  /** Changes with the same `coalesce` one after the other are undone together. */
  change: (content: DashboardContent, options?: { coalesce?: string }) => void;
  /** Begins anew, as when another dashboard is opened. */
  reset: (content: DashboardContent) => void;
}

/** Keeps the last 30 states of a dashboard's content, and listens for the keys of undo and redo. */
export function useLayoutHistory(initial: DashboardContent): LayoutHistory {
  const [history, dispatch] = useReducer(
    layoutHistory<DashboardContent>,
    initial,
    newHistory<DashboardContent>,
  );
  const undo = useCallback(() => dispatch({ type: 'undo' }), []);
  const redo = useCallback(() => dispatch({ type: 'redo' }), []);
  const change = useCallback<LayoutHistory['change']>(
    (content, { coalesce } = {}) =>
      dispatch({ type: 'change', content, coalesce }),
    [],
  );
  const reset = useCallback<LayoutHistory['reset']>(
    content => dispatch({ type: 'reset', content }),
    [],
  );
  useHistoryKeys(undo, redo);

  const { past, present, future } = history;
  const canUndo = past.length > 0;
  const canRedo = future.length > 0;
  return useMemo(
    () => ({ content: present, canUndo, canRedo, undo, redo, change, reset }),
    [present, canUndo, canRedo, undo, redo, change, reset],
  );
}
