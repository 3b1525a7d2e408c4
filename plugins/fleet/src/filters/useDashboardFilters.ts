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

import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { DashboardFilters, readFilters, writeFilters } from './filterAddress';

/** What the address narrows the dashboard to, and how to change it. */
export function useDashboardFilters(): [
  DashboardFilters,
  (change: Partial<DashboardFilters>) => void,
] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => readFilters(search), [search]);
  const change = useCallback(
    (part: Partial<DashboardFilters>) =>
      setSearch(
        previous =>
          writeFilters(previous, { ...readFilters(previous), ...part }),
        // Typing and picking are no steps to go back through.
        { replace: true },
      ),
    [setSearch],
  );
  return [filters, change];
}
