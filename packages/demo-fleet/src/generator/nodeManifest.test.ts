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

import { SeededRandom } from '../world/SeededRandom';
import { nodeManifest } from './nodeManifest';
import { syntheticScenarioCluster } from './synthetic/syntheticScenarioCluster';

describe('nodeManifest', () => {
  it.each(['eks', 'gke', 'aks'])(
    'makes 4,000 nodes of %s, none like another',
    provider => {
      const cluster = [0, 1, 2]
        .map(syntheticScenarioCluster)
        .find(each => each.provider === provider)!;
      const random = SeededRandom.for(1, provider);
      const nodes = Array.from({ length: 4_000 }, (_, index) =>
        nodeManifest({
          cluster,
          pool: cluster.nodePools[0],
          index,
          poolIndex: index,
          now: 0,
          createdAt: 0,
          random,
        }),
      );
      const different = (of: (node: any) => string) =>
        new Set(nodes.map(of)).size;
      expect({
        names: different(({ metadata }) => metadata.name),
        addresses: different(({ status }) => status.addresses[0].address),
        ranges: different(({ spec }) => spec.podCIDR),
      }).toEqual({ names: 4_000, addresses: 4_000, ranges: 4_000 });
      for (const { spec } of nodes) {
        expect(
          spec.podCIDR
            .split(/[./]/)
            .map(Number)
            .every((part: number) => part < 256),
        ).toBe(true);
      }
    },
  );
});
