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

import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  CardHistoryEntry,
  DashboardCard,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse } from 'msw';
import fleetPlugin from '../..';
import { axeFindings } from '../../__testUtils__/axeFindings';
import { FleetTestServer } from '../../__testUtils__/FleetTestServer';
import { CardHistory } from './CardHistory';

function card(id: string, title?: string): DashboardCard {
  return {
    id,
    title,
    card: 'fleet-card:fleet/pod-issues',
    config: {},
    collapsed: false,
    placement: { x: 0, y: 0, width: 6, height: 4 },
  };
}

const HOUR = 3_600_000;

function entry(
  id: string,
  kind: CardHistoryEntry['kind'],
  what: DashboardCard,
  dashboard = 'd1',
): CardHistoryEntry {
  return { id, kind, dashboard, card: what, at: Date.now() - 3 * HOUR };
}

describe('CardHistory', () => {
  const server = new FleetTestServer();
  const onPutBack = jest.fn();

  beforeAll(() => server.start());
  afterAll(() => server.stop());
  beforeEach(() => {
    onPutBack.mockClear();
    server.dashboards.refuseWith = undefined;
    server.dashboards.history = [
      entry('h3', 'removed', card('c3')),
      entry('h2', 'replaced', card('c2', 'Pods of the shop')),
      entry('h1', 'viewed', card('c1', 'Still there')),
      entry('h0', 'removed', card('c0', 'Elsewhere'), 'd2'),
    ];
  });

  async function open() {
    await renderInTestApp(
      <CardHistory
        dashboard="d1"
        cards={[card('c1')]}
        onPutBack={onPutBack}
        onClose={() => {}}
      />,
      {
        features: [fleetPlugin],
        apis: [
          [fetchApiRef, server.fetchApi],
          mockApis.identity({ userEntityRef: 'user:default/anne' }),
        ],
      },
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Card history' }),
    );
    return { dialog, user: userEvent.setup() };
  }

  it('lists what became of the cards of this dashboard, the latest first', async () => {
    const { dialog } = await open();
    const entries = await dialog.findAllByRole('listitem');
    expect(entries.map(it => it.textContent)).toEqual([
      expect.stringMatching(/^Pod issuesRemoved · 3h/),
      expect.stringMatching(/^Pods of the shopReplaced · 3h/),
      expect.stringMatching(/^Still thereViewed · 3h · On this dashboard/),
    ]);
    expect(await axeFindings(screen.getByRole('dialog'))).toEqual([]);
  });

  it('puts back a card that is not there any more', async () => {
    const { dialog, user } = await open();
    await user.click(
      await dialog.findByRole('button', { name: 'Put back Pods of the shop' }),
    );
    expect(onPutBack).toHaveBeenCalledWith(server.dashboards.history[1]);
    expect(
      dialog.queryByRole('button', { name: 'Put back Still there' }),
    ).toBeNull();
  });

  it('forgets an entry', async () => {
    const { dialog, user } = await open();
    await user.click(
      await dialog.findByRole('button', { name: 'Forget Pods of the shop' }),
    );
    await waitFor(() =>
      expect(dialog.queryByText('Pods of the shop')).toBeNull(),
    );
    expect(server.dashboards.history.map(({ id }) => id)).toEqual([
      'h3',
      'h1',
      'h0',
    ]);
  });

  it('says why there is nothing', async () => {
    server.dashboards.history = [];
    const { dialog } = await open();
    expect(
      await dialog.findByText('Nothing has happened to a card here'),
    ).toBeVisible();
  });

  it('says what went wrong, and reads again', async () => {
    server.dashboards.refuseWith = () =>
      HttpResponse.json(
        { error: { name: 'Error', message: 'The database is gone' } },
        { status: 500 },
      );
    const { dialog, user } = await open();
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      /history could not be read.*The database is gone/,
    );
    server.dashboards.refuseWith = undefined;
    await user.click(dialog.getByRole('button', { name: 'Try again' }));
    expect(await dialog.findAllByRole('listitem')).toHaveLength(3);
  });
});
