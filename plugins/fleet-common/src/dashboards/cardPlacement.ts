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

import { z } from 'zod';

/** Columns of a dashboard's grid. @public */
export const GRID_COLUMNS = 12;

/** Most rows of 72 px that one card may take. @public */
export const MOST_CARD_ROWS = 24;

/**
 * Where a card stands on the grid of twelve columns and how much room it takes: columns, and rows of 72 px.
 * @public
 */
export const cardPlacementSchema = z
  .object({
    x: z
      .number()
      .int()
      .min(0)
      .max(GRID_COLUMNS - 1),
    y: z.number().int().min(0).max(10_000),
    width: z.number().int().min(1).max(GRID_COLUMNS),
    height: z.number().int().min(1).max(MOST_CARD_ROWS),
  })
  .refine(({ x, width }) => x + width <= GRID_COLUMNS, {
    error: `A card must end within the ${GRID_COLUMNS} columns`,
    path: ['width'],
  });

/** @public */
export type CardPlacement = z.infer<typeof cardPlacementSchema>;
