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

import { inOrder } from '../extensions/inOrder';
import { FleetCard } from './FleetCard';
import { FleetCardAction, FleetCardActionSlot } from './FleetCardAction';
import { FleetCardsApi } from './FleetCardsApi';

const slots: readonly FleetCardActionSlot[] = ['diagnose', 'repair', 'chat'];

/**
 * The cards, and what can be done with them, that were collected when the app started.
 *
 * @public
 */
export class DefaultFleetCards implements FleetCardsApi {
  readonly #cards: readonly FleetCard[];
  readonly #actions: readonly FleetCardAction[];

  constructor(
    cards: readonly FleetCard[],
    actions: readonly FleetCardAction[] = [],
  ) {
    this.#cards = inOrder(cards);
    this.#actions = [...actions].sort(
      (a, b) =>
        slots.indexOf(a.slot) - slots.indexOf(b.slot) ||
        a.id.localeCompare(b.id),
    );
  }

  list(): readonly FleetCard[] {
    return this.#cards;
  }

  actions(): readonly FleetCardAction[] {
    return this.#actions;
  }
}
