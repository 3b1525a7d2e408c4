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

import { within } from '@testing-library/react';
import { axeFindings } from '../../__testUtils__/axeFindings';
import {
  healthyCluster,
  lostCluster,
  totalsOf,
} from '../../__testUtils__/fleetFixture';
import { FleetTestServer } from '../../__testUtils__/FleetTestServer';
import { answer, cardOf, renderCard } from '../__testUtils__/renderCard';

describe('ClusterLocationsCard', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
  });

  afterEach(() => server.stop());

  it('marks regions on the map, and lists clusters whose place is not known below it', async () => {
    const basement = {
      ...healthyCluster,
      cluster: 'edge',
      title: 'edge',
      facts: { region: { value: 'basement', evidence: '' } },
    };
    const second = {
      ...healthyCluster,
      cluster: 'eu-2',
      title: 'eu-2',
      state: 'degraded' as const,
    };
    const clusters = [healthyCluster, second, basement, lostCluster];
    server.views = {
      'clusters.health': answer(clusters, totalsOf(clusters, 0)),
    };
    const { container } = renderCard(server, 'cluster-locations');
    const card = await cardOf('Cluster locations');
    const marks = within(
      card.getByRole('list', { name: 'Regions with clusters' }),
    ).getAllByRole('link');
    expect(marks).toHaveLength(1);
    expect(marks[0]).toHaveAccessibleName(
      'eu-west-1 (Ireland): 2 clusters, 16 nodes, worst: Degraded',
    );
    expect(marks[0]).toHaveAttribute(
      'href',
      '/fleet/clusters?region=eu-west-1',
    );
    const elsewhere = within(
      card.getByRole('region', {
        name: 'Not on the map: their region is not known',
      }),
    );
    expect(
      elsewhere.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      expect.stringMatching(/us-east.*no region/),
      expect.stringMatching(/edge.*basement/),
    ]);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('leads to the cluster where it is the only one of its region', async () => {
    server.views = {
      'clusters.health': answer(
        [healthyCluster],
        totalsOf([healthyCluster], 0),
      ),
    };
    renderCard(server, 'cluster-locations');
    const card = await cardOf('Cluster locations');
    expect(
      card.getByRole('link', {
        name: 'eu-west-1 (Ireland): 1 cluster, 8 nodes, Healthy',
      }),
    ).toHaveAttribute('href', '/fleet/clusters/eu-west');
  });
});
