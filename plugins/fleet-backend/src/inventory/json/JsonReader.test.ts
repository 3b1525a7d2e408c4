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

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { BlockPool } from './BlockPool';
import { JsonReader } from './JsonReader';
import { jsonIncomplete, JsonSyntaxError } from './JsonSyntaxError';
import { ListReader } from './ListReader';
import { selectFields, wholeValue } from './selectFields';
import { SharedStrings } from './SharedStrings';

const strings = new SharedStrings();

/** Reads a text with something behind it that would make a value out of a shorter one. */
function read(text: string, paths?: string[]): unknown {
  const data = Buffer.from(text);
  const bytes = Buffer.concat([data, Buffer.from('\n"]}]}"')]);
  const reader = new JsonReader(strings);
  reader.reset(bytes, 0, data.length);
  const value = reader.read(paths ? selectFields(paths) : wholeValue);
  expect(reader.position).toBeLessThanOrEqual(data.length);
  return value;
}

function failureOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

/** What reading selected fields must answer, the slow way. */
function pick(value: unknown, paths: string[][]): unknown {
  if (paths.some(names => names.length === 0)) return value;
  if (Array.isArray(value)) return value.map(each => pick(each, paths));
  if (!value || typeof value !== 'object') return value;
  const picked: Record<string, unknown> = {};
  for (const [name, below] of Object.entries(value)) {
    const rest = paths
      .filter(([first]) => first === name)
      .map(([, ...others]) => others);
    if (rest.length > 0) {
      Object.defineProperty(picked, name, {
        value: pick(below, rest),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
  return picked;
}

/** A small generator of numbers, so that a failure can be repeated. */
function randomSource(seed: number) {
  let state = seed;
  return (below: number) => {
    // eslint-disable-next-line no-bitwise
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const names = ['a', 'b', 'aa', 'spec', '__proto__', 'é', 'x.y', 'q"\\', ''];
const texts = [
  '',
  'plain',
  'with "quotes" and \\ and \n\t\u0001',
  'Grüße 🚢 \ud800',
  'x'.repeat(100),
  '{"not": ["json"]}',
];
const scalars = [
  0,
  -0,
  7,
  -1.5e-9,
  1e21,
  12345678901234567890,
  true,
  false,
  null,
];

function randomDocument(random: (below: number) => number, depth = 0): unknown {
  const choice = random(depth > 4 ? 2 : 5);
  if (choice === 0) return texts[random(texts.length)];
  if (choice === 1) return scalars[random(scalars.length)];
  if (choice === 2) {
    return Array.from({ length: random(4) }, () =>
      randomDocument(random, depth + 1),
    );
  }
  const entries = Array.from({ length: random(6) }, () => [
    names[random(names.length)],
    randomDocument(random, depth + 1),
  ]);
  // JSON.parse and not an object literal, for the sake of __proto__.
  return JSON.parse(
    `{${[...new Map(entries as Array<[string, unknown]>)]
      .map(
        ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
      )
      .join(',')}}`,
  );
}

const somePaths = [
  ['a'],
  ['b.a', 'b.aa'],
  ['spec.a', 'aa.[x.y]', '__proto__.a', '[é].b'],
  ['a.b.a.b', '[q"\\]', 'spec'],
];

describe('JsonReader', () => {
  it('reads random documents, whole and in part, as JSON.parse does', () => {
    const random = randomSource(7);
    for (let round = 0; round < 3_000; round++) {
      const text = JSON.stringify(
        [randomDocument(random)],
        undefined,
        random(3) === 0 ? random(3) : 0,
      );
      const parsed = JSON.parse(text);
      expect(read(text)).toStrictEqual(parsed);
      const paths = somePaths[random(somePaths.length)];
      const split = paths.map(each =>
        [...each.matchAll(/\[([^\]]+)\]|([^.[]+)/g)].map(
          ([, bracket, plain]) => bracket ?? plain,
        ),
      );
      expect(read(text, paths)).toStrictEqual(pick(parsed, split));
    }
  });

  it('knows that a beginning of a document is not the whole of it', () => {
    const random = randomSource(11);
    for (let round = 0; round < 1_000; round++) {
      const text = JSON.stringify({ a: randomDocument(random) });
      const cut = random(text.length);
      const paths = round % 2 ? ['nothing'] : ['a.b', 'a.aa'];
      expect(failureOf(() => read(text.slice(0, cut), paths))).toBe(
        jsonIncomplete,
      );
    }
  });

  it.each([
    '{"a":1]',
    '{"a" 1}',
    '{"a":1,}',
    '{a:1}',
    '[1,]',
    '[1 2]',
    '{"a":tru}',
    '{"a":01}',
    '{"a":1.}',
    '{"a":"\u0001"}',
    '{"a":"\\x"}',
    '{"b":[{]}',
    '{"a":-}',
    `{"a":${'['.repeat(600)}${']'.repeat(600)}}`,
  ])('refuses %s', text => {
    expect(() => read(text, ['a'])).toThrow(JsonSyntaxError);
  });

  it.each(['', 'a..b', 'a.', 'a[b', '.a'])("refuses the path '%s'", field => {
    expect(() => selectFields([field])).toThrow(TypeError);
  });
});

/** Every recorded body, which is what real servers send. */
function recordedBodies(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return recordedBodies(file);
    if (!name.endsWith('.json')) return [];
    const { body } = JSON.parse(readFileSync(file, 'utf8'));
    return body === undefined ? [] : [JSON.stringify(body)];
  });
}

describe('recorded answers', () => {
  const bodies = recordedBodies(path.join(__dirname, '../../__fixtures__'));

  it('are read as JSON.parse reads them', () => {
    expect(bodies.length).toBeGreaterThan(0);
    const fields = [
      'metadata.name',
      'spec.containers.image',
      'status.conditions',
    ];
    for (const body of bodies) {
      expect(read(body)).toStrictEqual(JSON.parse(body));
      const items = fields.map(field => ['items', ...field.split('.')]);
      expect(
        read(
          body,
          fields.map(field => `items.${field}`),
        ),
      ).toStrictEqual(pick(JSON.parse(body), items));
    }
  });

  it('give their items one by one, however they are cut and wherever their metadata stands', () => {
    const random = randomSource(3);
    const selection = selectFields(['metadata.name', 'status']);
    const lists = bodies.filter(body => Array.isArray(JSON.parse(body).items));
    expect(lists.length).toBeGreaterThan(0);
    for (const body of lists) {
      const { metadata, items, ...rest } = JSON.parse(body);
      const bytes = Buffer.from(JSON.stringify({ items, ...rest, metadata }));
      const reader = new ListReader({
        item: selection,
        strings,
        pool: new BlockPool(),
        largest: 1_000_000,
      });
      const read_: unknown[] = [];
      for (let from = 0; from < bytes.length;) {
        const to = Math.min(bytes.length, from + 1 + random(50_000));
        read_.push(...reader.push(bytes.subarray(from, to)));
        from = to;
      }
      read_.push(...reader.finish());
      expect(reader.complete).toBe(true);
      expect(read_).toStrictEqual(
        pick(items, [['metadata', 'name'], ['status']]),
      );
      expect(reader.metadata).toEqual(
        pick(metadata, [['resourceVersion'], ['continue']]),
      );
    }
  });
});

describe('ListReader', () => {
  const readerOf = (largest = 10_000_000) =>
    new ListReader({
      item: wholeValue,
      strings,
      pool: new BlockPool(),
      largest,
    });

  it('takes items that are larger than its memory', () => {
    const items = [1, 2, 3].map(index => ({
      index,
      text: 'x'.repeat(700_000),
    }));
    const reader = readerOf();
    const read_ = [
      ...reader.push(Buffer.from(JSON.stringify({ items }))),
      ...reader.finish(),
    ];
    expect(read_).toEqual(items);
  });

  it('refuses an item that is too large', () => {
    const items = ['x'.repeat(3_000_000)];
    expect(() =>
      readerOf(1_000_000).push(Buffer.from(JSON.stringify({ items }))),
    ).toThrow(RangeError);
  });

  it.each(['{}', '{"items":null}', '{"items":[]}', '{"items":[],"x":[1]}'])(
    'reads %s as no items',
    text => {
      const reader = readerOf();
      expect([...reader.push(Buffer.from(text)), ...reader.finish()]).toEqual(
        [],
      );
      expect(reader.complete).toBe(true);
    },
  );

  it('says that a list is not complete', () => {
    const reader = readerOf();
    reader.push(Buffer.from('{"items":[{"a":1}'));
    expect(reader.finish()).toEqual([{ a: 1 }]);
    expect(reader.complete).toBe(false);
  });
});
