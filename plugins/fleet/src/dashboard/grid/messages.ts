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

/** Texts of the grid of a dashboard. */
export const gridMessages = {
  grid: {
    handle: 'Move or resize {{name}}',
    instructions:
      'Enter or Space picks the card up. Then the arrow keys move it, and with Shift resize it. Enter or Space drops it, Escape puts it back.',
    place:
      '{{name}}, column {{column}}, row {{row}}, {{width}} wide, {{height}} high',
    placeInColumn: '{{name}}, {{place}} of {{cards}}, {{height}} high',
    pickedUp: 'Picked up: {{place}}',
    moved: '{{place}}',
    blocked: 'It goes no further: {{place}}',
    dropped: 'Dropped: {{place}}',
    cancelled: 'Put back: {{place}}',
    moveAndResize: 'Move and resize',
    moveLeft: 'Move left',
    moveRight: 'Move right',
    moveUp: 'Move up',
    moveDown: 'Move down',
    wider: 'Make wider',
    narrower: 'Make narrower',
    taller: 'Make taller',
    shorter: 'Make shorter',
  },
} as const;
