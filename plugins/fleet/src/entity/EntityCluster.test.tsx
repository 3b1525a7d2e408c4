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

import { screen, waitFor } from '@testing-library/react';
import { axeFindings } from '../__testUtils__/axeFindings';
import {
  healthyCluster,
  lostCluster,
  troubledFleet,
} from '../__testUtils__/fleetFixture';
import { FleetTestServer } from '../__testUtils__/FleetTestServer';
import { renderEntity, resource } from './__testUtils__/renderEntity';

describe('what the fleet tells about a Resource that stands for a cluster', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = troubledFleet();
  });

  afterEach(() => server.stop());

  it('is its health, its figures and every card about it alone', async () => {
    // Once the cluster is known, the views are about it alone.
    server.views['clusters.health']!.rows = [healthyCluster];
    const { container } = renderEntity(
      server,
      resource('europe', {
        annotations: { 'quarterdeck.io/cluster': 'eu-west' },
      }),
    );
    const definitions = await screen.findAllByRole('definition');
    expect(definitions.map(each => each.textContent)).toEqual([
      '●Healthy',
      'v1.36.1',
      '8 / 8',
      '12.3K',
    ]);
    const links = await screen.findAllByRole('link', {
      name: 'Open in the fleet',
    });
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      '/fleet/clusters/eu-west',
      '/fleet/clusters/eu-west',
    ]);
    // The frame of a card is replaced when its code has come.
    for (const name of ['This cluster at a glance', 'Pod issues']) {
      await waitFor(() =>
        expect(screen.getByRole('region', { name })).toBeVisible(),
      );
    }
    expect(
      screen.queryByRole('region', { name: 'Cluster health' }),
    ).not.toBeInTheDocument();
    await waitFor(() =>
      expect(
        ['clusters.health', 'pods.issues'].map(
          view => server.asked(view)?.scope,
        ),
      ).toEqual([{ clusters: ['eu-west'] }, { clusters: ['eu-west'] }]),
    );
    expect(await axeFindings(container)).toEqual([]);
  });

  it('is what is the matter with a cluster that is lost, and what to do', async () => {
    server.views['clusters.health']!.rows = [lostCluster];
    renderEntity(server, resource('us-east'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('connect ETIMEDOUT 10.0.0.1:6443');
    expect(alert).toHaveTextContent('Check the network to the API server.');
    const definitions = await screen.findAllByRole('definition');
    expect(definitions[0]).toHaveTextContent('Unreachable');
  });

  it('is how to name its cluster when the fleet knows none of it', async () => {
    renderEntity(server, resource('moon'));
    expect(
      await screen.findAllByText('The fleet does not know this cluster'),
    ).toHaveLength(2);
  });

  it('is refused to those who may not read clusters', async () => {
    server.refused['clusters.health'] = 'NotAllowedError';
    renderEntity(server, resource('eu-west'));
    expect(await screen.findAllByText('You may not see this')).toHaveLength(2);
  });

  it('is nothing for Resources of other types', async () => {
    renderEntity(server, resource('eu-west', { type: 'database' }));
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });
});
