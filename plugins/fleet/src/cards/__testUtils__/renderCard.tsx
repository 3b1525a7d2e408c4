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

import {
  createFrontendPlugin,
  PageBlueprint,
  useApi,
} from '@backstage/frontend-plugin-api';
import { JsonObject } from '@backstage/types';
import { ViewAnswer } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  fleetCardsApiRef,
  FleetCardSlot,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { screen, waitFor, within } from '@testing-library/react';
import { fullCoverage } from '../../__testUtils__/fleetFixture';
import { FleetTestServer } from '../../__testUtils__/FleetTestServer';
import { renderFleet } from '../../__testUtils__/renderFleet';

const id = (name: string) => `fleet-card:fleet/${name}`;

function CardAlone(props: { name: string }) {
  const cards = useApi(fleetCardsApiRef).list();
  return (
    <FleetCardSlot card={cards.find(card => card.id === id(props.name))!} />
  );
}

/** Renders one of the fleet's cards alone on a page, as the app's configuration sets it. */
export function renderCard(
  server: FleetTestServer,
  name: string,
  settings: JsonObject = {},
) {
  return renderFleet(server, {
    path: '/card',
    features: [
      createFrontendPlugin({
        pluginId: 'card',
        extensions: [
          PageBlueprint.make({
            params: {
              path: '/card',
              loader: async () => <CardAlone name={name} />,
            },
          }),
        ],
      }),
    ],
    extensions: [{ [id(name)]: { config: { settings } } }],
  });
}

/** The card of a title once its code and its data are there. */
export async function cardOf(title: string) {
  await waitFor(() =>
    expect(screen.getByRole('region', { name: title })).not.toHaveAttribute(
      'aria-busy',
    ),
  );
  return within(screen.getByRole('region', { name: title }));
}

/** The texts of the cells of each row of a table but its head. */
export function cellsOf(table: HTMLElement): (string | null)[][] {
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      Array.from(row.querySelectorAll('th,td')).map(cell => cell.textContent),
    );
}

/** What a view answers that holds all of its rows. */
export const answer = (
  rows: object[],
  summary: object,
  coverage = fullCoverage,
): ViewAnswer => ({ rows, total: rows.length, summary, coverage });
