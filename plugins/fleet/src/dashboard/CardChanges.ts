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
  DashboardCard,
  DashboardContent,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetCard } from '@quarterdeck/backstage-plugin-fleet-react';
import { normaliseLayout } from './grid/layout/normaliseLayout';
import { placeNewCard } from './grid/layout/placeNewCard';

type ChangeContent = (
  change: (now: DashboardContent) => DashboardContent,
  options?: { coalesce?: string },
) => void;

/** What people do to the cards of a dashboard. */
export class CardChanges {
  readonly #change: ChangeContent;
  readonly #find: (id: string) => DashboardCard | undefined;
  readonly #askReplacement: (card: DashboardCard) => void;
  readonly #remember: (
    kind: 'viewed' | 'removed' | 'replaced',
    card: DashboardCard,
  ) => void;

  constructor(options: {
    change: ChangeContent;
    find: (id: string) => DashboardCard | undefined;
    /** Lets the person choose what comes in a card's place. */
    askReplacement: (card: DashboardCard) => void;
    remember: (
      kind: 'viewed' | 'removed' | 'replaced',
      card: DashboardCard,
    ) => void;
  }) {
    this.#change = options.change;
    this.#find = options.find;
    this.#askReplacement = options.askReplacement;
    this.#remember = options.remember;
  }

  collapse(id: string, collapsed: boolean): void {
    this.#update(id, card => ({ ...card, collapsed }));
  }

  configure(
    id: string,
    { title, config }: { title?: string; config: Record<string, unknown> },
  ): void {
    this.#update(id, card => ({ ...card, title, config }));
  }

  remove(id: string): void {
    const card = this.#find(id);
    if (!card) return;
    this.#remember('removed', card);
    this.#cards(cards => cards.filter(it => it.id !== id));
  }

  replace(id: string): void {
    const card = this.#find(id);
    if (card) this.#askReplacement(card);
  }

  replaceBy(card: DashboardCard, by: FleetCard): void {
    this.#remember('replaced', card);
    const { id, placement } = card;
    this.#update(id, () => ({
      id: newCardId(),
      card: by.id,
      config: {},
      collapsed: false,
      placement,
    }));
  }

  add(chosen: readonly FleetCard[]): void {
    this.#cards(cards =>
      chosen.reduce<DashboardCard[]>(
        (placed, card) => [
          ...placed,
          {
            id: newCardId(),
            card: card.id,
            config: {},
            collapsed: false,
            placement: placeNewCard(placed, card.size),
          },
        ],
        cards,
      ),
    );
  }

  /** Puts a card of the history back where it was; others make room. */
  putBack(card: DashboardCard): void {
    this.#cards(cards => [
      {
        ...card,
        id: cards.some(it => it.id === card.id) ? newCardId() : card.id,
      },
      ...cards,
    ]);
  }

  viewed(id: string): void {
    const card = this.#find(id);
    if (card) this.#remember('viewed', card);
  }

  #update(id: string, change: (card: DashboardCard) => DashboardCard): void {
    this.#cards(cards => cards.map(it => (it.id === id ? change(it) : it)));
  }

  #cards(change: (cards: DashboardCard[]) => DashboardCard[]): void {
    this.#change(now => ({
      ...now,
      cards: normaliseLayout(change([...now.cards])),
    }));
  }
}

function newCardId(): string {
  return crypto.randomUUID();
}
