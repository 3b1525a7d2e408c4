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
  fleetApiRef,
  queryClientOf,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useQuery } from '@tanstack/react-query';
import { useClusterSettings } from './useClusterSettings';

const STORED = ['stored-clusters'];

/** The clusters that were added in the portal, and how to ask for them again after a change. */
export function useStoredClusters() {
  const settings = useClusterSettings();
  const queryClient = queryClientOf(useApi(fleetApiRef));
  const { data, error, isPending, refetch } = useQuery(
    {
      queryKey: STORED,
      queryFn: ({ signal }) => settings.storedClusters(signal),
      retry: false,
    },
    queryClient,
  );
  return {
    stored: data,
    error: error ?? undefined,
    loading: isPending,
    retry: () => {
      refetch();
    },
    changed: () => queryClient.invalidateQueries({ queryKey: STORED }),
  };
}
