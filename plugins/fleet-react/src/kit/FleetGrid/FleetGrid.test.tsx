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
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { TestApiProvider } from '@backstage/test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { useLocation } from 'react-router-dom';
import { fleetApiRef } from '../../client/FleetApi';
import { FleetTableColumn } from '../FleetTable/FleetTableColumn';
import { Harbour, harbourView, Ship } from './__testUtils__/Harbour';
import { FleetGrid } from './FleetGrid';
import { useGridQuery } from './useGridQuery';
import { useGridRows } from './useGridRows';

const columns: FleetTableColumn<Ship>[] = [
  {
    id: 'name',
    header: 'Name',
    sort: 'id',
    render: ship => <a href={`#${ship.id}`}>{ship.id}</a>,
  },
  {
    id: 'knots',
    header: 'Knots',
    sort: 'knots',
    descendingFirst: true,
    align: 'end',
    render: ship => ship.knots,
  },
];

const FILTERS = ['flag'] as const;
const onOpen = jest.fn();
const onSink = jest.fn();

function Ships() {
  const query = useGridQuery(FILTERS);
  const rows = useGridRows(harbourView, query.filters, query);
  return (
    <>
      <input
        aria-label="Search"
        defaultValue={query.search}
        onChange={event => query.setSearch(event.target.value)}
      />
      <p>{`${rows.view.status} ${rows.total} ${rows.view.summary?.moored}`}</p>
      <output>{useLocation().search}</output>
      <FleetGrid
        label="Ships"
        columns={columns}
        rows={rows}
        rowKey={harbourView.key}
        rowName={ship => ship.id}
        sort={query.sort}
        onSort={query.toggleSort}
        onOpen={onOpen}
        rowActions={ship => [
          { id: 'sink', label: 'Sink', onAction: () => onSink(ship.id) },
        ]}
      />
    </>
  );
}

const LAYOUT = {
  clientHeight: 640,
  clientWidth: 1200,
  scrollHeight: 28 + 100_000 * 32,
};

/** Nothing is laid out in a test: the grid is told that it is 640 px high, and that scrolling works. */
function layOut() {
  for (const [name, value] of Object.entries(LAYOUT)) {
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      get: () => value,
    });
  }
  Element.prototype.scrollTo = function scrollTo(
    this: Element,
    options?: ScrollToOptions | number,
  ) {
    this.scrollTop = (options as ScrollToOptions).top ?? 0;
    this.dispatchEvent(new Event('scroll'));
  };
}

describe('FleetGrid', () => {
  let harbour: Harbour;
  const user = userEvent.setup();

  beforeAll(layOut);

  afterAll(() => {
    for (const name of Object.keys(LAYOUT)) {
      delete (HTMLElement.prototype as any)[name];
    }
    delete (Element.prototype as any).scrollTo;
  });

  beforeEach(() => {
    jest.clearAllMocks();
    harbour = new Harbour(100_000);
  });

  afterEach(() => harbour.close());

  async function renderShips(path = '/') {
    await renderInTestApp(
      <TestApiProvider apis={[[fleetApiRef, harbour.client]]}>
        <Ships />
      </TestApiProvider>,
      { initialRouteEntries: [path] },
    );
    await harbour.open();
    await screen.findAllByRole('row', { name: /^ship-\d+ / });
    return screen.getByRole('grid', { name: 'Ships' });
  }

  const focused = () => {
    const row = document.activeElement?.closest('[role=row]');
    return [
      row?.getAttribute('aria-rowindex'),
      document.activeElement?.getAttribute('aria-colindex'),
      document.activeElement?.textContent,
    ];
  };

  it('draws and holds only what is on screen, and tells how much there is', async () => {
    const grid = await renderShips();

    expect(grid).toHaveAttribute('aria-rowcount', '100001');
    expect(grid).toHaveAttribute('aria-colcount', '3');
    expect(screen.getByText('ready 100000 3334')).toBeVisible();
    const rows = within(grid).getAllByRole('row');
    expect(rows.length).toBeLessThan(60);
    expect(rows[1]).toHaveAttribute('aria-rowindex', '2');
    expect(within(rows[1]).getAllByRole('gridcell')[0]).toHaveTextContent(
      'ship-0',
    );
    expect(harbour.offsets()).toEqual([0]);
    const { violations } = await axe.run(grid, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  });

  it('is one stop of the Tab key, and the keys go through all rows', async () => {
    await renderShips();

    await user.tab();
    await user.tab();
    expect(focused()).toEqual(['2', '1', 'ship-0']);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
    expect(focused()).toEqual(['4', '2', '2']);
    await user.keyboard('{Home}');
    expect(focused()).toEqual(['4', '1', 'ship-2']);
    await user.keyboard('{PageDown}');
    expect(Number(focused()[0])).toBeGreaterThan(15);

    await user.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(focused()).toEqual(['100001', '3', '']));
    await user.keyboard('{Home}');
    await waitFor(() =>
      expect(focused()).toEqual(['100001', '1', 'ship-99999']),
    );
    await waitFor(() => expect(harbour.offsets()).toEqual([99_900]));

    await user.keyboard('{Control>}{Home}{/Control}');
    expect(focused()).toEqual(['2', '1', 'ship-0']);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(focused()).toEqual(['1', '1', 'Name↑']);
    await user.tab();
    expect(document.body).toHaveFocus();
  });

  it('opens a row with Enter, and presses what is in a cell', async () => {
    await renderShips();
    await user.tab();
    await user.tab();

    await user.keyboard('{ArrowDown}{ArrowRight}{Enter}');
    expect(onOpen.mock.calls).toEqual([[harbour.ships[1]]]);
    await user.keyboard('{ArrowLeft}{Enter}');
    expect(window.location.hash).toBe('#ship-1');
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  it('keeps the focus with its row while rows come and change places', async () => {
    await renderShips();
    await user.tab();
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowDown}');

    harbour.ships = [{ id: 'new', knots: 1 }, ...harbour.ships];
    act(() => harbour.tell());
    await screen.findByRole('row', { name: /^new / });
    await waitFor(() => expect(focused()).toEqual(['5', '1', 'ship-2']));
    await user.keyboard('{ArrowUp}');
    expect(focused()).toEqual(['4', '1', 'ship-1']);
  });

  it('gives the focus to the next row when its row goes', async () => {
    await renderShips();
    await user.tab();
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowDown}');

    harbour.ships = harbour.ships.filter(({ id }) => id !== 'ship-2');
    act(() => harbour.tell());

    await waitFor(() => expect(focused()).toEqual(['4', '1', 'ship-3']));
  });

  it('lets go of what the screen has left, and keeps places for what has not come', async () => {
    const grid = await renderShips();
    harbour.slow = true;

    act(() => grid.scrollTo({ top: 50_000 * 32 }));
    const [first] = await within(grid).findAllByText('Loading');
    expect(first.closest('[role=row]')).toHaveAttribute('aria-busy', 'true');
    await waitFor(() => expect(harbour.offsets()).toEqual([49_900, 50_000]));

    act(() => harbour.tell());
    expect(
      await screen.findByRole('row', { name: /^ship-50005 / }),
    ).toHaveAttribute('aria-rowindex', '50007');
    expect(within(grid).queryAllByText('Loading')).toEqual([]);
  });

  it('asks only where scrolling comes to rest', async () => {
    const grid = await renderShips();

    for (const row of [20_000, 40_000, 60_000, 80_000]) {
      act(() => grid.scrollTo({ top: row * 32 }));
    }
    await screen.findByRole('row', { name: /^ship-80005 / });

    const asked = harbour.server.changes.flatMap(({ request }) =>
      request.subscriptions.map(it => it.window?.offset),
    );
    expect(new Set(asked)).toEqual(new Set([79_900, 80_000]));
  });

  it('sorts by the server and keeps the order in the address; the present rows stay until the others come', async () => {
    const grid = await renderShips();
    harbour.slow = true;

    await user.click(screen.getByRole('button', { name: /^Knots/ }));
    expect(screen.getByText('?sort=-knots')).toBeVisible();
    await waitFor(() =>
      expect(harbour.subscriptions.at(-1)?.window).toMatchObject({
        sort: 'knots',
        descending: true,
      }),
    );
    expect(grid).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByRole('row', { name: /^ship-0 / })).toBeVisible();

    act(() => harbour.tell());
    expect(
      await screen.findByRole('row', { name: /^ship-29 29/ }),
    ).toHaveAttribute('aria-rowindex', '2');
    expect(
      screen.getByRole('columnheader', { name: /^Knots/ }),
    ).toHaveAttribute('aria-sort', 'descending');
    await user.click(screen.getByRole('button', { name: /^Knots/ }));
    await user.click(screen.getByRole('button', { name: /^Knots/ }));
    expect(screen.queryByText(/sort=/)).toBeNull();
  });

  it('reads order, search and filters from the address', async () => {
    await renderShips('/?sort=knots&search=ship-99&flag=red');

    expect(harbour.subscriptions).toEqual([
      expect.objectContaining({
        params: { flag: 'red' },
        window: expect.objectContaining({
          sort: 'knots',
          descending: false,
          search: 'ship-99',
        }),
      }),
    ]);
    expect(screen.getByText('ready 1111 39')).toBeVisible();
  });

  it('does not ask for an order that the view does not have', async () => {
    await renderShips('/?sort=__proto__');

    expect(harbour.subscriptions[0].window?.sort).toBeUndefined();
  });

  it('offers the actions of a row in its menu', async () => {
    await renderShips();

    await user.click(
      screen.getByRole('button', { name: 'Actions for ship-3' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: 'Sink' }));

    expect(onSink).toHaveBeenCalledWith('ship-3');
  });

  it('lets a row glow that has changed, and no other', async () => {
    const grid = await renderShips();

    harbour.ships[1] = { id: 'ship-1', knots: 12 };
    act(() => harbour.tell());

    expect(
      await screen.findByRole('row', { name: /^ship-1 12/ }),
    ).toHaveAttribute('data-glow');
    expect(grid.querySelectorAll('[data-glow]')).toHaveLength(1);
  });
});
