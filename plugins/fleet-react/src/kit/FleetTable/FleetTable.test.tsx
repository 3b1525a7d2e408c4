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
import { act, screen, within } from '@testing-library/react';
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
      ['beagle', 'odd'],
    ]);

    act(() =>
      setRows([
        { id: 'calypso', knots: 1 },
        ships[0],
        { id: 'beagle', knots: 11 },
      ]),
    );
    expect(glows()).toEqual([
      ['calypso', 'odd'],
      ['ark', undefined],
      ['beagle', 'even'],
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
});
