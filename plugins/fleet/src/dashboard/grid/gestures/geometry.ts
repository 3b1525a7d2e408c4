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
  CardPlacement,
  DashboardCard,
  GRID_COLUMNS,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { rowsTaken } from '../layout/boxes';

/** As in the style sheet. */
const GUTTER = 16;
const ROW_PITCH = 72 + GUTTER;

/** A distance in pixels. */
export interface Offset {
  x: number;
  y: number;
}

/** A rectangle in pixels, from the upper left corner of the grid. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** From cells to pixels and back, for a grid of some width. */
export class GridGeometry {
  readonly #columnPitch: number;

  constructor(gridWidth: number) {
    this.#columnPitch = (gridWidth + GUTTER) / GRID_COLUMNS;
  }

  boxOf(card: DashboardCard): Box {
    const { x, y, width } = card.placement;
    return {
      left: x * this.#columnPitch,
      top: y * ROW_PITCH,
      width: width * this.#columnPitch - GUTTER,
      height: this.heightOf(rowsTaken(card)),
    };
  }

  /** Pixels of so many rows. */
  heightOf(rows: number): number {
    return Math.max(0, rows * ROW_PITCH - GUTTER);
  }

  /** The cell that a card is over when it is dragged by this much. */
  cellAfter(card: DashboardCard, by: Offset): { x: number; y: number } {
    const { x, y } = card.placement;
    return {
      x: x + Math.round(by.x / this.#columnPitch),
      y: y + Math.round(by.y / ROW_PITCH),
    };
  }

  /** The size in cells of a card whose corner is dragged by this much. */
  sizeAfter(
    card: DashboardCard,
    by: Offset,
  ): Pick<CardPlacement, 'width' | 'height'> {
    const { width, height } = card.placement;
    return {
      width: width + Math.round(by.x / this.#columnPitch),
      height: height + Math.round(by.y / ROW_PITCH),
    };
  }
}
