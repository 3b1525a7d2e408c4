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

import {
  ViewAnswer,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../__testUtils__/axeFindings';
import {
  cart,
  fullCoverage,
  partialCoverage,
  troubledFleet,
} from '../__testUtils__/fleetFixture';
import { FleetTestServer } from '../__testUtils__/FleetTestServer';
import { renderFleet } from '../__testUtils__/renderFleet';

const GIB = 1024 ** 3;

const answer = (
  rows: object[],
  summary: object,
  coverage = fullCoverage,
): ViewAnswer => ({ rows, total: rows.length, summary, coverage });

const capacity = {
  cpuAllocatable: 64,
  cpuRequested: 16,
  memoryAllocatable: 256 * GIB,
  memoryRequested: 64 * GIB,
  podCapacity: 880,
  pods: 220,
};

const span = 300_000;
const now = Math.floor(Date.now() / span) * span;

function views(): Record<string, ViewAnswer> {
  return {
    ...troubledFleet(),
    'clusters.capacity': answer(
      [
        {
          ...capacity,
          cluster: 'eu-west',
          title: 'eu-west',
          cpuUsed: 8,
          memoryUsed: 32 * GIB,
        },
        { cluster: 'us-east', title: 'us-east' },
      ],
      {
        ...capacity,
        cpuUsed: 8,
        memoryUsed: 32 * GIB,
        clusters: 2,
        usedClusters: 1,
      },
    ),
    'nodes.status': answer(
      [
        { cluster: 'eu-west', title: 'eu-west', nodes: 8, ready: 8 },
        {
          cluster: 'us-east',
          title: 'us-east',
          nodes: 4,
          ready: 3,
          notReady: 1,
          unknown: 0,
          cordoned: 1,
          pressure: 2,
        },
        { cluster: 'new', title: 'new' },
      ],
      {
        nodes: 12,
        ready: 11,
        notReady: 1,
        unknown: 0,
        cordoned: 1,
        pressure: 2,
      },
    ),
    'events.timeline': answer(
      [
        { cluster: 'eu-west', start: now, normal: 3, warnings: 1 },
        { cluster: 'us-east', start: now, normal: 4, warnings: 2 },
      ],
      { span, reasons: [{ reason: 'BackOff', events: 42 }] },
    ),
    'pods.top': answer(
      [
        {
          uid: 'p',
          cluster: 'eu-west',
          namespace: 'shop',
          name: 'checkout-x2x4z',
          cpu: 0.35,
          memory: 1.5 * GIB,
          measured: now,
          window: 20_000,
        },
      ],
      { cpu: 0.35, memory: 1.5 * GIB },
    ),
    'namespaces.overview': answer(
      [
        {
          cluster: 'eu-west',
          namespace: 'shop',
          phase: 'Active',
          owner: 'group:default/storefront',
          ownerSource: 'annotation',
          pods: 12,
          podErrors: 1,
          podWarnings: 0,
          quota: { resource: 'requests.cpu', used: 9.5, hard: 10 },
          created: now,
        },
      ],
      { namespaces: 1, troubled: 1, owned: 1, terminating: 0 },
    ),
    'workloads.rollouts': answer(
      [
        {
          ...cart,
          kind: 'StatefulSet',
          name: 'orders-db',
          status: 'Progressing',
          severity: 'progress',
          replicas: 4,
          updated: 1,
          changed: now,
        } satisfies WorkloadRow,
      ],
      { progressing: 1, failed: 0, paused: 0, done: 0 },
    ),
  };
}

describe('cards of capacity, nodes, time, namespaces and rollouts', () => {
  let server: FleetTestServer;
  /** The card once its code and its data are there: until then another frame stands in its place. */
  async function card(name: string) {
    await waitFor(() =>
      expect(screen.getByRole('region', { name })).not.toHaveAttribute(
        'aria-busy',
      ),
    );
    return within(screen.getByRole('region', { name }));
  }

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = views();
  });

  afterEach(() => server.stop());

  it('capacity says what is asked for and used, and of how many clusters use is known', async () => {
    renderFleet(server);
    const capacityCard = await card('Resource capacity');
    const totals = within(
      await capacityCard.findByRole('list', {
        name: 'Requested and used, as parts of what nodes offer',
      }),
    );
    expect(
      totals.getByRole('img', { name: /16 of 64 CPU requested \(25%\)/ }),
    ).toHaveAccessibleName(/8 of 64 CPU used \(13%\)/);
    expect(totals.getByText(/64 GB \/ 256 GB/)).toBeVisible();
    expect(totals.queryByText('GPUs')).not.toBeInTheDocument();
    expect(
      capacityCard.getByText('Use is known of 1 of 2 clusters.'),
    ).toBeVisible();
    const unknown = within(capacityCard.getByRole('row', { name: /us-east/ }));
    expect(unknown.queryByRole('img')).not.toBeInTheDocument();
    expect(unknown.getAllByText('–').length).toBeGreaterThan(0);
  });

  it('node status shows troubled clusters first, and unknown as unknown', async () => {
    renderFleet(server);
    const status = await card('Node status');
    const rows = (await status.findAllByRole('row')).slice(1);
    expect(
      rows.map(row => within(row).getAllByRole('cell')[0].textContent),
    ).toEqual(expect.arrayContaining([expect.stringContaining('us-east')]));
    expect(rows[0]).toHaveTextContent('us-east');
    expect(rows[0]).toHaveTextContent('3/4');
    expect(
      within(rows[0]).getByRole('img', {
        name: 'us-east: 3 of 4 nodes ready',
      }),
    ).toBeVisible();
    const unread = rows.find(row => /new/.test(row.textContent ?? ''))!;
    expect(within(unread).queryByRole('img')).not.toBeInTheDocument();
    expect(unread).not.toHaveTextContent('0');
  });

  it('the timeline adds the clusters up and has a table for those who do not see it', async () => {
    renderFleet(server);
    const timeline = await card('Events timeline');
    const table = within(
      await timeline.findByRole('table', { name: 'Events timeline' }),
    );
    const rows = table.getAllByRole('row');
    // The head, and the spans of an hour, of which the first and the last are cut.
    expect(rows).toHaveLength(1 + 13);
    expect(
      within(rows[13])
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['3', '7']);
    expect(
      within(rows[1])
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['0', '0']);
    expect(
      within(
        timeline.getByRole('list', { name: 'Most frequent warnings' }),
      ).getByText('BackOff'),
    ).toBeVisible();
  });

  it('what happened is asked for the time that the dashboard is narrowed to', async () => {
    renderFleet(server, { path: '/fleet?range=15m' });
    const timeline = await card('Events timeline');
    const table = await timeline.findByRole('table', {
      name: 'Events timeline',
    });
    // At spans of five minutes.
    expect(within(table).getAllByRole('row')).toHaveLength(1 + 4);
    for (const view of ['timeline', 'recent'].map(it => `events.${it}`)) {
      expect([view, server.asked(view)?.params]).toEqual([
        view,
        { minutes: 15 },
      ]);
    }
    expect(server.asked('workloads.rollouts')?.params).toEqual({
      minutes: 15,
    });
    expect(server.asked('namespaces.overview')?.params).toEqual({});
    expect(screen.getByText('Last 15 minutes')).toHaveAttribute(
      'title',
      'Counts for what happened: events, warnings, restarts, rollouts and trends.',
    );
  });

  it('top pods lead to their pages', async () => {
    renderFleet(server);
    const top = await card('Top pods');
    expect(
      await top.findByRole('link', { name: /checkout-x2x4z/ }),
    ).toHaveAttribute(
      'href',
      '/fleet/clusters/eu-west/namespaces/shop/pods/checkout-x2x4z',
    );
    expect(top.getByText('350m')).toBeVisible();
    expect(top.getByText('1.5 GB')).toBeVisible();
  });

  it('top pods say what is missing where no use is measured', async () => {
    server.views['pods.top'] = answer([], { cpu: 0, memory: 0 });
    renderFleet(server);
    const top = await card('Top pods');
    expect(await top.findByText('No use has been measured')).toBeVisible();
  });

  it('namespaces show their owner, problems and how full their quota is', async () => {
    renderFleet(server);
    const namespaces = await card('Namespaces');
    const row = within(await namespaces.findByRole('row', { name: /shop/ }));
    expect(row.getByText('storefront')).toBeVisible();
    expect(
      row.getByRole('img', { name: '9.5 of 10 requests.cpu (95%)' }),
    ).toBeVisible();
  });

  it('rollouts of any kind show how far they are', async () => {
    renderFleet(server);
    const rollouts = await card('Rollouts');
    expect(
      await rollouts.findByRole('link', { name: /orders-db/ }),
    ).toHaveAttribute(
      'href',
      '/fleet/clusters/eu-west/namespaces/shop/statefulsets.apps/orders-db',
    );
    expect(
      rollouts.getByRole('img', { name: '1 of 4 replicas updated' }),
    ).toBeVisible();
  });

  it('are without findings of axe, and say which clusters are missing', async () => {
    server.views['nodes.status'] = {
      ...server.views['nodes.status']!,
      coverage: partialCoverage,
    };
    const { container } = renderFleet(server);
    const status = await card('Node status');
    expect(await status.findByText('1 missing')).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });
});
