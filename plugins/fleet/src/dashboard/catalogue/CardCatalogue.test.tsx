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
  createFrontendPlugin,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { createViewRef } from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetCardBlueprint } from '@quarterdeck/backstage-plugin-fleet-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { z } from 'zod';
import fleetPlugin from '../..';
import { axeFindings } from '../../__testUtils__/axeFindings';
import { troubledFleet } from '../../__testUtils__/fleetFixture';
import { FleetTestServer } from '../../__testUtils__/FleetTestServer';
import { CardCatalogue, CardCatalogueProps } from './CardCatalogue';

const shipsView = createViewRef({
  id: 'harbour.ships',
  title: 'Ships',
  params: z.object({}),
  row: z.object({ id: z.string() }),
  summary: z.object({}),
  key: ship => ship.id,
});

/** Cards of somebody else's plugin, of a category that nobody knows. */
const harbour = createFrontendPlugin({
  pluginId: 'harbour',
  extensions: ['ships', 'cranes'].map(name =>
    FleetCardBlueprint.make({
      name,
      params: {
        title: `All ${name}`,
        description: `Where the ${name} are.`,
        category: 'harbour',
        view: shipsView,
        size: { width: 6, height: 4 },
        hidden: true,
        loader: async () => () => <p>{`Here be ${name}`}</p>,
      },
    }),
  ),
});

const POD_ISSUES = 'fleet-card:fleet/pod-issues';

describe('CardCatalogue', () => {
  const server = new FleetTestServer();
  const onAdd = jest.fn<void, Parameters<CardCatalogueProps['onAdd']>>();
  const onClose = jest.fn();

  beforeAll(() => server.start());
  afterAll(() => server.stop());
  beforeEach(() => {
    server.views = troubledFleet();
    onAdd.mockClear();
    onClose.mockClear();
  });

  async function open(differences: Partial<CardCatalogueProps> = {}) {
    await renderInTestApp(
      <CardCatalogue
        open
        mode="add"
        present={new Set([POD_ISSUES])}
        onAdd={onAdd}
        onClose={onClose}
        {...differences}
      />,
      {
        features: [fleetPlugin, harbour],
        apis: [
          [fetchApiRef, server.fetchApi],
          mockApis.identity({ userEntityRef: 'user:default/anne' }),
        ],
      },
    );
    const dialog = within(await screen.findByRole('dialog'));
    return { dialog, user: userEvent.setup() };
  }

  function added() {
    return onAdd.mock.calls.map(([cards]) => cards.map(({ id }) => id));
  }

  it('lists the cards of all plugins by category, hidden ones too, and says which are there already', async () => {
    const { dialog } = await open();
    const group = within(dialog.getByRole('group', { name: 'harbour 2' }));
    expect(group.getAllByRole('option')).toHaveLength(2);
    dialog.getByRole('group', { name: /^Workloads \d+$/ });
    expect(
      dialog.getByRole('option', { name: /Pod issues/ }),
    ).toHaveTextContent('On this dashboard');
    expect(
      dialog.getByRole('option', { name: /All ships/ }),
    ).not.toHaveTextContent('On this dashboard');
  });

  it('finds cards, looks at one with the arrows, and adds several at once', async () => {
    const { dialog, user } = await open();
    const search = dialog.getByRole('searchbox', { name: 'Search cards' });
    expect(search).toHaveFocus();
    await user.keyboard('harbour where');
    dialog.getByText('2 cards');
    const preview = within(dialog.getByRole('region', { name: 'Preview' }));
    expect(await preview.findByText('Here be cranes')).toBeVisible();

    await user.keyboard('{ArrowDown}');
    expect(await preview.findByText('Here be ships')).toBeVisible();
    expect(preview.queryByText('Here be cranes')).toBeNull();
    const ships = dialog.getByRole('option', { name: /All ships/ });
    expect(search).toHaveAttribute('aria-activedescendant', ships.id);

    await user.keyboard('{Enter}');
    act(() => dialog.getByRole('listbox', { name: 'Cards' }).focus());
    await user.keyboard('{ArrowUp} ');
    expect(ships).toHaveAttribute('aria-selected', 'true');
    await user.click(dialog.getByRole('button', { name: 'Add 2 cards' }));
    expect(added()).toEqual([
      ['fleet-card:harbour/ships', 'fleet-card:harbour/cranes'],
    ]);
  });

  it('adds the card that is looked at when none is ticked', async () => {
    const { dialog, user } = await open();
    await user.click(dialog.getByRole('option', { name: /Pod issues/ }));
    const preview = within(dialog.getByRole('region', { name: 'Preview' }));
    expect(
      await preview.findByText('checkout-7d9f8b6c5-x2x4z', { exact: false }),
    ).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Add Pod issues' }));
    expect(added()).toEqual([[POD_ISSUES]]);
  });

  it('replaces a card by exactly one', async () => {
    const { dialog, user } = await open({
      mode: 'replace',
      replacing: {
        id: 'c1',
        card: POD_ISSUES,
        config: {},
        collapsed: false,
        placement: { x: 0, y: 0, width: 6, height: 4 },
      },
    });
    dialog.getByRole('heading', { name: 'Replace Pod issues' });
    await user.keyboard('cranes');
    dialog.getByRole('button', { name: 'Replace by All cranes' });
    await user.keyboard('{Enter}');
    expect(added()).toEqual([['fleet-card:harbour/cranes']]);
  });

  it('says that nothing was found, and shows all again', async () => {
    const { dialog, user } = await open();
    const all = dialog.getAllByRole('option').length;
    await user.keyboard('submarine');
    dialog.getByText('No card matches “submarine”');
    expect(dialog.getByRole('button', { name: 'Add cards' })).toBeDisabled();
    await user.click(dialog.getByRole('button', { name: 'Show all cards' }));
    expect(dialog.getAllByRole('option')).toHaveLength(all);
  });

  it('closes with Escape', async () => {
    const { user } = await open();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });

  it('is accessible', async () => {
    const { dialog } = await open();
    await dialog.findAllByRole('option');
    expect(await axeFindings(screen.getByRole('dialog'))).toEqual([]);
  });
});
