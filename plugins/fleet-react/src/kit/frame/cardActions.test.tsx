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
import {
  FleetCardAction,
  FleetCardActionProps,
} from '../../cards/FleetCardAction';
import { cardOf, openMenu, renderCard } from '../__testUtils__/renderCard';
import { shipView } from '../__testUtils__/shipView';
import { ViewCard } from '../ViewCard';

function ShipsCard() {
  return <ViewCard view={shipView()}>{() => <p>Two ships</p>}</ViewCard>;
}

function Surgeon(props: FleetCardActionProps) {
  return (
    <>
      <p>Looks at {props.card.id}</p>
      <button type="button" onClick={props.onClose}>
        Leave
      </button>
    </>
  );
}

const diagnose: FleetCardAction = {
  id: 'fleet-card-action:test/diagnose',
  slot: 'diagnose',
  title: 'Diagnose',
  loader: async () => Surgeon,
};

describe('what plugins do with cards', () => {
  it('is a button and an entry, in the order of the slots, that open a dialog', async () => {
    await renderCard(
      { card: cardOf(ShipsCard) },
      {
        actions: [
          { ...diagnose, id: 'a', slot: 'chat', title: 'Ask' },
          diagnose,
          { ...diagnose, id: 'b', title: 'Dive', appliesTo: () => false },
        ],
      },
    );
    await screen.findByText('Two ships');

    expect(await openMenu()).toEqual([
      'Refresh',
      'Full screen',
      'Diagnose',
      'Ask',
      'Download as CSV',
      'Report a problem',
    ]);
    await userEvent.click(screen.getByRole('menuitem', { name: 'Ask' }));
    const ask = await screen.findByRole('dialog', { name: 'Ask' });
    await userEvent.click(
      await within(ask).findByRole('button', { name: 'Leave' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    await userEvent.click(screen.getByRole('button', { name: 'Diagnose' }));
    const dialog = await screen.findByRole('dialog', { name: 'Diagnose' });
    expect(
      await within(dialog).findByText('Looks at fleet-card:test/ships'),
    ).toBeVisible();
  });

  it('leaves the card alone when it cannot be loaded, and tries again', async () => {
    const consoleError = jest
      .spyOn(console, 'error')
      .mockImplementation(() => {});
    const loader = jest
      .fn<ReturnType<FleetCardAction['loader']>, []>()
      .mockRejectedValueOnce(new Error('Loading chunk 9 failed'))
      .mockResolvedValue(Surgeon);
    await renderCard(
      { card: cardOf(ShipsCard) },
      { actions: [{ ...diagnose, loader }] },
    );
    await screen.findByText('Two ships');

    await userEvent.click(screen.getByRole('button', { name: 'Diagnose' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Diagnose' }),
    );
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      /This failed.*Loading chunk 9 failed/,
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Try again' }));
    expect(
      await dialog.findByText('Looks at fleet-card:test/ships'),
    ).toBeVisible();
    consoleError.mockRestore();
  });
});
