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

import { ResponseError } from '@backstage/errors';
import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import { sampleSettingsSchema } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  fleetApiRef,
  queryClientOf,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useQuery } from '@tanstack/react-query';

const TIMEOUT_MS = 15_000;
const REFRESH_MS = 60_000;

/** The settings of samples, asked for again each minute. */
export function useSampleSettings() {
  const fetchApi = useApi(fetchApiRef);
  const queryClient = queryClientOf(useApi(fleetApiRef));
  const { data, error, isPending, refetch } = useQuery(
    {
      queryKey: ['samples'],
      queryFn: async ({ signal }) => {
        const response = await fetchApi.fetch('plugin://fleet/v1/samples', {
          signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        });
        if (!response.ok) throw await ResponseError.fromResponse(response);
        return sampleSettingsSchema.parse(await response.json());
      },
      refetchInterval: REFRESH_MS,
      retry: false,
    },
    queryClient,
  );
  return {
    settings: data,
    error: error ?? undefined,
    loading: isPending,
    retry: () => {
      refetch();
    },
  };
}
