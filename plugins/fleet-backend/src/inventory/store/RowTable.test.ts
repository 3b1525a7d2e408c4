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

import { RowBatch } from '../Inventory';
import { Interner } from './Interner';
import { RowTable } from './RowTable';

interface Row {
  uid: string;
  cluster: string;
  namespace: string;
  name: string;
  [field: string]: unknown;
}

function row(uid: string, fields: object = {}): Row {
  return { uid, cluster: 'c', namespace: 'n', name: uid, ...fields };
}

function tableOf() {
  const batches: RowBatch[] = [];
  const table = new RowTable({
    cluster: 'c',
    resource: 'r',
    onBatch: batch => batches.push(batch),
  });
  return { table, batches };
}

describe('RowTable', () => {
  it('tells the changes since the last flush together, and nothing when there are none', () => {
    const { table, batches } = tableOf();
    table.upsert(row('a'));
    table.upsert(row('b'));
    table.flush();
    table.flush();
    table.upsert(row('a', { size: 1 }));
    table.remove('b');
    table.remove('never');
    table.flush();
    expect(batches).toEqual([
      {
        cluster: 'c',
        resource: 'r',
        changes: [{ row: row('a') }, { row: row('b') }],
      },
      {
        cluster: 'c',
        resource: 'r',
        changes: [
          { previous: row('a'), row: row('a', { size: 1 }) },
          { previous: row('b') },
        ],
      },
    ]);
    expect([...table.rows.keys()]).toEqual(['a']);
  });

  it.each<[string, object, object, boolean]>([
    ['equal fields', { x: 1, y: 'a' }, { y: 'a', x: 1 }, true],
    ['a field that is absent or undefined', { x: undefined }, {}, true],
    ['a field more', { x: 1 }, {}, false],
    ['equal lists', { x: ['a', 'b'] }, { x: ['a', 'b'] }, true],
    ['another order', { x: ['a', 'b'] }, { x: ['b', 'a'] }, false],
    ['equal records', { x: { a: '1' } }, { x: { a: '1' } }, true],
    ['another record', { x: { a: '1' } }, { x: { b: '1' } }, false],
    ['a list for a record', { x: {} }, { x: [] }, false],
    ['no number twice', { x: Number.NaN }, { x: Number.NaN }, true],
  ])('judges rows with %s', (_, before, after, same) => {
    const { table, batches } = tableOf();
    table.upsert(row('a', before));
    table.flush();
    table.upsert(row('a', after));
    table.flush();
    expect(batches).toHaveLength(same ? 1 : 2);
  });

  it('removes what a list did not hold', () => {
    const { table, batches } = tableOf();
    ['a', 'b', 'c'].forEach(uid => table.upsert(row(uid)));
    table.flush();
    table.retainOnly(new Set(['b', 'x']));
    table.flush();
    expect(batches[1].changes).toEqual([
      { previous: row('a') },
      { previous: row('c') },
    ]);
  });
});

describe('Interner', () => {
  it('stays bounded and keeps what is asked for', () => {
    const { intern } = new Interner();
    for (let index = 0; index < 300_000; index++) {
      expect(intern(`unique-${index}`) === `unique-${index}`).toBe(true);
      if (index % 1000 === 0) intern('often');
    }
    expect(intern('often')).toBe('often');
  });
});
