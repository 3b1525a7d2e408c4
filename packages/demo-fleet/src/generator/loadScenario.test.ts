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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SCENARIO, loadScenario } from './loadScenario';

const EXPECTED: Record<string, RegExp> = {
  'a name that is not known':
    /^fleet\.yaml: clusters\[0\]: Unrecognized key: "colour"$/,
  'a wrong value':
    /^fleet\.yaml: clusters\[0\]\.provider: Invalid option: expected one of "eks"\|"gke"\|"aks"\|"coreweave"\|"openshift"\|"kind"\|"k3s"$/,
  'something missing':
    /^fleet\.yaml: clusters: Invalid input: expected array, received undefined$/,
  'a set that is not there':
    /^fleet\.yaml: clusters: "one" includes the workload set "x", which does not exist\.$/,
  'a cluster twice': /^fleet\.yaml: clusters: "one" is there twice\.$/,
  'a pack that is not there': /^p\.yaml: cannot be read\.$/,
  'a text that is not YAML': /^fleet\.yaml: is not YAML: .+$/,
};

describe('loadScenario', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scenario-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const CLUSTER = `
  - name: one
    provider: k3s
    region: eu
    version: v1.34.2
    nodePools: [{ name: a, count: 1, instanceType: k3s, cpu: 4, memoryGi: 8, zones: [eu-1] }]
`;

  async function refusal(text: string): Promise<string> {
    const path = join(folder, 'fleet.yaml');
    await writeFile(path, text);
    const error: Error = await loadScenario(path).then(
      () => new Error('accepted'),
      reason => reason,
    );
    return error.message.replaceAll(`${folder}/`, '');
  }

  it('reads the default fleet: six clusters with one of each trait', async () => {
    const scenario = await loadScenario(DEFAULT_SCENARIO);
    expect(
      scenario.clusters.map(({ name, provider, latencyMs, reachable }) => ({
        name,
        provider,
        latencyMs,
        reachable,
      })),
    ).toEqual([
      {
        name: 'prod-eu-west-1',
        provider: 'eks',
        latencyMs: 0,
        reachable: true,
      },
      {
        name: 'prod-us-central1',
        provider: 'gke',
        latencyMs: 0,
        reachable: true,
      },
      {
        name: 'staging-westeurope',
        provider: 'aks',
        latencyMs: 900,
        reachable: true,
      },
      {
        name: 'gpu-us-east-04',
        provider: 'coreweave',
        latencyMs: 0,
        reachable: true,
      },
      { name: 'edge-berlin', provider: 'k3s', latencyMs: 0, reachable: true },
      {
        name: 'dr-ap-southeast-1',
        provider: 'eks',
        latencyMs: 0,
        reachable: false,
      },
    ]);
    expect(Object.keys(scenario.teams).sort()).toEqual([
      'checkout',
      'data',
      'edge',
      'ml',
      'platform',
      'storefront',
    ]);
    expect(scenario.loadedPacks.map(({ pack }) => pack)).toEqual([
      'certificates',
      'edge',
      'exposure',
      'ingress',
      'limits',
      'storage',
    ]);
  });

  it.each([
    [
      'a name that is not known',
      `name: a\nclusters:${CLUSTER}    colour: red\n`,
    ],
    ['a wrong value', `name: a\nclusters:${CLUSTER.replace('k3s', 'moon')}`],
    ['something missing', 'name: a\n'],
    [
      'a set that is not there',
      `name: a\nclusters:${CLUSTER}    include: [x]\n`,
    ],
    ['a cluster twice', `name: a\nclusters:${CLUSTER}${CLUSTER}`],
    [
      'a pack that is not there',
      `name: a\nclusters:${CLUSTER}packs: [p.yaml]\n`,
    ],
    ['a text that is not YAML', 'name: [a\n'],
  ])('says in one sentence what is wrong: %s', async (_, text) => {
    const message = await refusal(text);
    expect(message.split('\n')).toHaveLength(1);
    expect([message]).toEqual([expect.stringMatching(EXPECTED[_])]);
  });
});
