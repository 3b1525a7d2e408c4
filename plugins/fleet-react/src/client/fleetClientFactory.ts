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
  configApiRef,
  createApiFactory,
  fetchApiRef,
  identityApiRef,
} from '@backstage/core-plugin-api';
import { fleetApiRef } from './FleetApi';
import { createFleetClient } from './FleetClient';
import { beforeSignOut } from './warm/beforeSignOut';
import { createBrowserWarmStore } from './warm/WarmStore';

/**
 * Provides {@link fleetApiRef}; register it as an API of the fleet plugin in either frontend system.
 *
 * @public
 */
export const fleetClientFactory = createApiFactory({
  api: fleetApiRef,
  deps: {
    configApi: configApiRef,
    fetchApi: fetchApiRef,
    identityApi: identityApiRef,
  },
  factory: ({ configApi, fetchApi, identityApi }) => {
    const store = createBrowserWarmStore();
    const wanted = configApi.getOptionalBoolean('fleet.warmStart') ?? true;
    if (!wanted) {
      // It may have been wanted until now.
      store?.clear().catch(() => {});
    }
    const client = createFleetClient({
      fetchApi,
      identityApi,
      warmStart:
        store && wanted
          ? {
              store,
              backend: configApi.getOptionalString('backend.baseUrl') ?? '',
            }
          : undefined,
    });
    beforeSignOut(identityApi, () => client.signedOut());
    return client;
  },
});
