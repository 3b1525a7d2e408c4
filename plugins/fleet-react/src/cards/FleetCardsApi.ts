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

import { createApiRef } from '@backstage/frontend-plugin-api';
import { FleetCard } from './FleetCard';
import { FleetCardAction } from './FleetCardAction';

/**
 * Every card of the portal, whichever plugin it comes from.
 *
 * @public
 */
export interface FleetCardsApi {
  /** All cards, hidden ones too, in their order. */
  list(): readonly FleetCard[];
  /** What plugins offer to do with cards, in the order of the slots, then by id. */
  actions(): readonly FleetCardAction[];
}

/**
 * Reference to the {@link FleetCardsApi}.
 *
 * @public
 */
export const fleetCardsApiRef = createApiRef<FleetCardsApi>().with({
  id: 'plugin.fleet.cards',
  pluginId: 'fleet',
});
