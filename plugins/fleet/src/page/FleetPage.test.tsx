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
  healthyFleet,
  troubledFleet,
  whoami,
} from '../__testUtils__/fleetFixture';
import { FleetTestServer } from '../__testUtils__/FleetTestServer';
import { renderFleet } from '../__testUtils__/renderFleet';

const card = (name: string) => screen.findByRole('region', { name });

/** The cells of the rows of a card, without its head. */
async function rowsOf(name: string) {
  // By its own name: the frame is another one while the card's code loads.
  const table = await screen.findByRole('table', { name });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    );
}

async function stats() {
  const bar = await screen.findByRole('region', { name: 'Fleet at a glance' });
  return [
    within(bar).getByRole('status').textContent,
    ...Array.from(bar.querySelectorAll('[role=img], a'), spoken),
  ];
}

/** What is read out of a figure: its label, else its content without what is only seen. */
function spoken(figure: Element) {
  const copy = figure.cloneNode(true) as Element;
  copy.querySelectorAll('[aria-hidden]').forEach(it => it.remove());
  return figure.getAttribute('aria-label') ?? copy.textContent;
}

describe('the fleet page', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
  });

  afterEach(() => server.stop());

  it('shows the figures and cards of a fleet in trouble', async () => {
    server.views = troubledFleet();
    renderFleet(server);

    await waitFor(async () =>
      expect(await stats()).toEqual([
        '■Issues found',
        'Clusters: 2',
        'Healthy: 1',
        'Nodes: 12, 1 not ready',
        'Namespaces: 12',
        'Pods: 12.3K, 45 not running',
        'Errors: 4, 1 cluster, 1 node, 2 pods',
      ]),
    );
    await waitFor(async () =>
      expect(await rowsOf('Cluster health')).toEqual([
        ['■Unreachable', 'us-eastus-east', 'v1.36.1', '3/4', '–', '–', '3m'],
        [
          '●Healthy',
          'eu-westeu-westeu-west-1',
          'v1.36.1',
          '1 cordoned 8/8',
          '12.3K',
          '0',
          'Live',
        ],
      ]),
    );
    expect(await rowsOf('Pod issues')).toEqual([
      [
        '■CrashLoopBackOff',
        'checkout-7d9f8b6c5-x2x4zcheckout-7d9f8b6c5-x2x4z',
        'shopshop',
        'eu-westeu-west',
        '17',
        '50m',
      ],
    ]);
    expect(
      (await rowsOf('Deployment status')).map(([status, name, , , ready]) => [
        status,
        name,
        ready,
      ]),
    ).toEqual([
      ['■Failed', 'searchsearch', '1/3'],
      ['●Available', 'cart-apicart-api', '3/3'],
    ]);
    expect(
      (await rowsOf('Event stream')).map(([type, reason]) => [type, reason]),
    ).toEqual([['▲Warning', 'BackOff']]);
    expect(
      within(await card('Pod issues')).getByText(/us-east unreachable/),
    ).toHaveTextContent(/us-east unreachable, data from 3\sm ago/);
    expect(
      screen.getByText('Live', { selector: '[role=status] *' }),
    ).toBeVisible();
  });

  it('has no accessibility finding, and landmarks to jump to', async () => {
    const user = userEvent.setup();
    server.views = troubledFleet();
    renderFleet(server);
    await rowsOf('Event stream');
    await rowsOf('Deployment status');

    const main = screen.getByRole('main');
    expect(within(main).getByRole('heading', { level: 1 })).toHaveTextContent(
      'Fleet',
    );
    expect(
      within(
        screen.getByRole('navigation', { name: 'Sections of the fleet' }),
      ).getByRole('link', { name: 'Dashboard' }),
    ).toHaveAttribute('aria-current', 'page');
    await user.click(screen.getByRole('link', { name: 'Skip to the fleet' }));
    expect(main).toHaveFocus();
    expect(await axeFindings(main.parentElement!)).toEqual([]);
  });

  it('says that all is well only when it is', async () => {
    server.views = healthyFleet();
    renderFleet(server);

    await waitFor(async () =>
      expect(await stats()).toEqual([
        '●All healthy',
        'Clusters: 1',
        'Healthy: 1',
        'Nodes: 8, 1 cordoned',
        'Namespaces: 12',
        'Pods: 12.3K, 45 not running',
        'Errors: 0',
      ]),
    );
    await waitFor(async () =>
      expect(await card('Pod issues')).toHaveTextContent(
        /No pod has a problem/,
      ),
    );
  });

  it('shows unknown figures as unknown before anything has answered', async () => {
    renderFleet(server);

    expect(await stats()).toEqual([
      '○Not known yet',
      'Clusters: –',
      'Healthy: –',
      'Nodes: –',
      'Namespaces: –',
      'Pods: –',
      'Errors: –',
    ]);
  });

  it('leads from a figure to what it counts', async () => {
    server.views = troubledFleet();
    renderFleet(server);
    const bar = await screen.findByRole('region', {
      name: 'Fleet at a glance',
    });
    await waitFor(() =>
      expect(
        within(bar)
          .getAllByRole('link')
          .map(link => [spoken(link), link.getAttribute('href')]),
      ).toEqual([
        ['Clusters: 2', '/fleet/clusters'],
        ['Healthy: 1', '/fleet/clusters?state=healthy'],
        ['Nodes: 12, 1 not ready', '/fleet/nodes'],
        ['Namespaces: 12', '/fleet/namespaces'],
        ['Pods: 12.3K, 45 not running', '/fleet/pods'],
        ['Errors: 4, 1 cluster, 1 node, 2 pods', '/fleet/clusters'],
      ]),
    );
  });

  it('follows a change without a reload', async () => {
    server.views = troubledFleet();
    renderFleet(server);
    await rowsOf('Pod issues');

    server.change('pods.issues', {
      rows: [],
      total: 0,
      summary: { errors: 0, warnings: 0, progress: 0 },
      coverage: fullCoverage,
    });

    expect(
      await within(await card('Pod issues')).findByText('No pod has a problem'),
    ).toBeVisible();
  });

  it('asks the backend for the order of a head', async () => {
    const user = userEvent.setup();
    server.views = troubledFleet();
    renderFleet(server);
    await rowsOf('Pod issues');

    await user.click(
      within(await card('Pod issues')).getByRole('button', {
        name: /^Restarts/,
      }),
    );

    await waitFor(() =>
      expect(server.asked('pods.issues')?.window).toMatchObject({
        sort: 'restarts',
        descending: true,
      }),
    );
    expect(await rowsOf('Pod issues')).toHaveLength(1);
  });

  it('tells an administrator how to connect the first cluster', async () => {
    server.views = emptyFleet();
    renderFleet(server);

    expect(await screen.findByText('No cluster is connected')).toBeVisible();
    expect(screen.getByText(/type: kubeconfig/)).toBeVisible();
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
  });

  it('does not tell others that there is no cluster', async () => {
    server.views = emptyFleet();
    server.whoami = { ...whoami, clusters: [], admin: false };
    renderFleet(server);

    expect(
      await screen.findByText('There is no cluster that you may see'),
    ).toBeVisible();
  });

  it('names the permission when the fleet is denied', async () => {
    server.views = troubledFleet();
    server.refused = { 'clusters.health': 'NotAllowedError' };
    renderFleet(server);

    expect(await screen.findByText('You may not see the fleet')).toBeVisible();
    expect(screen.getByText(/fleet\.cluster\.read/)).toBeVisible();
  });
});
