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
  CardHistoryEntry,
  MOST_CARD_HISTORY,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  fleetApiRef,
  queryClientOf,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { fleetDashboardsApiRef } from '../../dashboards/api/DashboardsApi';

const KEY = ['dashboards', 'card-history'];

/** What became of the person's cards on a dashboard, the latest first, and how an entry is forgotten. */
export function useCardHistory(dashboard: string) {
  const api = useApi(fleetDashboardsApiRef);
  const queries = queryClientOf(useApi(fleetApiRef));
  const { data, error, isPending, refetch } = useQuery(
    {
      queryKey: KEY,
      queryFn: ({ signal }) =>
        api.history({ limit: MOST_CARD_HISTORY }, { signal }),
      // It has grown by whatever was done to cards since.
      staleTime: 0,
      retry: false,
    },
    queries,
  );
  const forget = useMutation(
    {
      mutationFn: (id: string) => api.forget(id),
      onSuccess: (_, id) =>
        queries.setQueryData<CardHistoryEntry[]>(KEY, entries =>
          entries?.filter(entry => entry.id !== id),
        ),
    },
    queries,
  );
  return {
    entries: data?.filter(entry => entry.dashboard === dashboard),
    loading: isPending,
    error: error ?? undefined,
    retry: () => void refetch(),
    forget: forget.mutate,
    forgetError: forget.error ?? undefined,
  };
}
