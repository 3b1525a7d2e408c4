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
import { troubledFleet } from '../__testUtils__/fleetFixture';
import { FleetTestServer } from '../__testUtils__/FleetTestServer';
import { renderFleet } from '../__testUtils__/renderFleet';

describe('ways through the fleet', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = troubledFleet();
  });

  afterEach(() => server.stop());

  it('lead from the rail to a page, its heading and its title', async () => {
    const user = userEvent.setup();
    renderFleet(server);
    const dashboard = await screen.findByRole('heading', { level: 1 });
    // The tab was opened here: nobody asked for the focus.
    expect(dashboard).not.toHaveFocus();
    expect(document.title).toBe('Fleet');

    const rail = within(
      screen.getByRole('navigation', { name: 'Sections of the fleet' }),
    );
    await user.click(rail.getByRole('link', { name: 'Clusters' }));
    const heading = await screen.findByRole('heading', {
      level: 1,
      name: 'Clusters',
    });
    expect(heading).toHaveFocus();
    expect(document.title).toBe('Clusters · Fleet');
    expect(rail.getByRole('link', { name: 'Clusters' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(rail.getByRole('link', { name: 'Dashboard' })).not.toHaveAttribute(
      'aria-current',
    );
  });

  it('lead back up, and not through a tab of the same page', async () => {
    const user = userEvent.setup();
    renderFleet(server, { path: '/fleet/clusters/eu-west' });
    const tabs = within(
      await screen.findByRole('navigation', { name: 'Parts of this cluster' }),
    );
    server.answer('get', '/clusters/eu-west/access', () => Response.error());
    server.answer('get', '/rbac-manifest', () => Response.error());
    server.answer('get', '/actions', () => Response.error());
    await user.click(tabs.getByRole('link', { name: 'Access' }));
    expect(
      await screen.findByRole('region', { name: 'What the portal may do' }),
    ).toBeVisible();
    expect(tabs.getByRole('link', { name: 'Access' })).toHaveFocus();

    await user.click(
      within(
        screen.getByRole('navigation', { name: 'Pages above this one' }),
      ).getByRole('link', { name: 'Clusters' }),
    );
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { level: 1, name: 'Clusters' }),
      ).toHaveFocus(),
    );
  });

  it('end at a page that says so where there is none', async () => {
    renderFleet(server, { path: '/fleet/nowhere' });
    expect(await screen.findByText('There is no page here')).toBeVisible();
    expect(screen.getByText(/\/fleet\/nowhere/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Go to the dashboard' }),
    ).toHaveAttribute('href', '/fleet');
  });

  it('show times as the person wants them, on every page', async () => {
    const user = userEvent.setup();
    renderFleet(server, { path: '/fleet/clusters/us-east' });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/Last heard from 3m/);

    await user.click(
      screen.getByRole('button', { name: 'How times are shown' }),
    );
    await user.click(await screen.findByRole('menuitemradio', { name: 'UTC' }));
    await waitFor(() =>
      expect(
        alert.querySelector('time:last-of-type')?.getAttribute('title'),
      ).toMatch(/ UTC$/),
    );
    await user.click(
      screen.getByRole('button', { name: 'How times are shown' }),
    );
    await user.click(
      await screen.findByRole('menuitemradio', { name: 'As times of day' }),
    );
    await waitFor(() =>
      expect(alert).toHaveTextContent(/heard from .*\d\d:\d\d/),
    );
  });
});
