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

import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { createViewRef } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetCardActionBlueprint,
  FleetCardBlueprint,
  useCardConfig,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { z } from 'zod';
import { fullCoverage, troubledFleet } from './__testUtils__/fleetFixture';
import { FleetTestServer } from './__testUtils__/FleetTestServer';
import { renderFleet } from './__testUtils__/renderFleet';

const shipsView = createViewRef({
  id: 'harbour.ships',
  title: 'Ships',
  params: z.object({}),
  row: z.object({ id: z.string() }),
  summary: z.object({}),
  key: ship => ship.id,
});

const shipsConfig = z.object({ flag: z.enum(['red', 'blue']).default('red') });

function ShipsCard() {
  const { flag } = useCardConfig(shipsConfig);
  const view = useView(shipsView);
  return (
    <ViewCard view={view}>
      {({ rows }) => `${flag}: ${rows.map(ship => ship.id).join()}`}
    </ViewCard>
  );
}

/** A plugin of somebody else, which knows nothing of the fleet plugin. */
const harbourPlugin = createFrontendPlugin({
  pluginId: 'harbour',
  extensions: [
    FleetCardBlueprint.make({
      name: 'ships',
      params: {
        title: 'Ships',
        category: 'harbour',
        view: shipsView,
        config: shipsConfig,
        size: { width: 6, height: 3 },
        loader: async () => ShipsCard,
      },
    }),
    FleetCardActionBlueprint.make({
      name: 'survey',
      params: {
        slot: 'diagnose',
        title: 'Survey',
        appliesTo: card => card.view.id === shipsView.id,
        loader: async () => props => <p>Surveys {props.card.id}</p>,
      },
    }),
  ],
});

async function cardTitles() {
  await screen.findByRole('region', { name: 'Fleet at a glance' });
  return screen
    .getAllByRole('heading', { level: 2 })
    .map(heading => heading.textContent);
}

describe('cards of the dashboard', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = {
      ...troubledFleet(),
      'harbour.ships': {
        rows: [{ id: 'ark' }],
        total: 1,
        summary: {},
        coverage: fullCoverage,
      },
    };
  });

  afterEach(() => server.stop());

  it('come from any plugin and show its view', async () => {
    renderFleet(server, { features: [harbourPlugin] });

    expect(await screen.findByText('red: ark')).toBeVisible();
    expect(await cardTitles()).toEqual([
      'Cluster health',
      'Pod issues',
      'Deployment status',
      'Event stream',
      'Resource capacity',
      'Node status',
      'Events timeline',
      'Top pods',
      'Namespaces',
      'Rollouts',
      'Ships',
    ]);
  });

  it('are what plugins do something with', async () => {
    renderFleet(server, { features: [harbourPlugin] });
    await screen.findByText('red: ark');

    // At this card only.
    await userEvent.click(screen.getByRole('button', { name: 'Survey' }));
    const dialog = await screen.findByRole('dialog', { name: 'Survey' });
    expect(
      await within(dialog).findByText('Surveys fleet-card:harbour/ships'),
    ).toBeVisible();
  });

  it('are renamed, hidden, put in order and set by the configuration of the app', async () => {
    renderFleet(server, {
      features: [harbourPlugin],
      extensions: [
        {
          'fleet-card:harbour/ships': {
            config: {
              title: 'Our ships',
              order: 1,
              settings: { flag: 'blue' },
            },
          },
        },
        { 'fleet-card:fleet/pod-issues': { config: { hidden: true } } },
        { 'fleet-card:fleet/event-stream': { config: { title: 'News' } } },
      ],
    });

    expect(await screen.findByText('blue: ark')).toBeVisible();
    await waitFor(async () =>
      expect(await cardTitles()).toEqual([
        // By where they stand, row by row: a card that fits beside a higher one moves up.
        'Our ships',
        'News',
        'Cluster health',
        'Node status',
        'Deployment status',
        'Resource capacity',
        'Events timeline',
        'Top pods',
        'Namespaces',
        'Rollouts',
      ]),
    );
  });

  it('tell of settings that are not valid, and leave the others alone', async () => {
    renderFleet(server, {
      features: [harbourPlugin],
      extensions: [
        {
          'fleet-card:harbour/ships': {
            config: { settings: { flag: 'green' } },
          },
        },
      ],
    });

    const card = await screen.findByRole('region', { name: 'Ships' });
    expect(within(card).getByRole('alert')).toHaveTextContent(
      /fleet-card:harbour\/ships: .*"red"\|"blue".*flag/,
    );
    expect(
      await screen.findByRole('table', { name: 'Cluster health' }),
    ).toBeVisible();
  });
});
