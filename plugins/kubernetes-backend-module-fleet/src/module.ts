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
import { kubernetesClusterSupplierExtensionPoint } from '@backstage/plugin-kubernetes-node';
import { fleetClustersServiceRef } from '@quarterdeck/backstage-plugin-fleet-node';
import { FleetClusterSupplier } from './FleetClusterSupplier';

/**
 * Offers the clusters of the fleet to Backstage's Kubernetes plugin, besides those that it is configured with.
 *
 * @remarks
 *
 * Whoever has the permission `kubernetes.proxy` may then do with these clusters whatever the fleet's credentials may do, past the fleet's own
 * permissions, actions and audit log. Read the README before you add it.
 *
 * @public
 */
export const kubernetesModuleFleet = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'fleet',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        clusters: fleetClustersServiceRef,
        config: coreServices.rootConfig,
        kubernetes: kubernetesClusterSupplierExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ auth, clusters, config, kubernetes, logger }) {
        logger.warn(
          'The clusters of the fleet are offered to the Kubernetes plugin: whoever has the permission kubernetes.proxy may use their credentials for anything',
        );
        kubernetes.addClusterSupplier(async ({ getDefault }) => {
          // Without locators there is no default, and asking for it fails.
          const own = config.has('kubernetes.clusterLocatorMethods')
            ? await getDefault()
            : undefined;
          return new FleetClusterSupplier({ clusters, auth, logger, own });
        });
      },
    });
  },
});
