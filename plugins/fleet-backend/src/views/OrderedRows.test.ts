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

import { OrderedRows } from './OrderedRows';
import { RowPair } from './RowPair';

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

const byWeight = (a: any, b: any) => a.weight - b.weight;

function row(uid: string, weight: number): Row {
  return { uid, cluster: 'c', namespace: 'n', name: uid, weight };
}

function fill(ordered: OrderedRows, rows: readonly Row[]): void {
  const steps = ordered.fill(rows);
  while (!steps.next().done);
}

function inOrder(rows: Iterable<Row>): Row[] {
  return [...rows].sort(
    (a, b) => byWeight(a, b) || (a.uid < b.uid ? -1 : Number(a.uid > b.uid)),
  );
}

describe('OrderedRows', () => {
  it.each([
    { kept: 'the first rows', depths: { ascending: 40, descending: 25 } },
    { kept: 'all rows', depths: { ascending: 1_500, descending: -1 } },
  ])(
    'keeps its windows as a full sort would after random changes ($kept)',
    ({ depths }) => {
      const random = randomFrom(depths.ascending);
      const truth = new Map<string, Row>();
      for (let i = 0; i < 3_000; i++) {
        truth.set(`u${i}`, row(`u${i}`, Math.floor(random() * 500)));
      }
      let ordered = new OrderedRows(byWeight, depths);
      fill(ordered, [...truth.values()]);
      let refills = 0;
      for (let round = 0; round < 300; round++) {
        const pairs: RowPair<Row>[] = [];
        // Mostly from the front, so that the first rows run out.
        const first = inOrder(truth.values()).slice(0, 20);
        for (const before of random() < 0.7 ? first : []) {
          truth.delete(before.uid);
          pairs.push([before, undefined]);
        }
        for (let i = 0; i < 5; i++) {
          const uid = `u${Math.floor(random() * 4_000)}`;
          if (pairs.some(([before]) => before?.uid === uid)) continue;
          const after = row(uid, Math.floor(random() * 500));
          pairs.push([truth.get(uid), after]);
          truth.set(uid, after);
        }
        expect(ordered.apply(pairs)).toBe(true);
        if (ordered.isThin(depths)) {
          refills += 1;
          ordered = new OrderedRows(byWeight, depths);
          fill(ordered, [...truth.values()]);
        }
        const expected = inOrder(truth.values());
        const window = { offset: 10, limit: 30, descending: false };
        expect(ordered.covers(window)).toBe(true);
        expect(ordered.slice(window)).toEqual(expected.slice(10, 40));
        const last = { offset: 5, limit: 20, descending: true };
        expect(ordered.covers(last)).toBe(true);
        expect(ordered.slice(last)).toEqual(expected.reverse().slice(5, 25));
      }
      expect(refills > 0).toBe(depths.ascending < 1_000);
    },
  );

  it('has every window of few rows, also of none', () => {
    const ordered = new OrderedRows(byWeight, {
      ascending: 10,
      descending: -1,
    });
    fill(ordered, []);
    const window = { offset: 0, limit: 10, descending: false };
    expect([ordered.covers(window), ordered.slice(window)]).toEqual([true, []]);
    const one = row('a', 1);
    expect(ordered.apply([[undefined, one]])).toBe(true);
    expect(ordered.slice(window)).toEqual([one]);
    expect(ordered.apply([[one, undefined]])).toBe(true);
    expect([ordered.covers(window), ordered.slice(window)]).toEqual([true, []]);
  });

  it('does not cover what nobody said would be asked for', () => {
    const ordered = new OrderedRows(byWeight, {
      ascending: 10,
      descending: -1,
    });
    fill(
      ordered,
      Array.from({ length: 2_000 }, (_, i) => row(`u${i}`, i)),
    );
    const covers = (offset: number, descending: boolean) =>
      ordered.covers({ offset, limit: 10, descending });
    expect([covers(0, false), covers(900, false), covers(0, true)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('says so when a row that should be there is not', () => {
    const ordered = new OrderedRows(byWeight, {
      ascending: 10,
      descending: -1,
    });
    fill(ordered, []);
    expect(ordered.apply([[row('x', 1), undefined]])).toBe(false);
  });
});
