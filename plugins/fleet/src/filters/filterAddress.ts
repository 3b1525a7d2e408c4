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
  StatusFilter,
  statusFilterSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  TimeRange,
  timeRanges,
} from '@quarterdeck/backstage-plugin-fleet-react';

/** What a dashboard is narrowed to. */
export interface DashboardFilters {
  clusters: string[];
  namespaces: string[];
  statuses: StatusFilter[];
  text: string;
  range?: TimeRange;
}

export const noDashboardFilters: DashboardFilters = {
  clusters: [],
  namespaces: [],
  statuses: [],
  text: '',
};

const MOST_NAMES = 100;

function names(value: string | null): string[] {
  const all = value?.split(',').filter(name => name && name.length <= 253);
  return [...new Set(all)].slice(0, MOST_NAMES);
}

/** Reads the filters from an address; what is not known in it is left out. */
export function readFilters(search: URLSearchParams): DashboardFilters {
  const statuses = names(search.get('status'));
  const range = search.get('range');
  return {
    clusters: names(search.get('clusters')),
    namespaces: names(search.get('namespaces')),
    statuses: statusFilterSchema.options.filter(it => statuses.includes(it)),
    text: search.get('q')?.slice(0, 200) ?? '',
    range: timeRanges.find(it => it === range),
  };
}

/** Puts the filters into an address, and leaves the rest of it alone. */
export function writeFilters(
  search: URLSearchParams,
  filters: DashboardFilters,
): URLSearchParams {
  const written = new URLSearchParams(search);
  const put = (key: string, value: string | undefined) => {
    if (value) written.set(key, value);
    else written.delete(key);
  };
  put('clusters', filters.clusters.join(','));
  put('namespaces', filters.namespaces.join(','));
  put('status', filters.statuses.join(','));
  put('q', filters.text);
  put('range', filters.range);
  return written;
}

/** Whether anything is left out. */
export function isNarrowed(filters: DashboardFilters): boolean {
  const { clusters, namespaces, statuses, text, range } = filters;
  return Boolean(
    clusters.length || namespaces.length || statuses.length || text || range,
  );
}
