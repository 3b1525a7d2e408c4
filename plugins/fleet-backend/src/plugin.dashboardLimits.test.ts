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
  Caller,
  DashboardBackend,
} from './dashboards/__testUtils__/DashboardBackend';

jest.setTimeout(60_000);

const card = (rest: object = {}) => ({
  id: 'c1',
  card: 'fleet-card:fleet/pod-issues',
  placement: { x: 0, y: 0, width: 6, height: 3 },
  ...rest,
});
const error = (message: string) => ({ error: { message } });

describe('dashboards that are too much or wrong', () => {
  let backend: DashboardBackend;

  beforeEach(async () => {
    backend = new DashboardBackend();
    await backend.start();
  });

  afterEach(() => backend.stop());

  const ask: DashboardBackend['ask'] = (...args) => backend.ask(...args);
  const create = (caller: Caller, input?: object) =>
    backend.create(caller, input);
  const titles = async (caller: Caller) =>
    (await ask(caller, 'GET', '/dashboards')).body.items.map(
      (item: any) => item.title,
    );

  it('are at most two hundred of an owner', async () => {
    const makers = Array.from({ length: 20 }, async () => {
      for (let i = 0; i < 10; i += 1) await create('dot');
    });
    await Promise.all(makers);
    const full = {
      status: 400,
      body: error(
        'user:default/dot has 200 dashboards, and cannot have more: delete one first',
      ),
    };
    const input = { title: 'More', content: { cards: [], stats: [] } };
    expect(await ask('dot', 'POST', '/dashboards', input)).toMatchObject(full);
    const { id } = await create('ada', { visibility: 'everyone' });
    const pass = { revision: 1, owner: 'user:default/dot' };
    expect(await ask('ada', 'PUT', `/dashboards/${id}`, pass)).toMatchObject(
      full,
    );

    expect(
      (await ask('dot', 'DELETE', '/dashboards/operations-7')).status,
    ).toBe(204);
    expect((await ask('dot', 'POST', '/dashboards', input)).status).toBe(201);
  });

  it.each<[string, object, string]>([
    ['no title', { title: ' ' }, 'Wrong body: title: Too small'],
    [
      'a title of two lines',
      { title: 'One\ntwo' },
      'Wrong body: title: must be one line without control characters',
    ],
    [
      'a description that no database keeps',
      { description: 'a\0b' },
      'Wrong body: description: must not have a NUL character',
    ],
    [
      'an address that is none',
      { slug: 'Not an address' },
      'Wrong body: slug: must be lower case letters and digits, joined by single dashes',
    ],
    [
      'another visibility',
      { visibility: 'some' },
      'Wrong body: visibility: Invalid option',
    ],
    [
      'a field that is not known',
      { colour: 'red' },
      'Wrong body: Unrecognized',
    ],
    [
      'two cards of one id',
      { content: { cards: [card(), card()], stats: [] } },
      'Wrong body: content.cards: Two cards have the same id',
    ],
    [
      'a card beyond the edge',
      {
        content: {
          cards: [card({ placement: { x: 9, y: 0, width: 6, height: 3 } })],
          stats: [],
        },
      },
      'Wrong body: content.cards.0.placement.width: A card must end within the 12 columns',
    ],
    [
      'settings that are too large',
      {
        content: {
          cards: [card({ config: { text: 'x'.repeat(16_000) } })],
          stats: [],
        },
      },
      'Wrong body: content.cards.0.config: must not have more than 16000 characters',
    ],
    [
      'content that is too large',
      {
        content: {
          cards: Array.from({ length: 30 }, (_, i) =>
            card({ id: `c${i}`, config: { text: 'x'.repeat(12_000) } }),
          ),
          stats: [],
        },
      },
      'Wrong body: content: must not have more than 300000 characters',
    ],
  ])('refuse %s', async (_, wrong, message) => {
    const content = { cards: [], stats: [] };
    const { id } = await create('ben');
    for (const [method, path, body] of [
      ['POST', '/dashboards', { title: 'Good', content, ...wrong }],
      ['PUT', `/dashboards/${id}`, { revision: 1, ...wrong }],
    ] as const) {
      expect(await ask('ben', method, path, body)).toMatchObject({
        status: 400,
        body: error(expect.stringContaining(message) as any),
      });
    }
    expect(await titles('ben')).toEqual(['Operations']);
  });

  it('refuse settings that are nested too deeply to be written', async () => {
    const body = JSON.stringify({
      title: 'Deep',
      content: { cards: [card({ config: { deep: 0 } })], stats: [] },
    }).replace(':0}', `:${'['.repeat(20_000)}${']'.repeat(20_000)}}`);
    expect(await ask('ben', 'POST', '/dashboards', body)).toMatchObject({
      status: 400,
      body: error(
        expect.stringContaining(
          'content.cards.0.config: must not have more than 16000 characters',
        ) as any,
      ),
    });
  });

  it('refuse a body that is larger than any dashboard', async () => {
    const { status } = await ask('ben', 'POST', '/dashboards', {
      title: 'x'.repeat(600_000),
    });
    expect(status).toBe(413);
  });
});
