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

import { ClusterVersionsRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { within } from '@testing-library/react';
import { axeFindings } from '../../__testUtils__/axeFindings';
import {
  emptyFleet,
  healthyCluster,
  lostCluster,
  partialCoverage,
  totalsOf,
} from '../../__testUtils__/fleetFixture';
import { FleetTestServer } from '../../__testUtils__/FleetTestServer';
import { answer, cardOf, renderCard } from '../__testUtils__/renderCard';

const GIB = 1024 ** 3;

const versions: ClusterVersionsRow[] = [
  {
    cluster: 'eu-west',
    title: 'eu-west',
    state: 'healthy',
    version: 'v1.33.4-eks-1',
    nodes: 5,
    kubelets: [
      { version: 'v1.29.1', nodes: 2, skew: 4 },
      { version: 'v1.33.4', nodes: 3, skew: 0 },
    ],
    skew: 4,
    outside: 2,
  },
  {
    cluster: 'us-east',
    title: 'us-east',
    state: 'unreachable',
    kubelets: [],
  },
];

describe('cards of clusters', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    const clusters = [healthyCluster, lostCluster];
    server.views = {
      'clusters.health': answer(
        clusters,
        totalsOf(clusters, 4),
        partialCoverage,
      ),
      'clusters.capacity': answer(
        [
          {
            cluster: 'eu-west',
            title: 'eu-west',
            cpuAllocatable: 64,
            cpuRequested: 16,
            memoryAllocatable: 256 * GIB,
            memoryRequested: 64 * GIB,
          },
        ],
        { clusters: 2, usedClusters: 0 },
      ),
      'clusters.versions': answer(versions, {
        minors: [
          { minor: '1.29', clusters: 0, nodes: 2 },
          { minor: '1.33', clusters: 1, nodes: 3 },
        ],
        unknown: 1,
        outside: 1,
      }),
    };
  });

  afterEach(() => server.stop());

  const cells = (row: HTMLElement) =>
    within(row)
      .getAllByRole('cell')
      .map(cell => cell.textContent);

  it('compare the chosen ones, mark where they differ and leave unknown what is', async () => {
    const { container } = renderCard(server, 'cluster-comparison', {
      clusters: ['eu-west', 'us-east', 'gone'],
    });
    const card = await cardOf('Cluster comparison');
    expect(
      card.getAllByRole('columnheader').map(head => head.textContent),
    ).toEqual([
      'Figure',
      expect.stringContaining('eu-west'),
      expect.stringContaining('us-east'),
      expect.stringContaining('gone'),
    ]);
    expect(cells(card.getByRole('row', { name: /^State/ }))).toEqual([
      expect.stringContaining('Healthy'),
      expect.stringContaining('Unreachable'),
      expect.stringContaining('Not found'),
    ]);
    const line = (name: RegExp) =>
      card.getByRole('rowheader', { name }).closest('tr')!;
    const nodes = line(/^Nodes The clusters differ$/);
    expect(cells(nodes)).toEqual(['8', '4', '–']);
    expect(
      within(nodes).getByRole('img', { name: 'The clusters differ' }),
    ).toBeVisible();
    const version = line(/^Version$/);
    expect(cells(version)).toEqual(['v1.36.1', 'v1.36.1', '–']);
    expect(
      within(version).queryByRole('img', { name: 'The clusters differ' }),
    ).not.toBeInTheDocument();
    expect(
      await card.findByRole('img', { name: 'CPU requested: 25% (16 / 64)' }),
    ).toBeVisible();
    expect(cells(line(/^CPU used$/))).toEqual(['–', '–', '–']);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('compare troubled ones first where none is chosen, and say so', async () => {
    const many = [1, 2, 3, 4].map(place => ({
      ...healthyCluster,
      cluster: `c${place}`,
      title: `c${place}`,
    }));
    server.views['clusters.health'] = answer(
      [...many, lostCluster],
      totalsOf(many, 1),
    );
    renderCard(server, 'cluster-comparison');
    const card = await cardOf('Cluster comparison');
    expect(
      card
        .getAllByRole('link')
        .slice(0, 4)
        .map(link => link.getAttribute('href')),
    ).toEqual([
      '/fleet/clusters/us-east',
      '/fleet/clusters/c1',
      '/fleet/clusters/c2',
      '/fleet/clusters/c3',
    ]);
    expect(
      card.getByText(/Shows 4 of 5 clusters, troubled first/),
    ).toBeVisible();
  });

  it('say that there is nothing to show', async () => {
    server.views = emptyFleet();
    server.views['clusters.capacity'] = answer([], {
      clusters: 0,
      usedClusters: 0,
    });
    renderCard(server, 'cluster-focus');
    const card = await cardOf('Cluster focus');
    expect(card.getByText('No cluster to show')).toBeVisible();
  });

  it('focus on the first in trouble, with what is the matter', async () => {
    const { container } = renderCard(server, 'cluster-focus');
    const card = await cardOf('Cluster focus');
    expect(card.getByRole('link', { name: /us-east/ })).toHaveAttribute(
      'href',
      '/fleet/clusters/us-east',
    );
    expect(card.getByText('Unreachable')).toBeVisible();
    expect(card.getByText('connect ETIMEDOUT 10.0.0.1:6443')).toBeVisible();
    expect(card.getByText('3 ready')).toBeVisible();
    const pods = card.getByText('Pods').parentElement!;
    expect(pods).toHaveTextContent('–');
    expect(card.getByText(/No cluster is chosen/)).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('focus on the chosen one, with what its nodes offer', async () => {
    renderCard(server, 'cluster-focus', { cluster: ['eu-west'] });
    const card = await cardOf('Cluster focus');
    expect(card.getByText('Healthy')).toBeVisible();
    expect(card.getByText('12.3K')).toBeVisible();
    expect(
      await card.findByRole('img', { name: /16 of 64 CPU requested \(25%\)/ }),
    ).toBeVisible();
    expect(card.queryByText(/No cluster is chosen/)).not.toBeInTheDocument();
  });

  it('focus on nothing where the chosen one is not there', async () => {
    renderCard(server, 'cluster-focus', { cluster: ['gone'] });
    const card = await cardOf('Cluster focus');
    expect(card.getByText('There is no cluster gone')).toBeVisible();
  });

  it('tell versions that may not run together, and what is not known', async () => {
    const { container } = renderCard(server, 'upgrade-status');
    const card = await cardOf('Upgrade status');
    const table = within(card.getByRole('table', { name: 'Upgrade status' }));
    const [old, unknown] = table.getAllByRole('row').slice(1);
    expect(cells(old)).toEqual([
      expect.stringContaining('Too far behind'),
      expect.stringContaining('eu-west'),
      'v1.33.4',
      'v1.29.1 ×2, v1.33.4 ×3',
    ]);
    expect(
      within(old).getByTitle(
        '2 nodes run a kubelet that Kubernetes does not support with this API server.',
      ),
    ).toBeVisible();
    expect(cells(unknown)).toEqual([
      expect.stringContaining('Not known'),
      expect.stringContaining('us-east'),
      '–',
      '–',
    ]);
    const spread = within(
      card.getByRole('table', { name: 'Versions of the fleet' }),
    );
    expect(cells(spread.getByRole('row', { name: /^1\.33/ }))).toEqual([
      '1',
      '3',
    ]);
    expect(
      card.getByRole('link', { name: 'Version skew policy of Kubernetes' }),
    ).toHaveAttribute('rel', 'noreferrer');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('call what is within the policy by how far it is behind', async () => {
    const [row] = versions;
    const within3 = (cluster: string, skew: number) => ({
      ...row,
      cluster,
      title: cluster,
      skew,
      outside: 0,
    });
    server.views['clusters.versions'] = answer(
      [
        within3('same', 0),
        within3('behind', 2),
        within3('limit', 3),
        { ...within3('newer', -1), outside: 5 },
      ],
      { minors: [], unknown: 0, outside: 1 },
    );
    renderCard(server, 'upgrade-status');
    const card = await cardOf('Upgrade status');
    expect(
      card
        .getAllByRole('row')
        .slice(1)
        .map(found => cells(found)[0]),
    ).toEqual([
      '●Same version',
      '●2 behind',
      '▲3 behind',
      '■Newer than server',
    ]);
  });
});
