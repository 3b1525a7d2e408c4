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

import { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
// The bench is no plugin, though it is packaged like a library.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import fleetPlugin from '@quarterdeck/backstage-plugin-fleet-backend';
import type { FleetServer } from './FleetServer';

export interface StartFleetPluginOptions {
  /** A kubeconfig file, which is followed as it changes. */
  readonly kubeconfig: string;
  readonly inventory: {
    readonly pageSize: number;
    readonly objectBytes?: number;
  };
  /** Services in place of those that allow everything. */
  readonly features?: readonly BackendFeature[];
  /** Any free one unless told. */
  readonly port?: number;
}

/** The fleet plugin as the product wires it, in a backend with nothing else. */
export async function startFleetPlugin(
  options: StartFleetPluginOptions,
): Promise<FleetServer> {
  const { kubeconfig, inventory, features = [], port } = options;
  const backend = await startTestBackend({
    features: [
      fleetPlugin,
      ...features,
      mockServices.rootConfig.factory({
        data: {
          ...(port && { backend: { listen: { host: '127.0.0.1', port } } }),
          fleet: {
            clusters: [{ type: 'kubeconfig', path: kubeconfig }],
            inventory,
          },
        },
      }),
    ],
  });
  return {
    url: `http://127.0.0.1:${backend.server.port()}/api/fleet`,
    stop: () => backend.stop(),
  };
}
