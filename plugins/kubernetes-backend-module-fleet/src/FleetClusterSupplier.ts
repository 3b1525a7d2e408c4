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
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  ClusterDetails,
  KubernetesClustersSupplier,
} from '@backstage/plugin-kubernetes-node';
import { FleetClustersService } from '@quarterdeck/backstage-plugin-fleet-node';
import { clusterDetails } from './clusterDetails';

export interface FleetClusterSupplierOptions {
  readonly clusters: FleetClustersService;
  readonly auth: AuthService;
  readonly logger: LoggerService;
  /** The clusters that the Kubernetes plugin knows by itself; undefined when its configuration names none. */
  readonly own: KubernetesClustersSupplier | undefined;
}

/** The Kubernetes plugin's own clusters, and after them those of the fleet whose names are not taken. */
export class FleetClusterSupplier implements KubernetesClustersSupplier {
  readonly #options: FleetClusterSupplierOptions;

  constructor(options: FleetClusterSupplierOptions) {
    this.#options = options;
  }

  async getClusters(options: {
    credentials: BackstageCredentials;
  }): Promise<ClusterDetails[]> {
    const own = (await this.#options.own?.getClusters(options)) ?? [];
    if (this.#isFleet(options.credentials)) {
      // It has them from itself; told of them again, it would reach them through here.
      return own;
    }
    const taken = new Set(own.map(({ name }) => name));
    const offered = await Promise.all(
      this.#options.clusters
        .list()
        .filter(({ row }) => !taken.has(row.cluster))
        .map(cluster => this.#offer(cluster)),
    );
    return [...own, ...offered.filter(each => each !== undefined)];
  }

  async #offer(
    cluster: Parameters<typeof clusterDetails>[0],
  ): Promise<ClusterDetails | undefined> {
    try {
      return await clusterDetails(cluster);
    } catch (error) {
      // One cluster without a credential would make the plugin answer nobody.
      this.#options.logger.debug(
        `Cluster '${cluster.row.cluster}' is not offered: ${error}`,
      );
      return undefined;
    }
  }

  #isFleet(credentials: BackstageCredentials | undefined): boolean {
    const { auth } = this.#options;
    return (
      credentials !== undefined &&
      auth.isPrincipal(credentials, 'service') &&
      credentials.principal.subject === 'plugin:fleet'
    );
  }
}
