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
import { healthyCluster, lostCluster } from '../__testUtils__/fleetFixture';
import {
  factValues,
  groupClusters,
  isFiltered,
  listClusters,
  readClusterList,
  writeClusterList,
} from './clusterList';

function fact(value: string) {
  return { value, evidence: 'the test says so' };
}

const eks: ClusterHealthRow = {
  ...healthyCluster,
  cluster: 'prod-2',
  title: 'prod-2',
  version: 'v1.9.3',
  nodes: 10,
  facts: { provider: fact('aws'), region: fact('eu-west-1') },
  labels: { team: 'payments' },
};
const gke: ClusterHealthRow = {
  ...healthyCluster,
  cluster: 'prod-10',
  title: 'prod-10',
  version: 'v1.31.0',
  nodes: 2,
  facts: { provider: fact('gcp'), region: fact('us-central1') },
  aliases: ['old-name'],
};
const lost: ClusterHealthRow = { ...lostCluster, nodes: undefined };
const rows = [gke, lost, eks];

function list(address: string): string[] {
  return listClusters(rows, readClusterList(new URLSearchParams(address))).map(
    row => row.cluster,
  );
}

describe('the list of clusters', () => {
  it.each([
    ['', ['us-east', 'prod-10', 'prod-2']],
    ['sort=name', ['prod-2', 'prod-10', 'us-east']],
    ['sort=-name', ['us-east', 'prod-10', 'prod-2']],
    ['sort=version', ['prod-2', 'prod-10', 'us-east']],
    ['sort=nodes', ['prod-10', 'prod-2', 'us-east']],
    // What is not known stays last when the order turns.
    ['sort=-nodes', ['prod-2', 'prod-10', 'us-east']],
    ['sort=constructor', ['us-east', 'prod-10', 'prod-2']],
  ])('is ordered by %p', (address, names) => {
    expect(list(address)).toEqual(names);
  });

  it.each([
    ['q=old-name', ['prod-10']],
    ['q=TEAM%3Dpayments', ['prod-2']],
    ['q=prod+gcp', ['prod-10']],
    ['q=prod+nowhere', []],
    ['state=unreachable', ['us-east']],
    ['state=unreachable&state=healthy&provider=aws', ['prod-2']],
    ['provider=aws&provider=gcp', ['prod-10', 'prod-2']],
    ['provider=aws&region=us-central1', []],
    ['provider=', ['us-east']],
    ['state=nonsense', ['us-east', 'prod-10', 'prod-2']],
  ])('is filtered by %p', (address, names) => {
    expect(list(address)).toEqual(names);
  });

  it('comes back from its address as it was', () => {
    const address =
      'view=table&q=a+b&state=denied&provider=a%2Cb&region=&group=region&sort=-pods';
    const query = readClusterList(new URLSearchParams(address));
    expect(query).toEqual({
      layout: 'table',
      search: 'a b',
      states: ['denied'],
      facts: {
        provider: ['a,b'],
        distribution: [],
        region: [''],
        environment: [],
      },
      group: 'region',
      sort: 'pods',
      descending: true,
    });
    expect(writeClusterList(query).toString()).toBe(address);
    expect(isFiltered(query)).toBe(true);
    expect(
      isFiltered(readClusterList(new URLSearchParams('group=region'))),
    ).toBe(false);
  });

  it('parts by a fact, what is not known last', () => {
    expect(
      groupClusters([lost, gke, eks], 'provider').map(group => [
        group.value,
        group.rows.map(row => row.cluster),
      ]),
    ).toEqual([
      ['aws', ['prod-2']],
      ['gcp', ['prod-10']],
      ['', ['us-east']],
    ]);
    expect(factValues(rows, 'environment')).toEqual([
      { value: '', clusters: 3 },
    ]);
  });
});
