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
import { createViewRef } from '@quarterdeck/backstage-plugin-fleet-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { z } from 'zod';
import { shipView } from '../kit/__testUtils__/shipView';
import { ViewCard } from '../kit/ViewCard';
import { FleetCard } from './FleetCard';
import { useCardConfig } from './FleetCardContext';
import { FleetCardSlot } from './FleetCardSlot';

const shipsView = createViewRef({
  id: 'test.ships',
  title: 'Ships',
  params: z.object({}),
  row: z.object({ id: z.string() }),
  summary: z.object({}),
  key: ship => ship.id,
});

const configSchema = z.object({ flag: z.string().default('none') });

function ShipsCard() {
  const { flag } = useCardConfig(configSchema);
  return <ViewCard view={shipView()}>{() => <p>Flag: {flag}</p>}</ViewCard>;
}

function shipsCard(differences: Partial<FleetCard> = {}): FleetCard {
  return {
    id: 'fleet-card:test/ships',
    title: 'Ships at sea',
    category: 'test',
    view: shipsView,
    size: { width: 6, height: 4 },
    order: 1,
    hidden: false,
    config: { flag: 'blue' },
    loader: async () => ShipsCard,
    ...differences,
  };
}

describe('FleetCardSlot', () => {
  it('draws the component in a frame with the title and settings of its extension', async () => {
    await renderInTestApp(<FleetCardSlot card={shipsCard()} />);

    expect(await screen.findByText('Flag: blue')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Ships at sea' })).toBeVisible();
  });

  it('keeps the frame when the code cannot be loaded, and tries again', async () => {
    const consoleError = jest
      .spyOn(console, 'error')
      .mockImplementation(() => {});
    const loader = jest
      .fn<Promise<typeof ShipsCard>, []>()
      .mockRejectedValueOnce(new Error('Loading chunk 7 failed'))
      .mockResolvedValue(ShipsCard);
    await renderInTestApp(<FleetCardSlot card={shipsCard({ loader })} />);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /This card failed.*Error: Loading chunk 7 failed/,
    );
    expect(screen.getByRole('region', { name: 'Ships at sea' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Flag: blue')).toBeVisible();
    consoleError.mockRestore();
  });

  it('says what is wrong with the settings in place of the card', async () => {
    await renderInTestApp(
      <FleetCardSlot card={shipsCard({ configError: 'flag: not a colour' })} />,
    );

    expect(screen.getByRole('alert')).toHaveTextContent(
      /configuration of this card is not valid.*fleet-card:test\/ships: flag: not a colour/,
    );
  });
});
