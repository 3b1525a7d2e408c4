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

import { quotaUsed } from '../admission/quotaUse';
import type { ClusterWorld } from '../world/ClusterWorld';
import { isTerminal } from '../world/podConditions';
import { keyOf, splitKey, WorkQueue } from './WorkQueue';

const LATENCY_MS = 400;

/** Says for each quota how much of it is used. */
export class QuotaController {
  readonly #queue: WorkQueue;

  constructor(private readonly world: ClusterWorld) {
    const { resourceQuotas } = world.kinds;
    this.#queue = new WorkQueue(world.clock, key => this.#reconcile(key), 50);
    world.onAny(({ type, resource, object, previous }) => {
      const { namespace } = object.metadata;
      if (!namespace || resource.kind === 'Event') return;
      if (resource === resourceQuotas.type) {
        this.#queue.add(keyOf(object));
        return;
      }
      const ends =
        resource.kind === 'Pod' &&
        previous !== undefined &&
        isTerminal(object) !== isTerminal(previous);
      if (type === 'MODIFIED' && !ends) return;
      for (const quota of resourceQuotas.list()) {
        if (quota.metadata.namespace !== namespace) continue;
        this.#queue.add(keyOf(quota), LATENCY_MS);
      }
    });
  }

  #reconcile(key: string): void {
    const { resourceQuotas } = this.world.kinds;
    const quota = resourceQuotas.get(...splitKey(key));
    if (!quota) return;
    resourceQuotas.updateStatus(quota, {
      hard: quota.spec?.hard ?? {},
      used: quotaUsed(this.world.store, quota, namespace =>
        this.world.podsByNamespace.of(namespace),
      ),
    });
  }
}
