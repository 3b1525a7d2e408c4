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
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../../__testUtils__/axeFindings';
import { fullCoverage, troubledFleet } from '../../__testUtils__/fleetFixture';
import { FleetTestServer } from '../../__testUtils__/FleetTestServer';
import { renderFleet } from '../../__testUtils__/renderFleet';

const placed = (name: string) => ({
  id: name,
  card: `fleet-card:fleet/${name}`,
  config: {},
  collapsed: false,
  placement: { x: 0, y: 0, width: 6, height: 4 },
});

const title = (name: string) =>
  screen.findByRole('heading', { level: 1, name });

/** By its table: the frame is another one while the card's code loads. */
async function card(name: string) {
  const table = await screen.findByRole('table', { name });
  return table.closest('section')!;
}

const goTo = (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.click(screen.getByRole('link', { name }));

describe('dashboards that were looked at', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = troubledFleet();
    const { dashboards } = server;
    const ids = [
      { name: 'Harbour', shows: 'pod-issues' },
      { name: 'Lighthouse', shows: 'event-stream' },
    ].map(
      it =>
        dashboards.add({
          title: it.name,
          content: { cards: [placed(it.shows)], stats: [] },
        }).id,
    );
    dashboards.preferences = { pinned: ids };
  });

  afterEach(() => server.stop());

  it('are found as they were left, without being asked for again', async () => {
    const user = userEvent.setup();
    renderFleet(server, { path: '/fleet/dashboards/harbour' });
    const harbour = await card('Pod issues');
    const asked = server.asked('pods.issues')?.id;
    const requests = server.dashboards.requests.length;
    expect(document.title).toMatch(/^Harbour/);

    await goTo(user, 'Lighthouse');
    expect(await title('Lighthouse')).toHaveFocus();
    await card('Event stream');
    expect(document.title).toMatch(/^Lighthouse/);
    expect(harbour).toBeInTheDocument();
    expect(harbour).not.toBeVisible();
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);

    await goTo(user, 'Harbour');
    expect(await card('Pod issues')).toBe(harbour);
    expect(harbour).toBeVisible();
    expect(within(harbour).getByRole('table')).toBeVisible();
    expect(await title('Harbour')).toHaveFocus();
    expect(document.title).toMatch(/^Harbour/);
    expect(server.asked('pods.issues')?.id).toBe(asked);
    // Only the other dashboard was loaded.
    expect(server.dashboards.requests.slice(requests)).toEqual([
      'GET /dashboards/lighthouse',
    ]);
  });

  it('also from a page that is not kept', async () => {
    const user = userEvent.setup();
    renderFleet(server, { path: '/fleet/dashboards/harbour' });
    const harbour = await card('Pod issues');
    await goTo(user, 'Clusters');
    expect(await title('Clusters')).toBeVisible();
    expect(harbour).not.toBeVisible();
    await goTo(user, 'Harbour');
    expect(await card('Pod issues')).toBe(harbour);
    expect(screen.queryByRole('heading', { name: 'Clusters' })).toBeNull();
  });

  it('do not follow what happens while they are hidden, and show it when they are come back to', async () => {
    const user = userEvent.setup();
    renderFleet(server, { path: '/fleet/dashboards/harbour' });
    const harbour = await card('Pod issues');
    const table = within(harbour).getByRole('table');
    await goTo(user, 'Lighthouse');
    await title('Lighthouse');
    server.change('pods.issues', {
      rows: [],
      total: 0,
      summary: { errors: 0, warnings: 0, progress: 0 },
      coverage: fullCoverage,
    });
    server.change('clusters.health', server.views['clusters.health']!);
    await card('Event stream');
    expect(table).toBeInTheDocument();

    await goTo(user, 'Harbour');
    expect(
      await within(harbour).findByText('No pod has a problem'),
    ).toBeVisible();
  });

  it('leave the keyboard to the one that is shown', async () => {
    const user = userEvent.setup();
    renderFleet(server, { path: '/fleet/dashboards/harbour' });
    const harbour = await card('Pod issues');
    await user.click(
      within(harbour).getByRole('button', { name: 'Menu of Pod issues' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    await waitFor(() => expect(harbour).not.toBeInTheDocument());

    await goTo(user, 'Lighthouse');
    await title('Lighthouse');
    // What was not saved yet is saved when the page is left.
    await waitFor(() =>
      expect(server.dashboards.get('harbour').content.cards).toEqual([]),
    );
    await user.keyboard('{Control>}z{/Control}');
    await goTo(user, 'Harbour');
    await title('Harbour');
    expect(screen.queryByRole('region', { name: 'Pod issues' })).toBeNull();

    await user.keyboard('{Control>}z{/Control}');
    expect(await card('Pod issues')).toBeVisible();
  });

  it('take over what was saved elsewhere meanwhile', async () => {
    const user = userEvent.setup();
    const [id] = server.dashboards.preferences.pinned;
    server.dashboards.preferences.defaultDashboard = id;
    renderFleet(server, { path: '/fleet/dashboards/harbour' });
    await card('Pod issues');
    await goTo(user, 'Dashboard');
    const first = await card('Pod issues');
    await user.click(
      within(first).getByRole('button', { name: 'Menu of Pod issues' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    await waitFor(() =>
      expect(server.dashboards.get(id).content.cards).toEqual([]),
    );

    await goTo(user, 'Harbour');
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'Pod issues' })).toBeNull(),
    );
  });

  it('are not kept with a dialog open', async () => {
    const user = userEvent.setup();
    renderFleet(server, { path: '/fleet/dashboards/harbour' });
    const harbour = await card('Pod issues');
    await user.click(screen.getByRole('button', { name: 'Add cards' }));
    await screen.findByRole('dialog');
    // As the browser's own buttons would do, which a dialog does not block.
    fireEvent.click(
      screen.getByRole('link', { name: 'Lighthouse', hidden: true }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await title('Lighthouse')).toBeVisible();
    expect(harbour).not.toBeInTheDocument();
  });

  it('have no accessibility finding beside each other', async () => {
    const user = userEvent.setup();
    renderFleet(server, { path: '/fleet/dashboards/harbour' });
    await card('Pod issues');
    await goTo(user, 'Lighthouse');
    await card('Event stream');
    expect(await axeFindings(screen.getByRole('main'))).toEqual([]);
  });
});
