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
  createExtensionInput,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { screen } from '@testing-library/react';
import { Fragment } from 'react';
import { axeFindings } from '../__testUtils__/axeFindings';
import { pod, troubledFleet } from '../__testUtils__/fleetFixture';
import { FleetTestServer } from '../__testUtils__/FleetTestServer';
import { renderFleet } from '../__testUtils__/renderFleet';

/** A home page that shows each widget that it is given. */
const home = createFrontendPlugin({
  pluginId: 'home',
  extensions: [
    PageBlueprint.makeWithOverrides({
      inputs: { widgets: createExtensionInput([homePageWidgetDataRef]) },
      factory: (make, { inputs }) =>
        make({
          path: '/home',
          loader: async () => (
            <>
              {inputs.widgets
                .map(widget => widget.get(homePageWidgetDataRef))
                .map(({ name, component }) => (
                  <Fragment key={name}>{component}</Fragment>
                ))}
            </>
          ),
        }),
    }),
  ],
});

describe('widgets of the home page', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = troubledFleet();
  });

  afterEach(() => server.stop());

  const cards = async () => {
    await screen.findByRole('region', { name: 'Pod issues' });
    return screen
      .getAllByRole('heading', { level: 2 })
      .map(({ textContent }) => textContent);
  };

  it('are four cards of the fleet, in their own frames alone', async () => {
    const { container } = renderFleet(server, {
      path: '/home',
      features: [home],
    });
    expect((await cards()).sort()).toEqual([
      'Cluster health',
      'Events timeline',
      'Pod issues',
      'Rollouts',
    ]);
    expect(await screen.findByRole('link', { name: pod.name })).toHaveAttribute(
      'href',
      `/fleet/clusters/eu-west/namespaces/shop/pods/${pod.name}`,
    );
    expect(await axeFindings(container)).toEqual([]);
  });

  it('go where their card is turned off', async () => {
    renderFleet(server, {
      path: '/home',
      features: [home],
      extensions: [{ 'fleet-card:fleet/rollouts': false }],
    });
    expect(await cards()).not.toContain('Rollouts');
  });
});
