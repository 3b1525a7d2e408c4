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

import { ViewScope } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetFilters,
  FleetScope,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { ReactNode } from 'react';
import { DashboardFilters, noDashboardFilters } from './filterAddress';
import { FilterChips } from './FilterChips';
import styles from './FilterBar.module.css';
import { useDashboardFilters } from './useDashboardFilters';
import { useHiddenClusters } from './useHiddenClusters';

/** What a list can be narrowed to by its address, as a dashboard is. */
export type PageFilter = 'clusters' | 'namespaces' | 'statuses';

/** The same in the address, for the query of a list. */
export const pageFilterNames = ['clusters', 'namespaces', 'status'] as const;

function obeyed(
  filters: DashboardFilters,
  by: readonly PageFilter[],
): DashboardFilters {
  return {
    ...noDashboardFilters,
    ...Object.fromEntries(by.map(filter => [filter, filters[filter]])),
  };
}

function scopeOf({
  clusters,
  namespaces,
}: DashboardFilters): ViewScope | undefined {
  if (clusters.length === 0 && namespaces.length === 0) return undefined;
  return {
    ...(clusters.length > 0 && { clusters }),
    ...(namespaces.length > 0 && { namespaces }),
  };
}

/** Narrows a list to what its address says, such as that of a figure on a dashboard that is narrowed; each can be taken away. */
export function PageFilters(props: {
  by: readonly PageFilter[];
  children: (scope: ViewScope | undefined) => ReactNode;
}) {
  const { by, children } = props;
  const [filters, change] = useDashboardFilters();
  const picked = obeyed(filters, by);
  const hidden = useHiddenClusters(picked.clusters);
  const scope = scopeOf(picked);
  const content = (
    <FleetFilters statuses={picked.statuses}>{children(scope)}</FleetFilters>
  );
  return (
    <>
      <div className={styles.page}>
        <FilterChips filters={picked} hidden={hidden} onChange={change} />
      </div>
      {scope ? <FleetScope {...scope}>{content}</FleetScope> : content}
    </>
  );
}
