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
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Ship } from '../__testUtils__/shipView';
import { FleetTable } from './FleetTable';
import { FleetTableColumn } from './FleetTableColumn';
import { TableWindow, useTableWindow } from './useTableWindow';

const columns: FleetTableColumn<Ship>[] = [
  { id: 'name', header: 'Name', sort: 'name', render: ship => ship.id },
  {
    id: 'knots',
    header: 'Knots',
    sort: 'knots',
    descendingFirst: true,
    align: 'end',
    render: ship => ship.knots,
  },
  { id: 'flag', header: 'Flag', render: () => 'none' },
];

const ships: Ship[] = [
  { id: 'ark', knots: 3 },
  { id: 'beagle', knots: 9 },
];

let asked: TableWindow['window'];
let setRows: (rows: Ship[]) => void;

function Ships(props: { total: number }) {
  const window = useTableWindow();
  const [rows, set] = useState(ships);
  asked = window.window;
  setRows = set;
  return (
    <FleetTable
      label="Ships"
      columns={columns}
      rows={rows}
      rowKey={ship => ship.id}
      total={props.total}
      window={window}
    />
  );
}

function glows() {
  return within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map(row => [row.children[0].textContent, row.dataset.glow]);
}

describe('FleetTable', () => {
  it('maps sorting in the head to the window of the view', async () => {
    const user = userEvent.setup();
    await renderInTestApp(<Ships total={2} />);
    const head = (name: string) => screen.getByRole('columnheader', { name });

    expect(asked).toEqual({ limit: 50, sort: undefined, descending: false });
    expect(
      screen.queryByRole('button', { name: /Flag/ }),
    ).not.toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: /^Knots/ }));
    expect(asked).toEqual({ limit: 50, sort: 'knots', descending: true });
    expect(head('Knots')).toHaveAttribute('aria-sort', 'descending');

    await user.click(screen.getByRole('button', { name: /^Knots/ }));
    expect(asked).toEqual({ limit: 50, sort: 'knots', descending: false });
    expect(head('Knots')).toHaveAttribute('aria-sort', 'ascending');

    await user.click(screen.getByRole('button', { name: /^Name/ }));
    expect(asked).toEqual({ limit: 50, sort: 'name', descending: false });
    expect(head('Knots')).not.toHaveAttribute('aria-sort');

    await user.click(screen.getByRole('button', { name: /^Name/ }));
    await user.click(screen.getByRole('button', { name: /^Name/ }));
    expect(asked).toEqual({ limit: 50, sort: undefined, descending: false });
  });

  it('offers the rows beyond the window', async () => {
    const user = userEvent.setup();
    await renderInTestApp(<Ships total={1234} />);

    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '1235');
    expect(screen.getByText('2 of 1,234 shown')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(asked.limit).toBe(100);
  });

  it('lets rows glow that changed or came, and no others', async () => {
    await renderInTestApp(<Ships total={2} />);
    expect(glows()).toEqual([
      ['ark', undefined],
      ['beagle', undefined],
    ]);

    act(() => setRows([ships[0], { id: 'beagle', knots: 10 }]));
    expect(glows()).toEqual([
      ['ark', undefined],
      ['beagle', '3'],
    ]);

    act(() =>
      setRows([
        { id: 'calypso', knots: 1 },
        ships[0],
        { id: 'beagle', knots: 11 },
      ]),
    );
    expect(glows()).toEqual([
      ['calypso', '3'],
      ['ark', undefined],
      ['beagle', '3'],
    ]);
  });

  it('does not take rows of another window for news', async () => {
    const user = userEvent.setup();
    await renderInTestApp(<Ships total={3} />);

    await user.click(screen.getByRole('button', { name: 'Show more' }));
    act(() => setRows([...ships, { id: 'calypso', knots: 1 }]));

    expect(glows()).toEqual([
      ['ark', undefined],
      ['beagle', undefined],
      ['calypso', undefined],
    ]);
  });

  describe('where pages are laid out', () => {
    let size: { height: number; width: number };
    let resize: () => void;

    function Fleet(props: { columns?: FleetTableColumn<Ship>[] }) {
      const many = Array.from({ length: 40 }, (_, index) => ({
        id: `ship-${index}`,
        knots: index,
      }));
      return (
        <FleetTable
          label="Fleet"
          columns={props.columns ?? columns}
          rows={many}
          rowKey={ship => ship.id}
        />
      );
    }

    const drawn = () => screen.getAllByRole('row').length - 1;
    const heads = () =>
      screen.getAllByRole('columnheader').map(({ textContent }) => textContent);

    beforeEach(() => {
      size = { height: 188, width: 600 };
      jest
        .spyOn(Element.prototype, 'clientHeight', 'get')
        .mockImplementation(() => size.height);
      jest
        .spyOn(Element.prototype, 'clientWidth', 'get')
        .mockImplementation(() => size.width);
      window.ResizeObserver = class {
        constructor(callback: ResizeObserverCallback) {
          resize = () => callback([], this);
        }
        observe() {
          queueMicrotask(() => act(() => resize()));
        }
        unobserve() {}
        disconnect() {}
      };
    });

    afterEach(() => {
      jest.restoreAllMocks();
      delete (window as Partial<Window & typeof globalThis>).ResizeObserver;
    });

    it('draws what is in sight, and more as it is scrolled', async () => {
      await renderInTestApp(<Fleet />);
      expect(drawn()).toBe(13);
      expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '41');

      const scroller = screen.getByRole('group', { name: 'Fleet' });
      scroller.scrollTop = 320;
      fireEvent.scroll(scroller);
      expect(drawn()).toBe(23);

      scroller.scrollTop = 0;
      fireEvent.scroll(scroller);
      expect(drawn()).toBe(23);

      scroller.scrollTop = 32 * 40;
      fireEvent.scroll(scroller);
      expect(drawn()).toBe(40);
    });

    it('leaves out columns from the end until names can be read', async () => {
      await renderInTestApp(
        <Fleet
          columns={[
            { id: 'state', header: 'State', width: '90px', render: () => '' },
            ...columns.slice(0, 1),
            { ...columns[1], width: '60px' },
            { ...columns[2], width: '18%', shownFrom: 'medium' },
          ]}
        />,
      );
      expect(heads()).toEqual(['State', 'Name', 'Knots', 'Flag']);
      const narrow = (width: number) => {
        size = { ...size, width };
        act(() => resize());
        return heads();
      };
      expect(narrow(400)).toEqual(['State', 'Name', 'Knots']);
      expect(narrow(220)).toEqual(['State', 'Name']);
      expect(narrow(100)).toEqual(['State', 'Name']);
      // A page that is kept hidden has no size, and stays as it was.
      size = { height: 0, width: 0 };
      act(() => resize());
      expect(heads()).toEqual(['State', 'Name']);
    });
  });
});
