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

import { useApi } from '@backstage/frontend-plugin-api';
import {
  Dashboard,
  DashboardPreferences,
  dashboardPreferencesSchema,
  dashboardSchema,
  dashboardSummarySchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  fleetApiRef,
  queryClientOf,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { QueryClient, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import { DashboardsApi, fleetDashboardsApiRef } from './api/DashboardsApi';
import { tellDashboardNews } from './saving/dashboardNews';

const LIST = ['dashboards', 'list'];
const PREFERENCES = ['dashboards', 'preferences'];
const one = (idOrSlug: string) => ['dashboards', 'one', idOrSlug];

// Long enough that going from page to page asks nothing; changes of this browser are told at once.
const FRESH_MS = 60_000;

// The layout of a dashboard is there at the next start before the backend has answered.
const WARM_LIST = { warm: z.array(dashboardSummarySchema) };
const WARM_PREFERENCES = { warm: dashboardPreferencesSchema };
const WARM_DASHBOARD = { warm: dashboardSchema };

/** Changes of dashboards, after which every page shows them. */
export class DashboardChanges {
  readonly #api: DashboardsApi;
  readonly #queries: QueryClient;

  constructor(api: DashboardsApi, queries: QueryClient) {
    this.#api = api;
    this.#queries = queries;
  }

  /** What the backend has answered is what there is now. */
  saved(dashboard: Dashboard): void {
    this.#queries.setQueryData(one(dashboard.slug), dashboard);
    this.#queries.setQueryData(one(dashboard.id), dashboard);
    this.#queries.invalidateQueries({ queryKey: LIST });
    tellDashboardNews({ id: dashboard.id, revision: dashboard.revision });
  }

  async create(
    ...args: Parameters<DashboardsApi['create']>
  ): Promise<Dashboard> {
    const dashboard = await this.#api.create(...args);
    this.saved(dashboard);
    return dashboard;
  }

  async remove(id: string): Promise<void> {
    await this.#api.remove(id);
    this.#queries.invalidateQueries({ queryKey: ['dashboards'] });
    tellDashboardNews({ id });
  }

  /** Changes what the person has chosen, from what is so now. */
  async prefer(
    change: (now: DashboardPreferences) => DashboardPreferences,
  ): Promise<void> {
    const now = await this.#api.preferences();
    const saved = await this.#api.savePreferences(change(now));
    this.#queries.setQueryData(PREFERENCES, saved);
    await this.#queries.invalidateQueries({ queryKey: LIST });
    this.#queries.invalidateQueries({ queryKey: ['dashboards', 'one'] });
  }

  /** Something has changed elsewhere. */
  stale(): void {
    this.#queries.invalidateQueries({ queryKey: ['dashboards'] });
  }
}

function useQueries() {
  return queryClientOf(useApi(fleetApiRef));
}

/** How dashboards are changed. */
export function useDashboardChanges(): DashboardChanges {
  const api = useApi(fleetDashboardsApiRef);
  const queries = useQueries();
  return useMemo(() => new DashboardChanges(api, queries), [api, queries]);
}

/** The dashboards that the person sees, without their cards. */
export function useDashboardList() {
  const api = useApi(fleetDashboardsApiRef);
  const { data, error, isPending, refetch } = useQuery(
    {
      queryKey: LIST,
      queryFn: ({ signal }) => api.list({ signal }),
      meta: WARM_LIST,
      staleTime: FRESH_MS,
      retry: false,
    },
    useQueries(),
  );
  return {
    dashboards: data,
    error: error ?? undefined,
    loading: isPending,
    retry: () => void refetch(),
  };
}

function dashboardQuery(api: DashboardsApi, idOrSlug: string) {
  return {
    queryKey: one(idOrSlug),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.get(idOrSlug, { signal }),
    meta: WARM_DASHBOARD,
    staleTime: FRESH_MS,
    retry: false,
  };
}

/** A dashboard by its id or address; nothing is asked without one. */
export function useDashboard(idOrSlug: string | undefined) {
  const api = useApi(fleetDashboardsApiRef);
  const { data, error, isPending, refetch } = useQuery(
    {
      ...dashboardQuery(api, idOrSlug ?? ''),
      enabled: idOrSlug !== undefined,
    },
    useQueries(),
  );
  return {
    dashboard: data,
    error: error ?? undefined,
    loading: idOrSlug !== undefined && isPending,
    retry: () => void refetch(),
  };
}

/** Loads a dashboard ahead of its being shown. */
export function useDashboardLoader(): (idOrSlug: string) => Promise<Dashboard> {
  const api = useApi(fleetDashboardsApiRef);
  const queries = useQueries();
  return useCallback(
    idOrSlug => queries.fetchQuery(dashboardQuery(api, idOrSlug)),
    [api, queries],
  );
}

/** What the person has chosen of all dashboards. */
export function useDashboardPreferences() {
  const api = useApi(fleetDashboardsApiRef);
  const { data, isPending, error } = useQuery(
    {
      queryKey: PREFERENCES,
      queryFn: ({ signal }) => api.preferences({ signal }),
      meta: WARM_PREFERENCES,
      staleTime: FRESH_MS,
      retry: false,
    },
    useQueries(),
  );
  return { preferences: data, loading: isPending, error: error ?? undefined };
}
