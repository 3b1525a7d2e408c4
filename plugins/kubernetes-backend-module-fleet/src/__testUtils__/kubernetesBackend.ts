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

import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { fleetClustersServiceRef } from '@quarterdeck/backstage-plugin-fleet-node';
import { kubernetesModuleFleet } from '../module';
import { PublishedCluster } from './startKubernetesBackend';

// Run by startKubernetesBackend in a Node without Jest, which cannot import the ES module that client-node is. Says its port.
const { config, clusters, entities } = JSON.parse(process.argv[2]);

/** Publishes as the fleet plugin does. */
const publisher = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'publisher',
  register(reg) {
    reg.registerInit({
      deps: { fleet: fleetClustersServiceRef },
      async init({ fleet }) {
        fleet.publish(
          (clusters as PublishedCluster[]).map(({ row, login }) => ({
            row,
            login: login && {
              ...login,
              token: async () => {
                if (login.token) return login.token;
                throw new Error('There is no token at present');
              },
            },
          })),
        );
      },
    });
  },
});

startTestBackend({
  features: [
    kubernetesPlugin,
    kubernetesModuleFleet,
    publisher,
    catalogServiceMock.factory({ entities }),
    mockServices.rootConfig.factory({ data: config }),
    mockServices.rootLogger.factory({ level: 'none' }),
  ],
}).then(({ server }) => process.stdout.write(`${server.port()}\n`));
