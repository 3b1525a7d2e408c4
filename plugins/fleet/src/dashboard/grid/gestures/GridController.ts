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

import { DashboardCard } from '@quarterdeck/backstage-plugin-fleet-common';
import { flushSync } from 'react-dom';
import { isSameLayout } from '../layout/boxes';
import { moveCard } from '../layout/moveCard';
import { CardSize, resizeCard } from '../layout/resizeCard';
import { afterStep, CardStep } from './cardSteps';
import { followPointer } from './followPointer';
import { GridGeometry, Offset } from './geometry';
import { GestureKind, GridStage } from './GridStage';

/** What has happened to a card, to be told to those who do not see it. */
export type GridNews =
  'pickedUp' | 'moved' | 'blocked' | 'dropped' | 'cancelled';

/** The grid as it was drawn last. */
export interface GridSituation {
  cards: readonly DashboardCard[];
  editable: boolean;
  /** Whether the cards stand in one column. */
  narrow: boolean;
  smallest: (id: string) => CardSize;
  onDrop: (cards: readonly DashboardCard[]) => void;
  onNews: (news: GridNews, id: string, cards: readonly DashboardCard[]) => void;
}

/** The sides of a card that follow the pointer. */
export interface Sides {
  right?: boolean;
  bottom?: boolean;
}

interface Session {
  id: string;
  start: readonly DashboardCard[];
  draft: readonly DashboardCard[];
  kind: GestureKind;
}

type Draft = (
  by: Offset,
  geometry: GridGeometry,
) => { draft: DashboardCard[]; dragged?: Offset; stretched?: Offset };

/** Moves and resizes cards by pointer, keyboard and menu. What is not dropped yet is known here only. */
export class GridController {
  readonly stage = new GridStage();
  readonly #listeners = new Set<() => void>();
  #situation?: GridSituation;
  #session?: Session;
  #letGo?: () => void;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The card that the arrow keys move. */
  get picked(): string | undefined {
    const { id, kind } = this.#session ?? {};
    return kind === 'keys' ? id : undefined;
  }

  /** The grid has been drawn. A card that is held is put back when others have come to lie elsewhere meanwhile. */
  arrange(situation: GridSituation): void {
    const before = this.#situation;
    this.#situation = situation;
    const { cards, editable, narrow } = situation;
    if (this.#session && (cards !== this.#session.start || !editable)) {
      this.#end(false);
    }
    if (before && before.cards !== cards) {
      this.stage.settle(narrow === before.narrow ? before.cards : [], cards);
    }
  }

  stop(): void {
    this.#letGo?.();
  }

  drag(event: PointerEvent, source: HTMLElement, id: string): void {
    const card = this.#cardOf(id);
    if (!card) return;
    this.#follow(event, source, id, 'drag', (by, geometry) => ({
      draft: moveCard(this.#start, id, geometry.cellAfter(card, by)),
      dragged: by,
    }));
  }

  stretch(
    event: PointerEvent,
    source: HTMLElement,
    id: string,
    sides: Sides,
  ): void {
    const card = this.#cardOf(id);
    if (!card) return;
    const smallest = this.#situation!.smallest(id);
    this.#follow(event, source, id, 'stretch', (by, geometry) => {
      const stretched = {
        x: sides.right ? by.x : 0,
        y: sides.bottom ? by.y : 0,
      };
      const size = geometry.sizeAfter(card, stretched);
      return {
        draft: resizeCard(this.#start, id, size, smallest),
        stretched,
      };
    });
  }

  /** The handle was pressed without a pointer: picks the card up, or drops it. */
  press(id: string): void {
    if (this.#session?.id === id) this.#end(true);
    else if (!this.#session) this.#begin(id, 'keys');
  }

  /** Lets go of a card that was picked up by keyboard. */
  release(id: string, dropped: boolean): void {
    if (this.picked === id) this.#end(dropped);
  }

  /** Moves or resizes a card by one step: the one that is picked up until it is dropped, any other for good. */
  step(id: string, step: CardStep): void {
    const { cards, smallest, onDrop, onNews } = this.#situation!;
    const session = this.picked === id ? this.#session : undefined;
    const now = session?.draft ?? cards;
    const after = afterStep(now, id, step, smallest(id));
    onNews(after ? 'moved' : 'blocked', id, after ?? now);
    if (!after) return;
    if (!session) {
      onDrop(after);
      return;
    }
    session.draft = after;
    this.stage.show(session);
    this.stage.reveal();
  }

  get #start(): readonly DashboardCard[] {
    return this.#session?.start ?? [];
  }

  #cardOf(id: string): DashboardCard | undefined {
    return this.#situation?.cards.find(card => card.id === id);
  }

  #follow(
    event: PointerEvent,
    source: HTMLElement,
    id: string,
    kind: GestureKind,
    draft: Draft,
  ): void {
    const { grid } = this.stage;
    if (!grid || event.button !== 0 || !event.isPrimary) return;
    if (this.picked) this.#end(true);
    this.#letGo?.();
    this.#letGo = followPointer(event, source, grid, {
      begin: () => this.#begin(id, kind),
      move: by => {
        if (!this.#session) return;
        const scene = draft(by, this.stage.geometry);
        this.#session.draft = scene.draft;
        this.stage.show({ ...this.#session, ...scene });
      },
      end: dropped => this.#end(dropped),
    });
  }

  #begin(id: string, kind: GestureKind): void {
    const { cards, narrow, onNews } = this.#situation!;
    this.#session = { id, start: cards, draft: cards, kind };
    this.stage.begin(id, kind, narrow);
    this.stage.show(this.#session);
    onNews('pickedUp', id, cards);
    this.#changed();
  }

  #end(dropped: boolean): void {
    const session = this.#session;
    if (!session) return;
    const { id, start, draft } = session;
    const { onDrop, onNews } = this.#situation!;
    this.#letGo?.();
    this.#letGo = undefined;
    this.#session = undefined;
    if (dropped && !isSameLayout(start, draft)) {
      const focused = document.activeElement;
      // What has been dropped is drawn before the transforms go, so that nothing jumps.
      flushSync(() => onDrop(draft));
      // Cards follow each other as they stand, and an element that is moved in the document loses the focus.
      if (focused instanceof HTMLElement)
        focused.focus({ preventScroll: true });
    }
    const { cards } = this.#situation!;
    // Otherwise it has been settled when the cards were drawn.
    if (cards === start) this.stage.settle(start, cards);
    onNews(dropped ? 'dropped' : 'cancelled', id, dropped ? draft : start);
    this.#changed();
  }

  #changed(): void {
    this.#listeners.forEach(listener => listener());
  }
}
