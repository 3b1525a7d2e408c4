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
import { cellStyle } from '../cellStyle';
import { rowsOf } from '../layout/boxes';
import { Box, GridGeometry, Offset } from './geometry';
import { slideFrom } from './slideFrom';

/** What moves a card at the moment. */
export type GestureKind = 'drag' | 'stretch' | 'keys';

/** A moment of a gesture. */
export interface Scene {
  id: string;
  start: readonly DashboardCard[];
  draft: readonly DashboardCard[];
  /** How far the card has been dragged; it stands where it will land when left out. */
  dragged?: Offset;
  /** How far its lower right corner has been dragged. */
  stretched?: Offset;
}

function move(element: HTMLElement, { x, y }: Offset): void {
  element.style.transform = x || y ? `translate(${x}px, ${y}px)` : '';
}

function outline(element: HTMLElement, { left, top, width, height }: Box) {
  move(element, { x: left, y: top });
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

/**
 * Draws gestures past React: cards are moved by transforms alone, so that none of them is drawn again before something has been dropped.
 */
export class GridStage {
  readonly #cells = new Map<string, HTMLElement>();
  readonly #offsets = new Map<string, Offset>();
  #geometry?: GridGeometry;
  #narrow = false;
  #elements?: { grid: HTMLElement; landing: HTMLElement };

  /** Where it is drawn, and the mark that shows where a card will land. */
  mount(grid: HTMLElement, landing: HTMLElement): void {
    this.#elements = { grid, landing };
  }

  add(id: string, cell: HTMLElement): () => void {
    this.#cells.set(id, cell);
    return () => {
      if (this.#cells.get(id) === cell) this.#cells.delete(id);
    };
  }

  get grid(): HTMLElement | undefined {
    return this.#elements?.grid;
  }

  /** As it was when the gesture began: asking again makes the browser lay out the page in every frame. */
  get geometry(): GridGeometry {
    return this.#geometry ?? new GridGeometry(this.grid?.clientWidth ?? 0);
  }

  begin(id: string, kind: GestureKind, narrow: boolean): void {
    this.#narrow = narrow;
    this.#geometry = this.geometry;
    this.grid?.setAttribute('data-gesture', kind);
    this.#cells.get(id)?.setAttribute('data-active', '');
  }

  show(scene: Scene): void {
    if (!this.#elements) return;
    const { grid, landing } = this.#elements;
    const { id, start, draft, dragged, stretched } = scene;
    const { geometry } = this;
    const before = new Map(start.map(card => [card.id, card]));
    for (const card of draft) {
      const from = geometry.boxOf(before.get(card.id) ?? card);
      const to = geometry.boxOf(card);
      const offset = { x: to.left - from.left, y: to.top - from.top };
      const active = card.id === id;
      this.#offset(card.id, active ? (dragged ?? offset) : offset);
      if (active) {
        this.#resize(card, before.get(id) ?? card);
        outline(landing, {
          ...to,
          width: stretched ? from.width + stretched.x : to.width,
          height: stretched ? from.height + stretched.y : to.height,
        });
      }
    }
    const rows = Math.max(rowsOf(start), rowsOf(draft));
    grid.style.minHeight = `${geometry.heightOf(rows)}px`;
  }

  /** Brings the place where the card will land onto the screen. */
  reveal(): void {
    this.#elements?.landing.scrollIntoView?.({ block: 'nearest' });
  }

  /** Ends what was drawn. Cards slide from where they were seen to where they are. */
  settle(
    before: readonly DashboardCard[],
    after: readonly DashboardCard[],
  ): void {
    if (!this.#elements) return;
    const { grid } = this.#elements;
    this.#geometry = undefined;
    const { geometry } = this;
    grid.removeAttribute('data-gesture');
    grid.style.minHeight = '';
    const past = new Map(before.map(card => [card.id, card]));
    for (const card of after) {
      const cell = this.#cells.get(card.id);
      if (!cell) continue;
      const from = geometry.boxOf(past.get(card.id) ?? card);
      const to = geometry.boxOf(card);
      const offset = this.#offsets.get(card.id) ?? { x: 0, y: 0 };
      if (cell.hasAttribute('data-active')) this.#resize(card, card);
      cell.removeAttribute('data-active');
      move(cell, { x: 0, y: 0 });
      slideFrom(cell, {
        x: from.left + offset.x - to.left,
        y: from.top + offset.y - to.top,
      });
    }
    this.#offsets.clear();
  }

  #offset(id: string, offset: Offset): void {
    const cell = this.#cells.get(id);
    const known = this.#offsets.get(id);
    if (!cell || (known?.x === offset.x && known.y === offset.y)) return;
    this.#offsets.set(id, offset);
    move(cell, offset);
  }

  /** Gives the cell the size of a card, at the place of another. */
  #resize(card: DashboardCard, at: DashboardCard): void {
    const { x, y } = at.placement;
    const { width, height } = card.placement;
    // In one column the width is that of the window.
    const size = this.#narrow ? `${height}` : `${width} × ${height}`;
    if (this.#elements?.landing.dataset.size === size) return;
    this.#elements?.landing.setAttribute('data-size', size);
    const style = cellStyle({ ...card, placement: { x, y, width, height } });
    for (const [name, value] of Object.entries(style)) {
      this.#cells.get(card.id)?.style.setProperty(name, value);
    }
  }
}
