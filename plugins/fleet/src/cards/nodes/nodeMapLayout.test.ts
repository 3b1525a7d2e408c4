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

import { moveOnMap, nodeMapLayout } from './nodeMapLayout';

describe('layout of the map of nodes', () => {
  it('makes squares so small that 100 clusters of 50 nodes fit one screen', () => {
    const { size, gap, columns } = nodeMapLayout(5_000);
    const inRow = Math.floor(1_400 / (columns * (size + gap) + 12));
    const rowHeight = Math.ceil(50 / columns) * (size + gap) + 18 + 10;
    expect(Math.ceil(100 / inRow) * rowHeight).toBeLessThanOrEqual(820);
    expect(nodeMapLayout(10).size).toBeGreaterThan(nodeMapLayout(1_000).size);
  });

  // Three clusters of 7, 0 and 4 nodes, in rows of 3.
  it.each([
    ['ArrowRight', 0, 0, 0, 1],
    ['ArrowRight', 0, 6, 2, 0],
    ['ArrowRight', 2, 3, 2, 3],
    ['ArrowLeft', 2, 0, 0, 6],
    ['ArrowLeft', 0, 0, 0, 0],
    ['ArrowDown', 0, 1, 0, 4],
    ['ArrowDown', 0, 5, 0, 6],
    ['ArrowDown', 0, 6, 2, 0],
    ['ArrowDown', 2, 2, 2, 3],
    ['ArrowUp', 0, 4, 0, 1],
    ['ArrowUp', 2, 1, 0, 6],
    ['ArrowUp', 0, 2, 0, 2],
    ['Home', 0, 5, 0, 0],
    ['End', 0, 1, 0, 6],
    ['PageDown', 0, 5, 2, 0],
    ['PageUp', 2, 2, 0, 0],
  ])('%s leads from %d/%d to %d/%d', (key, group, node, toGroup, toNode) => {
    expect(moveOnMap([7, 0, 4], 3, { group, node }, key)).toEqual({
      group: toGroup,
      node: toNode,
    });
  });

  it('leaves other keys alone', () => {
    expect(moveOnMap([7], 3, { group: 0, node: 0 }, 'Escape')).toBeUndefined();
  });
});
