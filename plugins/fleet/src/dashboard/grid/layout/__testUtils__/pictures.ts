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
import { rowsOf, rowsTaken } from '../boxes';

/** The height that collapsed cards of a picture had before. */
const KEPT_HEIGHT = 4;

/**
 * Cards from a picture of the grid: a letter a column, a line a row. Each letter is a card, in lower case a collapsed one; dots are free.
 *
 * @example
 * cardsOf('aaaaaaBBBBBB', '......BBBBBB')
 */
export function cardsOf(...lines: string[]): DashboardCard[] {
  const ids = [...new Set(lines.join(''))].filter(it => it !== '.').sort();
  return ids.map(id => {
    const y = lines.findIndex(line => line.includes(id));
    const collapsed = id !== id.toUpperCase();
    const x = lines[y].indexOf(id);
    const height = lines.filter(line => line.includes(id)).length;
    return {
      id,
      card: `fleet-card:test/${id}`,
      config: {},
      collapsed,
      placement: {
        x,
        y,
        width: lines[y].lastIndexOf(id) - x + 1,
        height: collapsed ? KEPT_HEIGHT : height,
      },
    };
  });
}

/** The picture of cards; `!` where two of them overlap. */
export function pictureOf(cards: readonly DashboardCard[]): string[] {
  const rows = Array.from({ length: rowsOf(cards) }, () =>
    new Array<string>(12).fill('.'),
  );
  for (const card of cards) {
    const { x, y, width } = card.placement;
    for (const row of rows.slice(y, y + rowsTaken(card))) {
      for (let column = x; column < x + width; column += 1) {
        row[column] = row[column] === '.' ? card.id : '!';
      }
    }
  }
  return rows.map(row => row.join(''));
}
