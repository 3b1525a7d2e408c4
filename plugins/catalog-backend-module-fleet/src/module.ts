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
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { fleetClustersServiceRef } from '@quarterdeck/backstage-plugin-fleet-node';
import { readFleetCatalogOptions } from './FleetCatalogOptions';
import { FleetClusterProvider } from './FleetClusterProvider';
import { FleetRows } from './FleetRows';

/**
 * Keeps a Resource of type `kubernetes-cluster` in the catalog for each cluster of the fleet.
 *
 * @public
 */
export const catalogModuleFleet = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'fleet',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clusters: fleetClustersServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
      },
      async init(services) {
        const { auth, catalog, clusters, discovery, logger } = services;
        const options = readFleetCatalogOptions(services.config);
        const provider = new FleetClusterProvider({
          options,
          clusters,
          rows: new FleetRows({
            clusters,
            auth,
            discovery,
            patience: options.initialDelay,
          }),
          catalog,
          auth,
          logger,
        });
        services.processing.addEntityProvider(provider);
        services.lifecycle.addShutdownHook(() => provider.stop());
      },
    });
  },
});
