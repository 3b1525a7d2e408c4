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
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ClusterRow } from '@quarterdeck/backstage-plugin-fleet-common';

/**
 * How other plugins in the same process may log in to a cluster. Absent for clusters whose credential cannot be handed on.
 *
 * @public
 */
export interface ClusterLogin {
  readonly server: string;
  /** PEM; absent when the authorities of the machine are used. */
  readonly certificateAuthority?: string;
  readonly insecureSkipTlsVerify: boolean;
  /** The bearer token of the moment. Throws when there is none at present. */
  readonly token: () => Promise<string>;
}

/**
 * A cluster that the fleet plugin is connected to.
 *
 * @public
 */
export interface FleetCluster {
  readonly row: ClusterRow;
  readonly login?: ClusterLogin;
}

/**
 * The clusters of the fleet, shared by the plugins of one backend process.
 *
 * @remarks
 *
 * It is passive: it opens no connection, and holds nothing until the fleet plugin of the same process publishes. A plugin in another process
 * sees `published` stay false and asks `GET /api/fleet/v1/clusters` instead.
 *
 * @public
 */
export interface FleetClustersService {
  /** Whether the fleet plugin runs in this process and has published. */
  readonly published: boolean;
  list(): readonly FleetCluster[];
  /** Called after every publication. Answers with the unsubscribe. */
  onChange(listener: () => void): () => void;
  /** For the fleet plugin alone: replaces all clusters. */
  publish(clusters: readonly FleetCluster[]): void;
}

class SharedFleetClusters implements FleetClustersService {
  #clusters: readonly FleetCluster[] | undefined;
  readonly #listeners = new Set<() => void>();

  get published(): boolean {
    return this.#clusters !== undefined;
  }

  list(): readonly FleetCluster[] {
    return this.#clusters ?? [];
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(clusters: readonly FleetCluster[]): void {
    this.#clusters = clusters;
    [...this.#listeners].forEach(listener => listener());
  }
}

/**
 * Gives the clusters of the fleet to other plugins, such as the catalog.
 *
 * @public
 */
export const fleetClustersServiceRef = createServiceRef<FleetClustersService>({
  id: 'fleet.clusters',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => new SharedFleetClusters(),
    }),
});
