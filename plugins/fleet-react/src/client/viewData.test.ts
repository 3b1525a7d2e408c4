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
  Coverage,
  DeltaEvent,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ViewData, withAnswer, withDelta } from './viewData';

interface Row {
  id: string;
  value: { n: number };
}

const coverage: Coverage = { asked: 1, answered: 1, failed: [], demo: false };
const keyOf = (row: Row) => row.id;
const row = (id: string, n: number): Row => ({ id, value: { n } });

function dataOf(rows: Row[]): ViewData {
  return withAnswer(
    undefined,
    { rows, total: rows.length, summary: { n: 0 }, coverage },
    keyOf,
  );
}

const delta = (changes: object): DeltaEvent => ({
  channel: 'c',
  version: 2,
  ...changes,
});

/** Small and seeded, so that a failure can be repeated. */
function randomOf(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

describe('withDelta', () => {
  const held = dataOf([row('a', 1), row('b', 2), row('c', 3)]);

  it.each([
    [
      'changes a row in its place',
      { upsert: [row('b', 9)] },
      ['a1', 'b9', 'c3'],
    ],
    [
      'puts a new row at the end',
      { upsert: [row('d', 4)] },
      ['a1', 'b2', 'c3', 'd4'],
    ],
    ['removes rows, known or not', { remove: ['a', 'zz'] }, ['b2', 'c3']],
    [
      'does all at once in the order told',
      {
        upsert: [row('d', 4), row('c', 7)],
        remove: ['a'],
        order: ['d', 'c', 'b'],
      },
      ['d4', 'c7', 'b2'],
    ],
    ['only reorders', { order: ['c', 'a', 'b'] }, ['c3', 'a1', 'b2']],
    ['empties', { order: [], remove: ['a', 'b', 'c'] }, []],
  ])('%s', (_name, changes, expected) => {
    const next = withDelta(held, delta(changes), keyOf)!;
    expect(
      (next.rows as Row[]).map(({ id, value }) => `${id}${value.n}`),
    ).toEqual(expected);
    expect([...next.places.keys()]).toEqual(
      (next.rows as Row[]).map(({ id }) => id),
    );
    expect((held.rows as Row[]).map(keyOf)).toEqual(['a', 'b', 'c']);
  });

  it('does not fit when it orders a row that was never sent', () => {
    expect(
      withDelta(held, delta({ order: ['a', 'x'] }), keyOf),
    ).toBeUndefined();
    expect(
      withDelta(held, delta({ remove: ['a'], order: ['a', 'b'] }), keyOf),
    ).toBeUndefined();
  });

  it('keeps every part that did not change the same object', () => {
    const next = withDelta(
      held,
      delta({
        upsert: [row('b', 2)],
        total: 8,
        summary: { n: 0 },
        coverage: { ...coverage },
      }),
      keyOf,
    )!;
    expect(next.rows[1]).toBe(held.rows[1]);
    expect(next).toEqual({ ...held, total: 8 });
    expect(next.summary).toBe(held.summary);
    expect(next.coverage).toBe(held.coverage);
    expect(withDelta(held, delta({ total: 8 }), keyOf)!.rows).toBe(held.rows);
  });

  it('agrees with a whole answer over a thousand random changes, and keeps the rows that did not change', () => {
    const random = randomOf(42);
    let model: Row[] = [row('r0', 0)];
    let data = dataOf(model);
    for (let step = 0; step < 1000; step++) {
      const before = new Map((data.rows as Row[]).map(one => [one.id, one]));
      const next = model.filter(() => random(10) > 0);
      const upsert: Row[] = [];
      for (let change = random(4); change > 0; change--) {
        const changed = row(`r${random(40)}`, step);
        upsert.push(changed);
        const place = next.findIndex(({ id }) => id === changed.id);
        next.splice(
          place < 0 ? random(next.length + 1) : place,
          place < 0 ? 0 : 1,
          changed,
        );
      }
      model = next;
      const order = model.map(keyOf);
      data = withDelta(
        data,
        delta({
          upsert,
          remove: [...before.keys()].filter(id => !order.includes(id)),
          order,
          total: model.length,
        }),
        keyOf,
      )!;
      expect(data.rows).toEqual(model);
      const unchanged = model.filter(
        ({ id, value }) => before.get(id)?.value.n === value.n,
      );
      const shown = new Set(data.rows);
      expect(unchanged.filter(({ id }) => !shown.has(before.get(id)!))).toEqual(
        [],
      );
      expect(data).toEqual({
        ...withAnswer(
          undefined,
          { rows: model, total: model.length, summary: { n: 0 }, coverage },
          keyOf,
        ),
      });
    }
  });
});

describe('withAnswer', () => {
  it('keeps rows that are equal to those held, and the whole list when all are', () => {
    const held = dataOf([row('a', 1), row('b', 2)]);
    const answer = (rows: Row[]) => ({
      rows,
      total: rows.length,
      summary: { n: 0 },
      coverage: { ...coverage },
    });
    const same = withAnswer(held, answer([row('a', 1), row('b', 2)]), keyOf);
    expect(same).toEqual(held);
    expect(same.rows).toBe(held.rows);

    const moved = withAnswer(held, answer([row('b', 2), row('a', 5)]), keyOf);
    expect(moved.rows).toEqual([row('b', 2), row('a', 5)]);
    expect(moved.rows[0]).toBe(held.rows[1]);
    expect([...moved.places]).toEqual([
      ['b', 0],
      ['a', 1],
    ]);
  });
});
