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
import { QueryClient } from '@tanstack/react-query';
import { FleetApi } from '../client/FleetApi';
import { keepQueriesWarm } from '../client/warm/keepQueriesWarm';

const clients = new WeakMap<FleetApi, QueryClient>();

/**
 * The answers kept of one API, for `useQuery`: no other plugin's cache, and emptied when another user signs in. An answer whose query says
 * `meta: { warm: schema }` with its zod schema is shown at the next start of the tab until the backend has answered again.
 *
 * @public
 */
export function queryClientOf(api: FleetApi): QueryClient {
  let client = clients.get(api);
  if (!client) {
    const created = new QueryClient();
    api.onUserChange(() => {
      created.resetQueries();
    });
    if (api.warm) keepQueriesWarm(created, api.warm);
    clients.set(api, created);
    client = created;
  }
  return client;
}
