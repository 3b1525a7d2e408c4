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
import { TestApiProvider } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { ReactElement } from 'react';
import { z } from 'zod';
import { DefaultFleetCards } from '../../cards/DefaultFleetCards';
import { FleetCard } from '../../cards/FleetCard';
import { FleetCardAction } from '../../cards/FleetCardAction';
import {
  FleetCardHost,
  FleetCardHostProvider,
} from '../../cards/FleetCardHost';
import { fleetCardsApiRef } from '../../cards/FleetCardsApi';
import { FleetCardSlot, FleetCardSlotProps } from '../../cards/FleetCardSlot';
import { FleetApi, fleetApiRef } from '../../client/FleetApi';

export const shipsView = createViewRef({
  id: 'test.ships',
  title: 'Ships',
  params: z.object({}),
  row: z.object({ id: z.string() }),
  summary: z.object({}),
  key: ship => ship.id,
});

/** A card as its extension would make it. */
export function cardOf(
  component: () => ReactElement,
  differences: Partial<FleetCard> = {},
): FleetCard {
  return {
    id: 'fleet-card:test/ships',
    title: 'Ships',
    category: 'test',
    view: shipsView,
    size: { width: 6, height: 4 },
    order: 1,
    hidden: false,
    config: {},
    loader: async () => component,
    ...differences,
  };
}

/** Renders a card on a place of the test's making. */
export async function renderCard(
  slot: FleetCardSlotProps,
  options: {
    host?: FleetCardHost;
    client?: FleetApi;
    actions?: FleetCardAction[];
    config?: { app: { support: { url: string } } };
    around?: (slot: ReactElement) => ReactElement;
  } = {},
) {
  const { host, client, actions = [], config, around = it => it } = options;
  const drawn = <FleetCardSlot {...slot} />;
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [fleetCardsApiRef, new DefaultFleetCards([slot.card], actions)],
        // A card that shows nothing live has none.
        [fleetApiRef, client as FleetApi],
      ]}
    >
      {around(
        host ? (
          <FleetCardHostProvider host={host}>{drawn}</FleetCardHostProvider>
        ) : (
          drawn
        ),
      )}
    </TestApiProvider>,
    { config },
  );
}

/** Opens the menu of a card and tells its entries. */
export async function openMenu(title: string = 'Ships') {
  await userEvent.click(
    await screen.findByRole('button', { name: `Menu of ${title}` }),
  );
  const menu = await screen.findByRole('menu');
  return within(menu)
    .getAllByRole('menuitem')
    .map(entry => entry.textContent);
}

/** Chooses an entry of the menu of a card. */
export async function choose(entry: string, title?: string) {
  await openMenu(title);
  await userEvent.click(screen.getByRole('menuitem', { name: entry }));
}

/** What axe finds wrong, but for colours, which are not drawn in a test. */
export async function axeFindings(element: Element) {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}
