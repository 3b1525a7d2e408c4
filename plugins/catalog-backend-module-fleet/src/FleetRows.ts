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

import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ClusterRow,
  clusterRowSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetClustersService } from '@quarterdeck/backstage-plugin-fleet-node';

const TIMEOUT = 10_000;

export interface FleetRowsOptions {
  readonly clusters: FleetClustersService;
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  /** Milliseconds that the fleet plugin of this process is waited for before another process is asked. */
  readonly patience: number;
}

/** The clusters of the fleet, from this process or from the one that the fleet plugin runs in. */
export class FleetRows {
  readonly #options: FleetRowsOptions;
  readonly #startedAt = Date.now();

  constructor(options: FleetRowsOptions) {
    this.#options = options;
  }

  /** The clusters of the moment; undefined while it is not known who can tell. */
  async read(signal: AbortSignal): Promise<readonly ClusterRow[] | undefined> {
    const { clusters, patience } = this.#options;
    if (clusters.published) {
      return clusters.list().map(({ row }) => row);
    }
    return Date.now() - this.#startedAt < patience
      ? undefined
      : this.#ask(signal);
  }

  async #ask(signal: AbortSignal): Promise<readonly ClusterRow[]> {
    const { auth, discovery } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'fleet',
    });
    const timeout = AbortSignal.timeout(TIMEOUT);
    const base = await discovery.getBaseUrl('fleet');
    const response = await fetch(`${base}/v1/clusters`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.any([signal, timeout]),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { items } = await response.json();
    return clusterRowSchema.array().parse(items);
  }
}
