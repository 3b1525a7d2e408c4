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

import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { z } from 'zod';
import { z as zod3 } from 'zod/v3';
import { zod3Schema } from './zod3Bridge';

const tree = z.object({
  name: z.string(),
  get children() {
    return z.array(tree);
  },
});

const everything = z.object({
  text: z.string().min(1).max(9).regex(/^a+$/).describe('A text'),
  count: z.number().int().min(0).max(10),
  ratio: z.number().gt(0).lt(1),
  flag: z.boolean().default(true),
  choice: z.enum(['a', 'b']).default('a').describe('A or b'),
  only: z.literal('x'),
  oneOf: z.literal([1, 'two', true]),
  maybe: z.string().nullable(),
  list: z.array(z.number()).min(1).max(3),
  labels: z.record(z.string(), z.number()),
  anything: z.unknown().optional(),
  shape: z.discriminatedUnion('type', [
    z.object({ type: z.literal('circle'), radius: z.number() }),
    z.object({ type: z.literal('square'), side: z.number() }),
  ]),
  both: z.intersection(
    z.object({ a: z.string() }),
    z.object({ b: z.string() }),
  ),
  tree,
  left: z.string().optional(),
});

const good = {
  text: 'aa',
  count: 3,
  ratio: 0.5,
  only: 'x',
  oneOf: 'two',
  maybe: null,
  list: [1],
  labels: { a: 1 },
  shape: { type: 'circle', radius: 1 },
  both: { a: 'a', b: 'b' },
  tree: { name: 'root', children: [{ name: 'leaf', children: [] }] },
};

describe('zod3Schema', () => {
  const bridged = zod3Schema(everything, 'input')(zod3);

  it('publishes shape, bounds, defaults and descriptions', async () => {
    const registry = actionsRegistryServiceMock();
    registry.register({
      name: 'everything',
      title: 'Everything',
      description: 'Everything',
      schema: {
        input: zod3Schema(everything, 'input'),
        output: zod3Schema(z.object({}), 'output'),
      },
      action: async () => ({ output: {} }),
    });
    const { actions } = await registry.list();
    expect(actions[0].schema.input).toMatchObject({
      type: 'object',
      required: [
        'text',
        'count',
        'ratio',
        'only',
        'oneOf',
        'maybe',
        'list',
        'labels',
        'shape',
        'both',
        'tree',
      ],
      properties: {
        text: {
          type: 'string',
          minLength: 1,
          maxLength: 9,
          pattern: '^a+$',
          description: 'A text',
        },
        count: { type: 'integer', minimum: 0, maximum: 10 },
        ratio: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
        flag: { type: 'boolean', default: true },
        choice: {
          type: 'string',
          enum: ['a', 'b'],
          default: 'a',
          description: 'A or b',
        },
        only: { type: 'string', const: 'x' },
        oneOf: {
          type: ['number', 'string', 'boolean'],
          enum: [1, 'two', true],
        },
        maybe: { type: ['string', 'null'] },
        list: {
          type: 'array',
          items: { type: 'number' },
          minItems: 1,
          maxItems: 3,
        },
        labels: { type: 'object', additionalProperties: { type: 'number' } },
        shape: {
          anyOf: [
            {
              properties: {
                type: { const: 'circle' },
                radius: { type: 'number' },
              },
              required: ['type', 'radius'],
            },
            { properties: { type: { const: 'square' } } },
          ],
        },
        both: {
          required: ['a', 'b'],
          properties: { a: { type: 'string' }, b: { type: 'string' } },
        },
        tree: {
          properties: {
            name: { type: 'string' },
            children: { type: 'array' },
          },
        },
        left: { type: 'string' },
      },
    });
  });

  it('takes what the schema takes, with its defaults', () => {
    expect(bridged.parse(good)).toEqual(everything.parse(good));
  });

  it.each([
    { text: 'b' },
    { count: 1.5 },
    { count: 11 },
    { ratio: 1 },
    { flag: 'yes' },
    { choice: 'c' },
    { only: 'y' },
    { oneOf: 2 },
    { maybe: 1 },
    { list: [] },
    { labels: { a: 'b' } },
    { shape: { type: 'square', radius: 1 } },
    { both: { a: 'a' } },
    { tree: { name: 'root', children: [{ name: 1, children: [] }] } },
  ])('refuses %j as the schema does', change => {
    const bad = { ...good, ...change };
    expect(everything.safeParse(bad).success).toBe(false);
    expect(bridged.safeParse(bad).success).toBe(false);
  });

  it('refuses unknown keys in an output, and builds once', () => {
    const build = zod3Schema(
      z.object({ a: z.string().default('x') }),
      'output',
    );
    expect(build(zod3).safeParse({ a: 'y', b: 1 }).success).toBe(false);
    expect(build(zod3).safeParse({}).success).toBe(false);
    expect(build(zod3)).toBe(build(zod3));
  });
});
