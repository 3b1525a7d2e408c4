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
import { screen, within } from '@testing-library/react';
import { troubledFleet } from '../__testUtils__/fleetFixture';
import { FleetTestServer } from '../__testUtils__/FleetTestServer';
import { renderFleet } from '../__testUtils__/renderFleet';

describe('a portal that offers only some dashboards', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = troubledFleet();
  });

  afterEach(() => server.stop());

  it('shows their sections and templates, and how to reach everything', async () => {
    renderFleet(server, {
      path: '/fleet/dashboards',
      config: { fleet: { enabledDashboards: ['nodes', 'compute'] } },
    });
    const templates = await screen.findByRole('region', { name: 'Templates' });
    expect(
      within(templates)
        .getAllByRole('link')
        .map(it => it.textContent),
    ).toEqual(['Operations', 'Compute']);
    const rail = screen.getByRole('navigation', {
      name: 'Sections of the fleet',
    });
    expect(
      within(rail)
        .getAllByRole('link')
        .map(it => it.textContent),
    ).toEqual(['Skip to the fleet', 'Dashboard', 'Dashboards', 'Nodes']);
  });
});
