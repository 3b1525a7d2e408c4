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

import { ScenarioCluster, scenarioSchema } from '../scenarioSchema';

const PLACES = [
  { provider: 'eks', region: 'eu-west-1', instanceType: 'm6i.4xlarge' },
  { provider: 'gke', region: 'us-central1', instanceType: 'n2-standard-16' },
  { provider: 'aks', region: 'westeurope', instanceType: 'Standard_D16s_v5' },
] as const;

/** The nth cluster of a synthetic fleet. */
export function syntheticScenarioCluster(index: number): ScenarioCluster {
  const { provider, region, instanceType } = PLACES[index % PLACES.length];
  const zones = ['a', 'b', 'c'].map(letter =>
    provider === 'eks' ? `${region}${letter}` : `${region}-${letter}`,
  );
  const { clusters } = scenarioSchema.parse({
    name: 'synthetic',
    clusters: [
      {
        name: `load-${String(index + 1).padStart(3, '0')}`,
        provider,
        region,
        version: 'v1.34.2',
        nodePools: [
          {
            name: 'general',
            count: 1,
            instanceType,
            cpu: 16,
            memoryGi: 64,
            zones,
          },
        ],
      },
    ],
  });
  return clusters[0];
}
