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
  ApiBlueprint,
  createExtensionInput,
} from '@backstage/frontend-plugin-api';
import {
  DefaultFleetCards,
  fleetCardActionDataRef,
  fleetCardDataRef,
  fleetCardsApiRef,
  fleetClientFactory,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetDashboardsFactory } from './dashboards/api/fleetDashboardsFactory';

/** The live connection to the fleet's backend. */
export const fleetClientApi = ApiBlueprint.make({
  name: 'client',
  params: defineParams => defineParams(fleetClientFactory),
});

/** The dashboards that people own. */
export const fleetDashboardsApi = ApiBlueprint.make({
  name: 'dashboards',
  params: defineParams => defineParams(fleetDashboardsFactory),
});

/** Collects the cards of every plugin, and what plugins offer to do with cards. */
export const fleetCardsApi = ApiBlueprint.makeWithOverrides({
  name: 'cards',
  inputs: {
    cards: createExtensionInput([fleetCardDataRef]),
    actions: createExtensionInput([fleetCardActionDataRef]),
  },
  factory(originalFactory, { inputs }) {
    const cards = inputs.cards.map(input => input.get(fleetCardDataRef));
    const actions = inputs.actions.map(input =>
      input.get(fleetCardActionDataRef),
    );
    return originalFactory(defineParams =>
      defineParams({
        api: fleetCardsApiRef,
        deps: {},
        factory: () => new DefaultFleetCards(cards, actions),
      }),
    );
  },
});
