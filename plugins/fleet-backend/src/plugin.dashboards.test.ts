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

const ben = 'user:default/ben';
const shop = 'group:default/shop';
const card = (rest: object = {}) => ({
  id: 'c1',
  card: 'fleet-card:fleet/pod-issues',
  placement: { x: 0, y: 0, width: 6, height: 3 },
  ...rest,
});

describe('dashboards that people own', () => {
  let backend: DashboardBackend;

  beforeEach(async () => {
    backend = new DashboardBackend();
    await backend.start();
  });

  afterEach(() => backend.stop());

  const ask: DashboardBackend['ask'] = (...args) => backend.ask(...args);
  const create = (caller: Caller, input?: object) =>
    backend.create(caller, input);

  it('are made, changed and deleted by their owner, and the auditor hears of it', async () => {
    const template = { id: 'fleet-dashboard:fleet/operations', version: 2 };
    const made = await ask('ben', 'POST', '/dashboards', {
      title: '  Shop: Größe & Last ',
      description: 'What we look at in the morning',
      template,
      content: { cards: [card()], stats: [{ block: 'pods' }] },
    });
    const dashboard = {
      id: expect.any(String),
      slug: 'shop-grosse-last',
      title: 'Shop: Größe & Last',
      description: 'What we look at in the morning',
      owner: ben,
      visibility: 'owner',
      template,
      cards: 1,
      revision: 1,
      createdAt: expect.any(Number),
      updatedAt: expect.any(Number),
      updatedBy: ben,
      mayEdit: true,
      isDefault: false,
    };
    const content = {
      cards: [card({ config: {}, collapsed: false })],
      stats: [{ block: 'pods', display: 'number' }],
    };
    expect(made).toEqual({ status: 201, body: { ...dashboard, content } });
    const { id, slug } = made.body;
    expect(await ask('ben', 'GET', '/dashboards')).toEqual({
      status: 200,
      body: { items: [dashboard] },
    });
    for (const name of [id, slug]) {
      expect(await ask('ben', 'GET', `/dashboards/${name}`)).toEqual({
        status: 200,
        body: made.body,
      });
    }

    const two = [card(), card({ id: 'c2', title: 'Mine', collapsed: true })];
    const changed = await ask('ben', 'PUT', `/dashboards/${id}`, {
      revision: 1,
      content: { cards: two, stats: [] },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { ...dashboard, cards: 2, revision: 2 },
    });
    expect(
      await ask('ben', 'PUT', `/dashboards/${slug}`, {
        revision: 2,
        title: 'Ours',
        description: '',
        slug: 'ours',
        template: null,
        owner: shop,
        visibility: 'everyone',
      }),
    ).toMatchObject({ status: 200, body: { revision: 3 } });
    const after = await ask('cem', 'GET', '/dashboards/ours');
    const { description, template: gone, ...rest } = dashboard;
    expect(after.body).toEqual({
      ...rest,
      title: 'Ours',
      slug: 'ours',
      owner: shop,
      visibility: 'everyone',
      cards: 2,
      revision: 3,
      content: changed.body.content,
    });
    expect((await ask('ben', 'GET', `/dashboards/${slug}`)).status).toBe(404);

    expect(await ask('cem', 'DELETE', `/dashboards/${id}`)).toEqual({
      status: 204,
      body: undefined,
    });
    expect((await ask('cem', 'DELETE', `/dashboards/${id}`)).status).toBe(404);
    expect(
      backend.auditor.createEvent.mock.calls.map(([{ eventId, meta }]) => ({
        eventId,
        ...meta,
      })),
    ).toEqual([
      {
        eventId: 'dashboard-change',
        queryType: 'create',
        actor: ben,
        owner: ben,
      },
      {
        eventId: 'dashboard-change',
        queryType: 'share',
        actor: ben,
        owner: shop,
        visibility: 'everyone',
        dashboard: id,
      },
      {
        eventId: 'dashboard-change',
        queryType: 'delete',
        actor: 'user:default/cem',
        owner: shop,
        dashboard: id,
      },
    ]);
  });

  it('are not changed from a revision that is no longer the present one', async () => {
    const { id } = await create('ben', { owner: shop });
    const retitle = (caller: Caller, revision: number, title: string) =>
      ask(caller, 'PUT', `/dashboards/${id}`, { revision, title });
    expect((await retitle('ben', 1, 'Ben')).status).toBe(200);
    expect(await retitle('cem', 1, 'Cem')).toMatchObject({
      status: 409,
      body: {
        error: {
          name: 'ConflictError',
          message:
            'The dashboard was changed meanwhile: it is at revision 2, by user:default/ben',
        },
      },
    });
    const atOnce = await Promise.all(
      ['a', 'b', 'c', 'd'].map(title => retitle('cem', 2, title)),
    );
    expect(atOnce.map(({ status }) => status).sort()).toEqual([
      200, 409, 409, 409,
    ]);
    const { body } = await ask('ben', 'GET', `/dashboards/${id}`);
    expect(body).toMatchObject({
      revision: 3,
      title: atOnce.find(({ status }) => status === 200)!.body.title,
      updatedBy: 'user:default/cem',
    });
  });

  it('have addresses of their own, made from titles or chosen while they are free', async () => {
    const slugs = await Promise.all(
      Array.from({ length: 4 }, () => create('ben')),
    );
    expect(slugs.map(({ slug }) => slug).sort()).toEqual([
      'operations',
      'operations-2',
      'operations-3',
      'operations-4',
    ]);
    expect(await create('dot', { title: '運用' })).toMatchObject({
      slug: 'dashboard',
    });
    expect((await create('dot')).slug).toBe('operations-5');

    const { id } = await create('dot', { slug: 'mine' });
    const taken = {
      status: 409,
      body: {
        error: {
          name: 'ConflictError',
          message: "The address 'operations' is taken",
        },
      },
    };
    expect(
      await ask('dot', 'POST', '/dashboards', {
        title: 'Other',
        slug: 'operations',
        content: { cards: [], stats: [] },
      }),
    ).toMatchObject(taken);
    const move = (revision: number, slug: string) =>
      ask('dot', 'PUT', `/dashboards/${id}`, { revision, slug });
    expect(await move(1, 'operations')).toMatchObject(taken);
    expect((await move(1, 'mine')).status).toBe(200);
    expect((await move(2, 'still-mine')).status).toBe(200);
    expect((await create('ben', { slug: 'mine' })).slug).toBe('mine');
  });
});
