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
import { Whoami } from '@quarterdeck/backstage-plugin-fleet-common';
import { useQuery } from '@tanstack/react-query';
import { fleetApiRef } from '../client/FleetApi';
import { queryClientOf } from './queryClientOf';

// As long as the backend keeps a decision on a permission.
const FRESH_MS = 30_000;

/**
 * What the backend knows of the viewer: clusters, actions, rights. For showing or hiding, never for protecting.
 *
 * @public
 */
export function useWhoami(): {
  whoami?: Whoami;
  loading: boolean;
  error?: Error;
} {
  const api = useApi(fleetApiRef);
  const { data, error, isPending } = useQuery(
    {
      queryKey: ['whoami'],
      queryFn: ({ signal }) => api.whoami({ signal }),
      staleTime: FRESH_MS,
    },
    queryClientOf(api),
  );
  return { whoami: data, loading: isPending, error: error ?? undefined };
}
