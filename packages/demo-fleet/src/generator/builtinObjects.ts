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

import type { KubeObjectInput } from '../store/ObjectStore';
import { SeededRandom } from '../world/SeededRandom';
import { nodeManifest } from './nodeManifest';
import { workloadSchema } from './scenarioSchema';
import { namespaceManifest } from './seedNamespaces';
import { syntheticScenarioCluster } from './synthetic/syntheticScenarioCluster';
import { workloadManifests } from './workloadManifests';

/** A small shop: three nodes, two teams, three workloads with six pods. */
export function builtinObjects(now: number): KubeObjectInput[] {
  const cluster = syntheticScenarioCluster(0);
  const random = new SeededRandom(1);
  const nodes = [0, 1, 2].map(index => ({
    apiVersion: 'v1',
    kind: 'Node',
    ...nodeManifest({
      cluster,
      pool: cluster.nodePools[0],
      index,
      poolIndex: index,
      now,
      createdAt: now,
      random,
    }),
  }));
  const workloads = [
    { namespace: 'storefront', name: 'web', replicas: 3, port: 8_080 },
    { namespace: 'checkout', name: 'cart-api', replicas: 2, port: 8_080 },
    { namespace: 'checkout', name: 'checkout-worker', replicas: 1 },
  ].map(workload =>
    workloadSchema.parse({
      image: `registry.example.com/shop/${workload.name}`,
      partOf: 'shop',
      ...workload,
    }),
  );
  return [
    ...nodes,
    namespaceManifest('storefront', { team: 'storefront', system: 'shop' }),
    namespaceManifest('checkout', { team: 'checkout', system: 'shop' }),
    ...workloads.flatMap(workload =>
      workloadManifests(workload, {
        tag: '1.0.0',
        replicas: workload.replicas,
      }),
    ),
  ];
}
