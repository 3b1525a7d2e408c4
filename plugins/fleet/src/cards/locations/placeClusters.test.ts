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

import { ClusterHealthRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { healthyCluster } from '../../__testUtils__/fleetFixture';
import { placeClusters } from './placeClusters';
import { placeOfRegion } from './regionPlaces';

function cluster(
  name: string,
  region: string | undefined,
  fields: Partial<ClusterHealthRow> = {},
): ClusterHealthRow {
  return {
    ...healthyCluster,
    cluster: name,
    title: name,
    facts:
      region === undefined ? {} : { region: { value: region, evidence: '' } },
    ...fields,
  };
}

describe('placeClusters', () => {
  it.each([
    ['eu-west-1', 'Ireland'],
    ['europe-west4', 'Eemshaven'],
    ['westeurope', 'Netherlands'],
    ['WestEurope', 'Netherlands'],
    ['eu-de', 'Frankfurt'],
    ['rack-7', undefined],
    ['toString', undefined],
  ])('%s is at %p', (region, place) => {
    expect(placeOfRegion(region)).toBe(place);
  });

  it('puts clusters of one region together, drawn as the worst of them', () => {
    const { regions } = placeClusters([
      cluster('a', 'eu-west-1', { nodes: 2 }),
      cluster('b', 'eu-west-1', { nodes: undefined, state: 'degraded' }),
      cluster('c', 'us-east-1', { nodes: 9 }),
    ]);
    expect(
      regions.map(({ region, tone, nodes, clusters }) => [
        region,
        tone,
        nodes,
        clusters.map(row => row.cluster),
      ]),
    ).toEqual([
      ['us-east-1', 'healthy', 9, ['c']],
      ['eu-west-1', 'warning', 2, ['b', 'a']],
    ]);
  });

  it('places nothing that it does not know the place of', () => {
    const { regions, elsewhere } = placeClusters([
      cluster('a', undefined),
      cluster('b', 'basement'),
    ]);
    expect(regions).toEqual([]);
    expect(elsewhere.map(row => row.cluster)).toEqual(['a', 'b']);
  });
});
