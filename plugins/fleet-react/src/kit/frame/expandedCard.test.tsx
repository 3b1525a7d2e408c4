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
import { useState } from 'react';
import {
  axeFindings,
  cardOf,
  choose,
  openMenu,
  renderCard,
} from '../__testUtils__/renderCard';
import { shipView } from '../__testUtils__/shipView';
import { ViewCard } from '../ViewCard';

let sink = false;

function ShipsCard() {
  const [sorted, setSorted] = useState(false);
  return (
    <ViewCard view={shipView()}>
      {({ rows }) => {
        if (sink) throw new Error('Aground');
        return (
          <>
            <button type="button" onClick={() => setSorted(true)}>
              Sort
            </button>
            <p>{sorted ? 'Sorted' : rows.map(ship => ship.id).join(' ')}</p>
          </>
        );
      }}
    </ViewCard>
  );
}

describe('a card over the whole window', () => {
  beforeEach(() => {
    sink = false;
  });

  it('is the same card, and gives the focus back when it is closed', async () => {
    const onViewed = jest.fn();
    const remove = jest.fn();
    await renderCard(
      { card: cardOf(ShipsCard) },
      { host: { onViewed, remove } },
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Sort' }));

    await choose('Full screen');
    expect(onViewed).toHaveBeenCalledTimes(1);
    const dialog = await screen.findByRole('dialog', { name: 'Ships' });
    expect(within(dialog).getByText('Sorted')).toBeVisible();
    expect(within(dialog).getByTitle('2 in all')).toBeVisible();
    expect(screen.getAllByText('Sorted')).toHaveLength(1);
    expect(await axeFindings(dialog)).toEqual([]);
    expect(await openMenu()).toEqual([
      'Refresh',
      'Download as CSV',
      'Report a problem',
    ]);

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(screen.getByRole('dialog', { name: 'Ships' })).toBeVisible();
    // The focus comes back a frame after the menu is gone.
    await waitFor(() =>
      expect(
        within(dialog).getByRole('button', { name: 'Menu of Ships' }),
      ).toHaveFocus(),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('Sorted')).toBeVisible();
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Menu of Ships' }),
      ).toHaveFocus(),
    );
  });

  it('keeps an error inside', async () => {
    const consoleError = jest
      .spyOn(console, 'error')
      .mockImplementation(() => {});
    await renderCard({ card: cardOf(ShipsCard) });
    await screen.findByRole('button', { name: 'Sort' });
    sink = true;

    await choose('Full screen');
    const dialog = await screen.findByRole('dialog', { name: 'Ships' });
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      /This card failed.*Error: Aground/,
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    consoleError.mockRestore();
  });
});
