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

import { selectWindow } from './selectWindow';

const byValue = (a: number, b: number) => a - b;

/** Each number below the count once, in an order that only looks like chance. */
const scattered = (count: number) =>
  Array.from({ length: count }, (_, place) => (place * 7_919) % count);

describe('selectWindow', () => {
  const orders: Record<string, (count: number) => number[]> = {
    ascending: count => Array.from({ length: count }, (_, place) => place),
    descending: count =>
      Array.from({ length: count }, (_, place) => count - place),
    scattered,
    // A sample of every so manieth row sees only the large ones.
    'such that a sample misleads': count =>
      scattered(count).map((value, place) =>
        place % Math.floor(count / 512) === 0 ? count + value : value,
      ),
    'with many equal ones': count => scattered(count).map(value => value % 7),
  };
  const windows = [
    { offset: 0, limit: 50 },
    { offset: 450, limit: 50 },
    { offset: 9_950, limit: 50 },
    { offset: 5_000, limit: 3_000 },
    { offset: 0, limit: 20_000 },
    { offset: 10_000, limit: 10 },
    { offset: 0, limit: 0 },
  ];

  it.each(
    Object.keys(orders).flatMap(order =>
      [false, true].map(descending => ({ order, descending })),
    ),
  )(
    'gives the rows that a full sort would (rows $order, descending: $descending)',
    ({ order, descending }) => {
      for (const count of [0, 1, 600, 10_007]) {
        const rows = orders[order](count);
        const sorted = [...rows].sort(byValue);
        if (descending) sorted.reverse();
        for (const { offset, limit } of windows) {
          expect(
            selectWindow(rows, byValue, { offset, limit, descending }),
          ).toEqual(sorted.slice(offset, offset + limit));
        }
      }
    },
  );

  it('compares most rows once', () => {
    let compared = 0;
    const counting = (a: number, b: number) => {
      compared += 1;
      return a - b;
    };
    const rows = orders.descending(100_000);
    selectWindow(rows, counting, { offset: 0, limit: 300, descending: false });
    expect(compared).toBeLessThan(130_000);
  });
});
