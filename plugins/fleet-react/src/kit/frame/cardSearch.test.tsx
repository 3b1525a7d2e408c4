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

/**
 * @jest-environment-options {"customExportConditions": [""]}
 */

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FleetTable } from '../FleetTable/FleetTable';
import { FleetTableColumn } from '../FleetTable/FleetTableColumn';
import { useTableView } from '../FleetTable/useTableView';
import { Harbour, harbourView, Ship } from '../FleetGrid/__testUtils__/Harbour';
import {
  axeFindings,
  cardOf,
  choose,
  openMenu,
  renderCard,
} from '../__testUtils__/renderCard';
import { shipView } from '../__testUtils__/shipView';
import { ViewCard } from '../ViewCard';

const columns: FleetTableColumn<Ship>[] = [
  { id: 'name', header: 'Name', render: ship => <b>{ship.id}</b> },
  { id: 'knots', header: 'Knots', render: ship => ship.knots },
  {
    id: 'class',
    header: 'Class',
    render: () => <i />,
    text: ship => (ship.knots > 5 ? 'Fast' : 'Slow'),
  },
];

function LocalCard() {
  return (
    <ViewCard view={shipView()}>
      {({ rows }) => (
        <FleetTable
          label="Ships"
          columns={columns}
          rows={rows}
          rowKey={ship => ship.id}
        />
      )}
    </ViewCard>
  );
}

function HarbourCard() {
  const { view, window } = useTableView(harbourView);
  return (
    <ViewCard view={view} empty={{ title: 'All ships are at sea', good: true }}>
      {({ rows, total }) => (
        <FleetTable
          label="Ships"
          columns={columns}
          rows={rows}
          rowKey={harbourView.key}
          total={total}
          window={window}
        />
      )}
    </ViewCard>
  );
}

function EmptyCard() {
  return <ViewCard view={shipView()}>{() => <p>No rows here</p>}</ViewCard>;
}

const names = () =>
  within(screen.getByRole('table', { name: 'Ships' }))
    .getAllByRole('row')
    .slice(1)
    .map(row => row.children[0].textContent);

const field = () => screen.findByRole('searchbox', { name: 'Search in Ships' });

describe('search within a card', () => {
  it('finds rows that are all there by their texts and what their columns say', async () => {
    await renderCard({ card: cardOf(LocalCard) });
    await screen.findByRole('table', { name: 'Ships' });

    await choose('Search');
    expect(await field()).toHaveFocus();
    await userEvent.keyboard('fast BEAG');
    await waitFor(() => expect(names()).toEqual(['beagle']));
    expect(screen.getByTitle('1 in all')).toBeVisible();

    await userEvent.clear(await field());
    await userEvent.keyboard('slow');
    await waitFor(() => expect(names()).toEqual(['ark']));
    await userEvent.clear(await field());
    await userEvent.keyboard('9');
    await waitFor(() => expect(names()).toEqual(['beagle']));
    expect(
      await axeFindings(screen.getByRole('region', { name: 'Ships' })),
    ).toEqual([]);

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(names()).toEqual(['ark', 'beagle']));
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
    expect(screen.getByTitle('2 in all')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Menu of Ships' })).toHaveFocus();
  });

  it('says when nothing matches, and clears itself', async () => {
    await renderCard({ card: cardOf(LocalCard) });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Search in Ships' }),
    );
    await userEvent.type(await field(), 'zebra');

    expect(await screen.findByText('Nothing matches “zebra”')).toBeVisible();
    expect(screen.getByTitle('0 in all')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await waitFor(() => expect(names()).toEqual(['ark', 'beagle']));
  });

  it('leaves no empty field behind', async () => {
    await renderCard({ card: cardOf(LocalCard) });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Search in Ships' }),
    );
    await userEvent.type(await field(), 'ark');
    await userEvent.tab();
    expect(await field()).toHaveValue('ark');
    await userEvent.clear(await field());
    await userEvent.tab();
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
    await waitFor(() => expect(names()).toEqual(['ark', 'beagle']));
  });

  it('stays when the card is expanded, where Escape closes it first', async () => {
    await renderCard({ card: cardOf(LocalCard) });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Search in Ships' }),
    );
    await userEvent.type(await field(), 'ark');
    await waitFor(() => expect(names()).toEqual(['ark']));

    await choose('Full screen');
    const dialog = await screen.findByRole('dialog', { name: 'Ships' });
    expect(names()).toEqual(['ark']);
    expect(within(dialog).getByTitle('1 in all')).toBeVisible();
    await userEvent.click(await field());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(names()).toEqual(['ark', 'beagle']));
    expect(screen.getByRole('dialog', { name: 'Ships' })).toBeVisible();
  });

  it('is not offered where there are no rows', async () => {
    await renderCard({ card: cardOf(EmptyCard) });
    await screen.findByText('No rows here');

    expect(await openMenu()).not.toContain('Search');
    expect(
      screen.queryByRole('button', { name: 'Search in Ships' }),
    ).not.toBeInTheDocument();
  });

  describe('of a collection', () => {
    let harbour: Harbour;

    beforeEach(async () => {
      harbour = new Harbour(1234);
    });

    afterEach(() => harbour.close());

    it('is made by the server over all rows', async () => {
      await renderCard(
        { card: cardOf(HarbourCard, { view: harbourView }) },
        { client: harbour.client },
      );
      await harbour.open();
      await waitFor(() => expect(names()).toHaveLength(50));

      await choose('Search');
      await userEvent.type(await field(), 'ship-123');
      await waitFor(() =>
        expect(names()).toEqual([
          'ship-123',
          'ship-1230',
          'ship-1231',
          'ship-1232',
          'ship-1233',
        ]),
      );
      expect(screen.getByTitle('5 in all')).toBeVisible();
      expect(harbour.subscriptions.at(-1)?.window.search).toBe('ship-123');

      await userEvent.type(await field(), 'x');
      expect(
        await screen.findByText('Nothing matches “ship-123x”'),
      ).toBeVisible();
      expect(screen.queryByText('All ships are at sea')).toBeNull();
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(names()).toHaveLength(50));
      expect(screen.getByTitle('1,234 in all')).toBeVisible();
    });
  });
});
