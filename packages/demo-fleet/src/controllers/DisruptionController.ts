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

import { labelSelectorPredicate } from '../api/selectors/labelSelector';
import type { KubeObject } from '../store/ObjectStore';
import type { ClusterWorld } from '../world/ClusterWorld';
import { timestamp } from '../world/kubernetesTime';
import { isActive, isReady } from '../world/podConditions';
import { keyOf, splitKey, WorkQueue } from './WorkQueue';

/** Says for each disruption budget how many pods may go now. */
export class DisruptionController {
  readonly #queue: WorkQueue;

  constructor(private readonly world: ClusterWorld) {
    this.#queue = new WorkQueue(world.clock, key => this.#reconcile(key), 35);
    world.on(world.kinds.disruptionBudgets, ({ object }) =>
      this.#queue.add(keyOf(object)),
    );
    world.on(world.kinds.pods, ({ object }) => {
      for (const budget of world.kinds.disruptionBudgets.list(
        object.metadata.namespace,
      )) {
        if (selects(budget, object)) this.#queue.add(keyOf(budget));
      }
    });
  }

  #reconcile(key: string): void {
    const budget = this.world.kinds.disruptionBudgets.get(...splitKey(key));
    if (!budget) return;
    const pods = this.world.podsByNamespace
      .of(budget.metadata.namespace)
      .filter(pod => isActive(pod) && selects(budget, pod));
    const expected = pods.length;
    const healthy = pods.filter(isReady).length;
    const { minAvailable, maxUnavailable } = budget.spec;
    const desired =
      maxUnavailable !== undefined
        ? Math.max(0, expected - count(maxUnavailable, expected))
        : count(minAvailable ?? 1, expected);
    const allowed = Math.max(0, healthy - desired);
    const status = allowed > 0 ? 'True' : 'False';
    const before = budget.status?.conditions?.[0];
    this.world.kinds.disruptionBudgets.updateStatus(budget, {
      observedGeneration: budget.metadata.generation,
      disruptionsAllowed: allowed,
      currentHealthy: healthy,
      desiredHealthy: desired,
      expectedPods: expected,
      conditions: [
        {
          type: 'DisruptionAllowed',
          status,
          observedGeneration: budget.metadata.generation,
          lastTransitionTime:
            before?.status === status
              ? before.lastTransitionTime
              : timestamp(this.world.clock.now()),
          reason: allowed > 0 ? 'SufficientPods' : 'InsufficientPods',
          message: '',
        },
      ],
    });
  }
}

function count(value: string | number, of: number): number {
  return typeof value === 'number'
    ? value
    : Math.ceil((parseInt(value, 10) / 100) * of);
}

function selects(budget: KubeObject, pod: KubeObject): boolean {
  const { selector } = budget.spec;
  return !!selector && labelSelectorPredicate(selector)(pod.metadata.labels);
}
