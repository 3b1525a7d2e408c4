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
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../../__testUtils__/axeFindings';
import { cart, pod } from '../../__testUtils__/fleetFixture';
import { FleetTestServer } from '../../__testUtils__/FleetTestServer';
import {
  answer,
  cardOf,
  cellsOf,
  renderCard,
} from '../__testUtils__/renderCard';

const MINUTE = 60_000;
const now = Date.now();

const phases = {
  pods: 12,
  running: 8,
  pending: 1,
  failed: 2,
  unknown: 0,
  succeeded: 1,
};

describe('cards of pods and workloads', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = {
      'pods.phases': answer(
        [
          {
            cluster: 'eu-west',
            title: 'eu-west',
            ...phases,
            pods: 3,
            running: 3,
            pending: 0,
            failed: 0,
            succeeded: 0,
            reasons: {},
          },
          {
            cluster: 'us-east',
            title: 'us-east',
            ...phases,
            reasons: { Evicted: 2, ContainerCreating: 1 },
          },
          { cluster: 'new', title: 'new', reasons: {} },
        ],
        { ...phases, running: 11, reasons: {} },
      ),
      'pods.restarts': answer([{ ...pod, lastRestart: now - 5 * MINUTE }], {
        pods: 3,
        errors: 1,
        restarts: 21,
      }),
      'statefulsets.status': answer(
        [
          {
            ...cart,
            kind: 'StatefulSet',
            name: 'orders-db',
            status: 'Degraded',
            severity: 'warning',
            replicas: 3,
            ready: 2,
            available: 2,
            updated: 3,
          },
        ],
        { available: 0, progressing: 0, degraded: 1, scaledToZero: 0 },
      ),
      'daemonsets.status': answer([], {
        available: 0,
        progressing: 0,
        degraded: 0,
        scaledToZero: 0,
      }),
      'jobs.status': answer(
        [
          {
            ...cart,
            uid: 'j1',
            kind: 'Job',
            name: 'report-1',
            status: 'Complete',
            replicas: 1,
            available: 1,
            started: now - 20 * MINUTE,
            changed: now - 15 * MINUTE,
          },
          {
            ...cart,
            uid: 'j2',
            kind: 'Job',
            name: 'report-2',
            status: 'Suspended',
            replicas: undefined,
            available: 0,
          },
        ],
        { running: 0, complete: 1, failed: 0, suspended: 1 },
      ),
      'cronjobs.status': answer(
        [
          {
            ...cart,
            uid: 'c1',
            kind: 'CronJob',
            name: 'nightly',
            status: 'Suspended',
            schedule: '0 3 * * * (Europe/Berlin)',
            changed: now - 60 * MINUTE,
          },
        ],
        { scheduled: 0, suspended: 1 },
      ),
    };
  });

  afterEach(() => server.stop());

  it('phases by cluster show what is not up first, and unknown as unknown', async () => {
    const { container } = renderCard(server, 'pod-phases');
    const card = await cardOf('Pod phases');
    expect(
      within(card.getByRole('list', { name: 'Pods by phase' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      '■2Failed',
      '▲0Unknown',
      '▲1Pending',
      '●11Running',
      '○1Succeeded',
    ]);
    const rows = card.getAllByRole('row').slice(1);
    expect(rows[0]).toHaveTextContent(/us-east.*Evicted 2.*12$/);
    expect(
      within(rows[0]).getByRole('img', { name: /Failed: 2\s+Unknown: 0/ }),
    ).toBeVisible();
    const unread = rows.find(row => /new/.test(row.textContent ?? ''))!;
    expect(within(unread).queryByRole('img')).not.toBeInTheDocument();
    expect(unread).not.toHaveTextContent('0');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('phases by reason say in which clusters', async () => {
    renderCard(server, 'pod-phases', { by: 'reason' });
    const card = await cardOf('Pod phases');
    expect(
      cellsOf(card.getByRole('table', { name: 'Why pods are not up' })),
    ).toEqual([
      ['■Evicted', '', '1', '2'],
      ['◆ContainerCreating', '', '1', '1'],
    ]);
    expect(card.getByRole('img', { name: 'us-east: 2' })).toBeVisible();
  });

  it('restarts ask for the hours that are set and say how many recovered', async () => {
    renderCard(server, 'restarts', { hours: 6 });
    const card = await cardOf('Restarts');
    expect(server.asked('pods.restarts')?.params).toEqual({ minutes: 360 });
    const row = within(card.getByRole('row', { name: /checkout/ }));
    expect(row.getByText('17')).toBeVisible();
    expect(row.getByText('5m')).toBeVisible();
    expect(
      card.getByRole('list', { name: 'Restarted pods' }),
    ).toHaveTextContent('1In error now●2Not in error');
  });

  it('restarts say so when there were none', async () => {
    server.views['pods.restarts'] = answer([], {
      pods: 0,
      errors: 0,
      restarts: 0,
    });
    renderCard(server, 'restarts', { hours: 6 });
    const card = await cardOf('Restarts');
    expect(
      card.getByText('No container was restarted in the last 6 hours'),
    ).toBeVisible();
  });

  it('StatefulSets lead to their pages and say how many are ready', async () => {
    const { container } = renderCard(server, 'stateful-sets');
    const card = await cardOf('StatefulSets');
    const row = within(card.getByRole('row', { name: /orders-db/ }));
    expect(row.getByRole('link', { name: /orders-db/ })).toHaveAttribute(
      'href',
      '/fleet/clusters/eu-west/namespaces/shop/statefulsets.apps/orders-db',
    );
    expect(row.getByText('2/3')).toHaveAttribute(
      'title',
      '2 of 3 replicas available',
    );
    expect(row.getByText('Degraded')).toBeVisible();
    expect(card.getByRole('list', { name: 'By status' })).toHaveTextContent(
      '■1Degraded',
    );
    expect(await axeFindings(container)).toEqual([]);
  });

  it('DaemonSets say that there is none, or none in trouble', async () => {
    renderCard(server, 'daemon-sets', { onlyTroubled: true });
    const card = await cardOf('DaemonSets');
    expect(card.getByText('None is in trouble')).toBeVisible();
    expect(server.asked('daemonsets.status')?.params).toEqual({
      onlyTroubled: true,
    });
  });

  it('Jobs show how long they took; CronJobs, when they are due', async () => {
    const user = userEvent.setup();
    const { container } = renderCard(server, 'jobs');
    const card = await cardOf('Jobs');
    expect(
      cellsOf(card.getByRole('table', { name: 'Jobs' })).map(cells => [
        cells[1],
        ...cells.slice(4),
      ]),
    ).toEqual([
      [expect.stringContaining('report-1'), '1/1', '5m', '15m'],
      [expect.stringContaining('report-2'), '0/–', '–', '–'],
    ]);
    expect(await axeFindings(container)).toEqual([]);

    await user.click(card.getByRole('radio', { name: 'CronJobs' }));
    const table = await screen.findByRole('table', { name: 'CronJobs' });
    expect(within(table).getByText('0 3 * * * (Europe/Berlin)')).toBeVisible();
    expect(within(table).getByText('Suspended')).toBeVisible();
    expect(screen.getByRole('radio', { name: 'CronJobs' })).toHaveFocus();
  });

  it('Jobs offer the CronJobs where there is no Job', async () => {
    const user = userEvent.setup();
    server.views['jobs.status'] = answer([], {
      running: 0,
      complete: 0,
      failed: 0,
      suspended: 0,
    });
    renderCard(server, 'jobs');
    const card = await cardOf('Jobs');
    expect(card.getByText('There is no Job')).toBeVisible();
    await user.click(card.getByRole('radio', { name: 'CronJobs' }));
    expect(
      await screen.findByRole('table', { name: 'CronJobs' }),
    ).toBeVisible();
  });
});
