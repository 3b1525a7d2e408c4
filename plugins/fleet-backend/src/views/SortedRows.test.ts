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

import { SortedRows } from './SortedRows';

interface Row {
  uid: string;
  cluster: string;
  namespace: string;
  name: string;
  weight: number;
}

/** Small linear congruential generator, so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

describe('SortedRows', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'equals a full sort after random changes (seed %d)',
    seed => {
      const random = randomFrom(seed);
      const compare = (a: Row, b: Row) => a.weight - b.weight;
      const sorted = new SortedRows<Row>(SortedRows.total(compare));
      const truth = new Map<string, Row>();
      const expected = () =>
        [...truth.values()].sort(
          (a, b) =>
            compare(a, b) || (a.uid < b.uid ? -1 : Number(a.uid > b.uid)),
        );
      for (let round = 0; round < 60; round++) {
        const pairs = new Map<string, [Row | undefined, Row | undefined]>();
        const changes = 1 + Math.floor(random() * (round % 5 === 0 ? 120 : 6));
        for (let i = 0; i < changes; i++) {
          const uid = `u${Math.floor(random() * 200)}`;
          if (pairs.has(uid)) continue;
          const previous = truth.get(uid);
          const row =
            previous && random() < 0.3
              ? undefined
              : {
                  uid,
                  cluster: 'c',
                  namespace: 'n',
                  name: uid,
                  weight:
                    previous && random() < 0.5
                      ? previous.weight
                      : Math.floor(random() * 10),
                };
          pairs.set(uid, [previous, row]);
          if (row) truth.set(uid, row);
          else truth.delete(uid);
        }
        expect(sorted.apply([...pairs.values()])).toBe(true);
        expect(sorted.slice(0, 1000, false)).toEqual(expected());
        expect(sorted.slice(3, 7, true)).toEqual(
          expected().reverse().slice(3, 10),
        );
      }
    },
  );

  it('keeps its order over many blocks', () => {
    const random = randomFrom(42);
    const sorted = new SortedRows<Row>(
      SortedRows.total((a, b) => a.weight - b.weight),
    );
    const rows = Array.from({ length: 5000 }, (_, i) => ({
      uid: `u${i}`,
      cluster: 'c',
      namespace: '',
      name: '',
      weight: Math.floor(random() * 1e6),
    }));
    rows.forEach(row => sorted.apply([[undefined, row]]));
    const expected = [...rows].sort(
      (a, b) => a.weight - b.weight || (a.uid < b.uid ? -1 : 1),
    );
    expect(sorted.size).toBe(5000);
    expect(sorted.slice(0, 5000, false)).toEqual(expected);
    expect(sorted.slice(2047, 3, false)).toEqual(expected.slice(2047, 2050));
    expect(sorted.slice(10, 2, true)).toEqual([expected[4989], expected[4988]]);
    rows.forEach(row => sorted.apply([[row, undefined]]));
    expect([sorted.size, sorted.slice(0, 10, false)]).toEqual([0, []]);
  });

  it('says so when a row that should be there is not', () => {
    const sorted = new SortedRows<Row>(
      SortedRows.total((a, b) => a.weight - b.weight),
    );
    const row = { uid: 'x', cluster: 'c', namespace: '', name: 'x', weight: 1 };
    expect(sorted.apply([[row, undefined]])).toBe(false);
  });
});
