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
import {
  LiveObject,
  ObjectAddress,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { fleetApiRef } from '../client/FleetApi';
import { queryClientOf } from './queryClientOf';

const FRESH_MS = 5_000;

/**
 * One object as its API server held it.
 *
 * @public
 */
export interface LiveObjectState {
  /** The last that was read; stays when it could not be read again. */
  object?: LiveObject;
  /** Nothing has been read yet. */
  loading: boolean;
  /** It is being read now, for the first time or anew. */
  reading: boolean;
  /** Why it could not be read the last time. */
  error?: Error;
  refresh(): void;
}

/**
 * Reads one object from its API server, and again when it is told that something has changed.
 *
 * @param version - another value, such as that of a row that is watched, means that the object has changed
 *
 * @public
 */
export function useLiveObject(
  address: ObjectAddress,
  version?: unknown,
): LiveObjectState {
  const api = useApi(fleetApiRef);
  const { data, error, isPending, isFetching, refetch } = useQuery(
    {
      queryKey: ['object', address],
      queryFn: ({ signal }) => api.object(address, { signal }),
      staleTime: FRESH_MS,
      // The person who looks decides when it is tried again.
      retry: false,
      refetchOnWindowFocus: false,
    },
    queryClientOf(api),
  );
  const seen = useRef(version);
  useEffect(() => {
    if (Object.is(seen.current, version)) return;
    const known = seen.current !== undefined;
    seen.current = version;
    if (known) refetch();
  }, [version, refetch]);
  return {
    object: data,
    loading: isPending,
    reading: isFetching,
    error: error ?? undefined,
    refresh: () => {
      refetch();
    },
  };
}
