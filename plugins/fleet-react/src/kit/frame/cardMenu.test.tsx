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
import { FleetCardHost } from '../../cards/FleetCardHost';
import {
  axeFindings,
  cardOf,
  choose,
  openMenu,
  renderCard,
} from '../__testUtils__/renderCard';
import { shipView } from '../__testUtils__/shipView';
import { FleetTable } from '../FleetTable/FleetTable';
import { ViewCard } from '../ViewCard';

let view = shipView();

const columns = [
  { id: 'name', header: 'Name', render: ({ id }: { id: string }) => id },
];

function ShipsCard() {
  return (
    <ViewCard view={view}>
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

function everything() {
  return {
    handle: <button type="button">Drag</button>,
    setCollapsed: jest.fn(),
    configure: jest.fn(),
    replace: jest.fn(),
    remove: jest.fn(),
    onViewed: jest.fn(),
    link: 'https://portal.test/fleet?card=1',
    embedLink: 'https://portal.test/fleet/cards/1',
    menuItems: [
      { id: 'front', label: 'Bring to the front', onAction: jest.fn() },
      {
        id: 'move',
        label: 'Move and resize',
        items: [
          { id: 'left', label: 'Move left', onAction: jest.fn() },
          { id: 'wider', label: 'Make wider', onAction: jest.fn() },
        ],
      },
    ],
  } satisfies FleetCardHost;
}

describe('the menu of a card', () => {
  beforeEach(() => {
    view = shipView({ refresh: jest.fn() });
  });

  it('offers on any page what the card can do by itself', async () => {
    await renderCard({ card: cardOf(ShipsCard) });
    await screen.findByRole('table', { name: 'Ships' });

    expect(await openMenu()).toEqual([
      'Search',
      'Refresh',
      'Full screen',
      'Download as CSV',
      'Report a problem',
    ]);
    await userEvent.click(screen.getByRole('menuitem', { name: 'Refresh' }));
    expect(view.refresh).toHaveBeenCalledTimes(1);
  });

  it('offers beside that what the place of the card can do', async () => {
    const host = everything();
    await renderCard({ card: cardOf(ShipsCard) }, { host });
    await screen.findByRole('table', { name: 'Ships' });

    expect(screen.getByRole('button', { name: 'Drag' })).toBeVisible();
    expect(await openMenu()).toEqual([
      'Search',
      'Refresh',
      'Full screen',
      'Collapse',
      'Configure',
      'Replace',
      'Bring to the front',
      'Move and resize',
      'Copy link',
      'Copy link to embed',
      'Download as CSV',
      'Report a problem',
      'Remove',
    ]);
    expect(await axeFindings(screen.getByRole('menu'))).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await choose('Collapse');
    expect(host.setCollapsed).toHaveBeenCalledWith(true);
    await choose('Replace');
    expect(host.replace).toHaveBeenCalledTimes(1);
    await choose('Bring to the front');
    expect(host.menuItems[0].onAction).toHaveBeenCalledTimes(1);
    await choose('Remove');
    expect(host.remove).toHaveBeenCalledTimes(1);
  });

  it('copies links, and shows them where the browser does not let it', async () => {
    // Attaches a clipboard.
    userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    await renderCard({ card: cardOf(ShipsCard) }, { host: everything() });
    await screen.findByRole('table', { name: 'Ships' });

    await choose('Copy link');
    expect(await screen.findByText('Link copied')).toBeVisible();
    expect(copied).toHaveBeenCalledWith('https://portal.test/fleet?card=1');
    copied.mockRejectedValueOnce(new Error('Not allowed'));
    await choose('Copy link to embed');
    expect(
      await screen.findByText('https://portal.test/fleet/cards/1'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/portal\.test/)).not.toBeInTheDocument();
  });

  it('is used with the keyboard alone', async () => {
    const host = everything();
    await renderCard({ card: cardOf(ShipsCard) }, { host });
    await screen.findByRole('table', { name: 'Ships' });
    const button = screen.getByRole('button', { name: 'Menu of Ships' });

    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(
      await screen.findByRole('menuitem', { name: 'Search' }),
    ).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('menuitem', { name: 'Refresh' })).toHaveFocus();
    await userEvent.keyboard('rem');
    expect(screen.getByRole('menuitem', { name: 'Remove' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await waitFor(() => expect(button).toHaveFocus());
    expect(host.remove).not.toHaveBeenCalled();
  });

  it('keeps the steps of the place in a menu of their own, which the right arrow opens', async () => {
    const host = everything();
    await renderCard({ card: cardOf(ShipsCard) }, { host });
    await screen.findByRole('table', { name: 'Ships' });
    const button = screen.getByRole('button', { name: 'Menu of Ships' });
    const [, { items }] = host.menuItems;

    await openMenu();
    await userEvent.keyboard('mov{ArrowRight}');
    const steps = await screen.findByRole('menu', { name: 'Move and resize' });
    expect(
      within(steps)
        .getAllByRole('menuitem')
        .map(step => step.textContent),
    ).toEqual(['Move left', 'Make wider']);
    expect(await axeFindings(steps)).toEqual([]);
    await waitFor(() =>
      expect(within(steps).getByText('Move left').parentElement).toHaveFocus(),
    );
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() =>
      expect(
        screen.getByRole('menuitem', { name: 'Move and resize' }),
      ).toHaveFocus(),
    );
    await userEvent.keyboard('{ArrowRight}');
    await screen.findByRole('menu', { name: 'Move and resize' });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(items?.[1].onAction).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await waitFor(() => expect(button).toHaveFocus());
  });

  it('shows only the header of a collapsed card', async () => {
    const host = { ...everything(), collapsed: true };
    await renderCard({ card: cardOf(ShipsCard) }, { host });

    expect(await screen.findByTitle('2 in all')).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await choose('Show content');
    expect(host.setCollapsed).toHaveBeenCalledWith(false);
  });

  it('has no file of what may not be seen', async () => {
    view = shipView({ status: 'denied', rows: [] });
    await renderCard({ card: cardOf(ShipsCard) });
    await screen.findByText('You may not see this');

    expect(await openMenu()).toEqual([
      'Refresh',
      'Full screen',
      'Report a problem',
    ]);
  });

  it('leaves a card without findings of axe', async () => {
    await renderCard({ card: cardOf(ShipsCard) }, { host: everything() });
    await screen.findByRole('table', { name: 'Ships' });

    const card = screen.getByRole('region', { name: 'Ships' });
    expect(await axeFindings(card)).toEqual([]);
    expect(
      within(card)
        .getAllByRole('button')
        .map(button => button.getAttribute('aria-label')),
    ).toEqual([null, 'Search in Ships', 'Refresh Ships', 'Menu of Ships']);
  });
});
