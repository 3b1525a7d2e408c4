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

import { ObjectStore, StoreEvent } from '../../store/ObjectStore';
import { ClusterWorld } from '../../world/ClusterWorld';
import { SeededRandom } from '../../world/SeededRandom';
import { SimulationClock } from '../../world/SimulationClock';
import { readyConditions } from '../nodeConditions';
import { Controllers, startControllers } from '../startControllers';

export interface TestWorld {
  world: ClusterWorld;
  controllers: Controllers;
  clock: SimulationClock;
  /** Every change since the start, or since the last call, in order. */
  takeChanges(): StoreEvent[];
}

/** A cluster with two nodes and a clock that moves only when told to. */
export function createTestWorld(options: { nodes?: number } = {}): TestWorld {
  const clock = new SimulationClock({
    startAt: Date.parse('2026-11-20T12:00:00Z'),
  });
  const random = new SeededRandom(1);
  const store = new ObjectStore({
    now: () => new Date(clock.now()),
    uid: () => random.uuid(),
  });
  const world = new ClusterWorld({ name: 'test', store, clock, seed: 1 });
  const controllers = startControllers(world, 'certificate authority');
  let changes: StoreEvent[] = [];
  world.onAny(event => changes.push(event));
  for (let number = 1; number <= (options.nodes ?? 2); number += 1) {
    const resources = { cpu: '4', memory: '16Gi', pods: '110' };
    world.kinds.nodes.create({
      metadata: { name: `node-${number}`, labels: { zone: `z${number}` } },
      spec: { podCIDR: `10.0.${number}.0/24` },
      status: {
        capacity: resources,
        allocatable: resources,
        conditions: readyConditions(clock.now()),
        addresses: [{ type: 'InternalIP', address: `192.168.0.${number}` }],
      },
    });
  }
  world.kinds.namespaces.create({
    metadata: { name: 'shop' },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  });
  clock.advance(1_000);
  return {
    world,
    controllers,
    clock,
    takeChanges() {
      const taken = changes;
      changes = [];
      return taken;
    },
  };
}

export function container(overrides: any = {}) {
  return {
    name: 'web',
    image: 'nginx:1.27',
    resources: { requests: { cpu: '100m', memory: '128Mi' } },
    ...overrides,
  };
}

export function deployment(
  name: string,
  replicas: number,
  template: { annotations?: Record<string, string>; container?: any } = {},
) {
  return {
    metadata: { name, namespace: 'shop' },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
      },
      template: {
        metadata: { labels: { app: name }, annotations: template.annotations },
        spec: {
          terminationGracePeriodSeconds: 2,
          containers: [container(template.container)],
        },
      },
    },
    status: {},
  };
}
