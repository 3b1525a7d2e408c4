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
  filtersOfView,
  ViewRef,
  ViewScope,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetFilterValue } from '@quarterdeck/backstage-plugin-fleet-react';

/**
 * Where a figure's list is when the dashboard is narrowed: the list leaves out what the figure leaves out. Undefined where the list
 * would have to be of two statuses that no row can have at once.
 */
export function listPath(
  path: string,
  view: ViewRef<any, any, any>,
  scope: ViewScope | undefined,
  { text, statuses, range }: FleetFilterValue,
): string | undefined {
  const [page, search] = path.split('?', 2);
  const params = new URLSearchParams(search);
  const obeyed = filtersOfView(view);
  const put = (name: string, names: readonly string[] | undefined) => {
    if (names?.length) params.set(name, names.join());
  };
  put('clusters', scope?.clusters);
  put('namespaces', scope?.namespaces);
  if (obeyed.text && text) params.set('search', text);
  if (obeyed.time && range) params.set('range', range);
  if (obeyed.statuses && statuses) {
    const own = params.get('status')?.split(',');
    const both = own?.filter(it => statuses.some(status => status === it));
    if (both?.length === 0) return undefined;
    put('status', both ?? statuses);
  }
  return params.size > 0 ? `${page}?${params}` : page;
}
