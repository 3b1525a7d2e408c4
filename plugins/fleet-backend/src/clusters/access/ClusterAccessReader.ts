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

import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  ClusterAccess,
  ClusterRow,
  clustersResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetAccess } from '../../rbac/fleetAccess';
import { FleetInventory } from '../../inventory/createInventory';
import { readClusterAccess } from './readClusterAccess';

/** How long an answer is given to everybody who asks. */
const KEPT = 60_000;
const MOST_KEPT = 500;

/** Knows what the backend's credential may do in each cluster, asking each at most once a minute. */
export class ClusterAccessReader {
  readonly #inventory: Pick<FleetInventory, 'rows' | 'connection'>;
  readonly #access: readonly FleetAccess[];
  readonly #now: () => number;
  readonly #kept = new Map<
    string,
    { answer: Promise<ClusterAccess>; until: number }
  >();

  constructor(options: {
    inventory: Pick<FleetInventory, 'rows' | 'connection'>;
    access: readonly FleetAccess[];
    now?: () => number;
  }) {
    this.#inventory = options.inventory;
    this.#access = options.access;
    this.#now = options.now ?? Date.now;
  }

  /**
   * @throws NotFoundError when there is no such cluster, ServiceUnavailableError when it does not answer.
   */
  async read(
    cluster: string,
    namespace: string | undefined,
  ): Promise<ClusterAccess> {
    const [row] = this.#inventory
      .rows<ClusterRow>(clustersResource.id, cluster)
      .values();
    if (!row) {
      throw new NotFoundError(`There is no cluster '${cluster}'`);
    }
    const connector = this.#inventory.connection(cluster);
    const down = ['connecting', 'unreachable', 'invalid'].includes(row.state);
    if (!connector || down || row.reason === 'auth') {
      throw new ServiceUnavailableError(
        row.message ?? `Cluster '${cluster}' has not answered yet`,
      );
    }
    const [only] = row.namespaces ?? [];
    const within = namespace ?? only;
    const now = this.#now();
    const key = `${cluster} ${row.incarnation} ${within ?? ''}`;
    const kept = this.#kept.get(key);
    if (kept && kept.until > now) {
      return kept.answer;
    }
    const answer = readClusterAccess({
      connector,
      access: this.#access,
      namespace: within ?? 'default',
      within: within !== undefined,
      now,
    });
    this.#keep(key, answer, now);
    return answer;
  }

  #keep(key: string, answer: Promise<ClusterAccess>, now: number): void {
    this.#kept.delete(key);
    if (this.#kept.size >= MOST_KEPT) {
      this.#kept.delete(this.#kept.keys().next().value!);
    }
    this.#kept.set(key, { answer, until: now + KEPT });
    answer.catch(() => this.#kept.delete(key));
  }
}
