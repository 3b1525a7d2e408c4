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

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../__testUtils__/axeFindings';
import {
  emptyFleet,
  fullCoverage,
  healthyCluster,
  lostCluster,
  totalsOf,
  troubledFleet,
} from '../__testUtils__/fleetFixture';
import { FleetTestServer } from '../__testUtils__/FleetTestServer';
import { renderFleet } from '../__testUtils__/renderFleet';

const eks = {
  ...healthyCluster,
  facts: {
    ...healthyCluster.facts,
    provider: { value: 'aws', evidence: 'provider id aws:///…' },
    distribution: { value: 'eks', evidence: 'version v1.36.1-eks' },
  },
};

async function names() {
  const list = await screen.findByRole('list', { name: 'List of clusters' });
  return within(list)
    .getAllByRole('link')
    .map(link => link.getAttribute('href'));
}

describe('the page of clusters', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    const rows = [eks, lostCluster];
    server.views = {
      ...troubledFleet(),
      'clusters.health': {
        rows,
        total: 2,
        summary: totalsOf(rows, 1),
        coverage: fullCoverage,
      },
      'clusters.capacity': {
        rows: [
          {
            cluster: 'eu-west',
            title: 'eu-west',
            cpuAllocatable: 100,
            cpuRequested: 63,
            cpuUsed: 20,
          },
        ],
        total: 1,
        summary: { clusters: 1, usedClusters: 1 },
        coverage: fullCoverage,
      },
    };
  });

  afterEach(() => server.stop());

  it('shows each cluster with its figures, as a link to its page', async () => {
    const { container } = renderFleet(server, { path: '/fleet/clusters' });

    expect(await names()).toEqual([
      '/fleet/clusters/us-east',
      '/fleet/clusters/eu-west',
    ]);
    const [lost, well] = screen.getAllByRole('listitem').slice(-2);
    expect(lost).toHaveTextContent(/us-east■Unreachable/);
    expect(lost).toHaveTextContent(/Nodes3\/4Pods–Problems–Contact3m/);
    expect(well).toHaveTextContent(/eu-west-1Amazon EKS v1\.36\.1/);
    expect(well).toHaveTextContent(/Nodes8\/8Pods12\.3KProblems0ContactLive/);
    await within(well).findByRole('img', {
      name: '63% of CPU requested, 20% used',
    });
    // Nobody has said anything about its memory.
    expect(well).toHaveTextContent(/Memory–$/);
    expect(document.title).toBe('Clusters · Fleet');
    expect(await axeFindings(container.querySelector('main')!)).toEqual([]);
  });

  it('filters by state, fact and words, and says so', async () => {
    const user = userEvent.setup();
    renderFleet(server, { path: '/fleet/clusters' });
    await names();

    await user.click(
      screen.getByRole('button', { name: 'Unreachable 1 cluster' }),
    );
    expect(await names()).toEqual(['/fleet/clusters/us-east']);
    expect(screen.getByText('1 of 2 clusters')).toBeVisible();

    await user.type(
      screen.getByRole('searchbox', { name: 'Filter by name, label, version' }),
      'atlantis',
    );
    expect(await screen.findByText('No cluster matches')).toBeVisible();

    await user.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(await names()).toHaveLength(2);

    await user.click(
      screen.getByRole('button', { name: 'Filter by provider' }),
    );
    await user.click(
      await screen.findByRole('menuitemcheckbox', { name: /^AWS/ }),
    );
    await waitFor(async () =>
      expect(
        within(
          screen.getByRole('list', {
            name: 'List of clusters',
            hidden: true,
          }),
        ).getAllByRole('link', { hidden: true }),
      ).toHaveLength(1),
    );
  });

  it('opens on what its address asks for', async () => {
    renderFleet(server, {
      path: '/fleet/clusters?view=table&group=provider&state=healthy',
    });

    const table = await screen.findByRole('table', { name: 'AWS' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(row => within(row).getAllByRole('cell')[1].textContent),
    ).toEqual(['eu-westeu-westeu-west-1']);
    expect(
      screen.queryByRole('table', { name: 'Unknown provider' }),
    ).toBeNull();
  });

  it('orders the table by its heads', async () => {
    const user = userEvent.setup();
    renderFleet(server, { path: '/fleet/clusters?view=table' });
    const first = async () =>
      within(
        within(
          await screen.findByRole('table', { name: 'List of clusters' }),
        ).getAllByRole('row')[1],
      ).getByRole('link');

    expect(await first()).toHaveAttribute('href', '/fleet/clusters/us-east');
    await user.click(screen.getByRole('button', { name: /^Cluster/ }));
    expect(await first()).toHaveAttribute('href', '/fleet/clusters/eu-west');
  });

  it('tells what to do when no cluster is connected', async () => {
    server.views = emptyFleet();
    renderFleet(server, { path: '/fleet/clusters' });
    expect(await screen.findByText('No cluster is connected')).toBeVisible();
  });

  it('names the permission when the clusters are denied', async () => {
    server.refused = { 'clusters.health': 'NotAllowedError' };
    renderFleet(server, { path: '/fleet/clusters' });
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.getByText(/fleet\.cluster\.read/)).toBeVisible();
  });
});
