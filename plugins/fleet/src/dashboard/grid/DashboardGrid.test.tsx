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

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { DashboardCard } from '@quarterdeck/backstage-plugin-fleet-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { axeFindings } from '../../__testUtils__/axeFindings';
import { DashboardGrid } from './DashboardGrid';
import { RenderCard } from './GridHost';
import { cardsOf, pictureOf } from './layout/__testUtils__/pictures';

const drawn = jest.fn<void, [string]>();

const renderCard: RenderCard = (card, { handle, menuItems }) => {
  drawn(card.id);
  return (
    <article aria-label={card.id}>
      {handle}
      {menuItems
        .flatMap(({ items }) => items)
        .map(({ id, label, onAction }) => (
          <button key={id} onClick={onAction}>
            {label}
          </button>
        ))}
    </article>
  );
};

/** A page that keeps what the grid tells it, and says no more than that. */
async function showGrid(lines: string[], editable = true) {
  const onChange = jest.fn<void, [DashboardCard[]]>();
  function Page() {
    const [cards, setCards] = useState<DashboardCard[]>(cardsOf(...lines));
    return (
      <DashboardGrid
        cards={cards}
        editable={editable}
        onChange={changed => {
          onChange(changed);
          setCards(changed);
        }}
        renderCard={renderCard}
        nameOf={({ id }) => `Card ${id}`}
      />
    );
  }
  const { container } = await renderInTestApp(<Page />);
  await screen.findByRole('article', { name: 'A' });
  drawn.mockClear();
  return { container, onChange, user: userEvent.setup() };
}

function handleOf(id: string) {
  return screen.getByRole('button', { name: `Move or resize Card ${id}` });
}

function shownOrder() {
  return screen
    .getAllByRole('article')
    .map(region => region.getAttribute('aria-label'));
}

const dashboard = ['AAAAAABBBBBB', 'AAAAAABBBBBB', 'CCCCCCCCCCCC'];
const aBelow = [
  '......BBBBBB',
  '......BBBBBB',
  'CCCCCCCCCCCC',
  'AAAAAA......',
  'AAAAAA......',
];

describe('DashboardGrid', () => {
  it('moves a card by its handle and the arrow keys, and tells every step', async () => {
    const { onChange, user } = await showGrid(dashboard);
    const handle = handleOf('A');
    expect(handle).toHaveAccessibleDescription(/arrow keys move it/);

    handle.focus();
    await user.keyboard('{Enter}');
    expect(handle).toHaveAttribute('aria-pressed', 'true');
    screen.getByText('Picked up: Card A, column 1, row 1, 6 wide, 2 high');
    await user.keyboard('{ArrowLeft}');
    screen.getByText(
      'It goes no further: Card A, column 1, row 1, 6 wide, 2 high',
    );
    await user.keyboard('{ArrowDown}');
    const told = screen.getByText('Card A, column 1, row 4, 6 wide, 2 high');
    expect(told).toHaveAttribute('aria-live', 'polite');
    expect(onChange).not.toHaveBeenCalled();
    await user.keyboard(' ');
    screen.getByText('Dropped: Card A, column 1, row 4, 6 wide, 2 high');

    expect(onChange).toHaveBeenCalledTimes(1);
    expect(pictureOf(onChange.mock.calls[0][0])).toEqual(aBelow);
  });

  it('draws no card again before it has been dropped, and keeps the focus then', async () => {
    const { user } = await showGrid(dashboard);
    handleOf('B').focus();
    await user.keyboard('{Enter}{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
    expect(drawn).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(drawn).toHaveBeenCalledWith('B');
    expect(shownOrder()).toEqual(['A', 'C', 'B']);
    expect(handleOf('B')).toHaveFocus();
  });

  it('resizes with Shift, not below the least size, and puts all back with Escape', async () => {
    const { onChange, user } = await showGrid(dashboard);
    handleOf('A').focus();
    await user.keyboard(' {Shift>}{ArrowRight}{ArrowDown}{ArrowUp}{ArrowUp}');
    screen.getByText(
      'It goes no further: Card A, column 1, row 1, 7 wide, 2 high',
    );
    await user.keyboard('{/Shift}{Escape}');
    screen.getByText('Put back: Card A, column 1, row 1, 6 wide, 2 high');
    expect(handleOf('A')).toHaveAttribute('aria-pressed', 'false');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('drops a card whose handle is left', async () => {
    const { onChange, user } = await showGrid(dashboard);
    handleOf('B').focus();
    await user.keyboard('{Enter}{Shift>}{ArrowLeft}{/Shift}');
    await user.tab();
    screen.getByText('Dropped: Card B, column 7, row 1, 5 wide, 2 high');
    expect(pictureOf(onChange.mock.calls[0][0])).toEqual([
      'AAAAAABBBBB.',
      'AAAAAABBBBB.',
      'CCCCCCCCCCCC',
    ]);
  });

  it.each([
    ['Move down', aBelow],
    [
      'Make taller',
      ['AAAAAABBBBBB', 'AAAAAABBBBBB', 'AAAAAA......', 'CCCCCCCCCCCC'],
    ],
    ['Make narrower', ['AAAAA.BBBBBB', 'AAAAA.BBBBBB', 'CCCCCCCCCCCC']],
  ])('offers "%s" for those who do not drag', async (entry, after) => {
    const { onChange, user } = await showGrid(dashboard);
    const card = within(screen.getByRole('article', { name: 'A' }));
    await user.click(card.getByRole('button', { name: entry }));
    expect(pictureOf(onChange.mock.calls[0][0])).toEqual(after);
  });

  it('offers neither handle nor menu where it cannot be edited', async () => {
    await showGrid(dashboard, false);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('shows cards in reading order, without overlaps, whatever it is given', async () => {
    await showGrid(['............', 'BBBBBBAAAAAA', 'cccccc......']);
    expect(shownOrder()).toEqual(['B', 'A', 'c']);
  });

  it('is accessible', async () => {
    const { container, user } = await showGrid(dashboard);
    expect(await axeFindings(container)).toEqual([]);
    handleOf('A').focus();
    await user.keyboard('{Enter}');
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('DashboardGrid with room for one column', () => {
  beforeEach(() => {
    jest
      .spyOn(HTMLElement.prototype, 'clientWidth', 'get')
      .mockReturnValue(390);
  });
  afterEach(() => jest.restoreAllMocks());

  it('reorders by keyboard and leaves the widths alone', async () => {
    const { onChange, user } = await showGrid(dashboard);
    const card = within(screen.getByRole('article', { name: 'A' }));
    expect(card.queryByRole('button', { name: 'Make wider' })).toBeNull();
    handleOf('A').focus();
    await user.keyboard('{Enter}{ArrowDown}');
    screen.getByText('Card A, 2 of 3, 2 high');
    await user.keyboard('{Enter}');
    expect(shownOrder()).toEqual(['B', 'A', 'C']);
    expect(pictureOf(onChange.mock.calls[0][0])).toEqual([
      'BBBBBBAAAAAA',
      'BBBBBBAAAAAA',
      'CCCCCCCCCCCC',
    ]);
  });
});
