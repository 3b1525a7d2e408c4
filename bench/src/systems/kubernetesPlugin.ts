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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
// The bench is no plugin, though it is packaged like a library.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { pollingEntity } from '../load/pollingEntity';
import { cpuSeconds, preciseNow, SystemOptions } from './protocol';
import { serveCommands } from './serveCommands';
import { stalls } from './stalls';

/**
 * Backstage's own Kubernetes plugin, with the clusters in its configuration, in a backend with
 * nothing else. It keeps nothing: each tab has it ask every cluster.
 */
const options: SystemOptions = JSON.parse(process.argv[2]);

serveCommands({
  async start() {
    const { server } = await startTestBackend({
      features: [
        kubernetesPlugin,
        catalogServiceMock.factory({ entities: [pollingEntity] }),
        mockServices.rootConfig.factory({
          data: {
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [
                { type: 'config', clusters: clustersOf(options) },
              ],
            },
          },
        }),
      ],
    });
    const startedAt = preciseNow();
    const cpuSecondsBefore = cpuSeconds();
    stalls.begin();
    return { port: server.port(), startedAt, cpuSecondsBefore };
  },
  async counts() {
    throw new Error('It keeps nothing');
  },
});

function clustersOf({ kubeconfig, clusters }: SystemOptions) {
  const config = parse(readFileSync(kubeconfig!, 'utf8'));
  return config.clusters
    .filter(({ name }: any) => clusters.includes(name))
    .map(({ name, cluster }: any) => ({
      name,
      url: cluster.server,
      caData: cluster['certificate-authority-data'],
      authProvider: 'serviceAccount',
      serviceAccountToken: config.users.find(
        (user: any) => user.name === `${name}-admin`,
      ).user.token,
    }));
}
