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

import { MOST_CARD_HISTORY } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Caller,
  DashboardBackend,
} from './dashboards/__testUtils__/DashboardBackend';

jest.setTimeout(60_000);

const card = {
  id: 'c1',
  card: 'fleet-card:fleet/pod-issues',
  title: 'Mine',
  config: { limit: 5 },
  collapsed: false,
  placement: { x: 0, y: 0, width: 6, height: 3 },
};

describe('what people choose of dashboards', () => {
  let backend: DashboardBackend;
  let shown: any;
  let other: any;
  let secret: any;

  beforeEach(async () => {
    backend = new DashboardBackend();
    await backend.start();
    const everyone = { visibility: 'everyone' };
    shown = await backend.create('ben', { title: 'Shown', ...everyone });
    other = await backend.create('ben', { title: 'Other', ...everyone });
    secret = await backend.create('ben', { title: 'Secret' });
  });

  afterEach(() => backend.stop());

  const preferencesOf = async (caller: Caller) =>
    (await backend.ask(caller, 'GET', '/dashboard-preferences')).body;
  const choose = (caller: Caller, preferences: object) =>
    backend.ask(caller, 'PUT', '/dashboard-preferences', preferences);
  const places = async (caller: Caller) =>
    (await backend.ask(caller, 'GET', '/dashboards')).body.items.map(
      (item: any) => [item.title, item.pinned, item.isDefault],
    );

  it('is kept for each of them, and marks what they list', async () => {
    expect(await preferencesOf('dot')).toEqual({ pinned: [] });
    const chosen = {
      pinned: [shown.id, other.id],
      defaultDashboard: other.id,
    };
    expect(await choose('dot', chosen)).toEqual({ status: 200, body: chosen });
    expect(await preferencesOf('dot')).toEqual(chosen);
    expect(await places('dot')).toEqual([
      ['Other', 1, true],
      ['Shown', 0, false],
    ]);
    const { body } = await backend.ask('dot', 'GET', '/dashboards/other');
    expect(body).toMatchObject({ pinned: 1, isDefault: true });
    expect(await preferencesOf('cem')).toEqual({ pinned: [] });

    await choose('dot', { pinned: [other.id] });
    expect(await preferencesOf('dot')).toEqual({ pinned: [other.id] });
    expect(await places('dot')).toEqual([
      ['Other', 0, false],
      ['Shown', undefined, false],
    ]);
  });

  it('leaves out what they do not see, and what is deleted', async () => {
    const tried = await choose('dot', {
      pinned: ['never-was', secret.id, 'no\0ne', shown.id, shown.slug],
      defaultDashboard: secret.id,
    });
    expect(tried).toEqual({ status: 200, body: { pinned: [shown.id] } });

    const both = { pinned: [other.id, shown.id], defaultDashboard: shown.id };
    await Promise.all([choose('dot', both), choose('cem', both)]);
    const hide = (revision: number, visibility: string) =>
      backend.ask('ben', 'PUT', `/dashboards/${shown.id}`, {
        revision,
        visibility,
      });
    await hide(1, 'owner');
    expect(await preferencesOf('dot')).toEqual({ pinned: [other.id] });
    await hide(2, 'everyone');
    expect(await preferencesOf('dot')).toEqual(both);

    await backend.ask('ben', 'DELETE', `/dashboards/${shown.id}`);
    for (const person of ['dot', 'cem'] as const) {
      expect(await preferencesOf(person)).toEqual({ pinned: [other.id] });
    }
  });

  it('stays whole when it is saved twice at once', async () => {
    const saved = await Promise.all(
      [
        [shown.id, other.id],
        [other.id, shown.id],
        [shown.id],
        [other.id, shown.id],
      ].map(pinned => choose('dot', { pinned })),
    );
    expect(saved.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { pinned } = await preferencesOf('dot');
    expect(saved.map(({ body }) => String(body.pinned))).toContain(
      String(pinned),
    );
  });

  it.each<[object, string]>([
    [{ pinned: ['a', 'a'] }, 'Wrong body: pinned: A dashboard is there twice'],
    [
      { pinned: Array.from({ length: 51 }, (_, i) => `${i}`) },
      'Wrong body: pinned: Too big',
    ],
    [{ pins: [] }, 'Wrong body: pinned: Invalid input'],
  ])('refuses %j', async (wrong, message) => {
    expect(await choose('dot', wrong)).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining(message) } },
    });
  });

  describe('and what became of their cards', () => {
    const remember = (caller: Caller, entry: object = {}) =>
      backend.ask(caller, 'POST', '/card-history', {
        kind: 'removed',
        dashboard: 'd1',
        card,
        ...entry,
      });
    const historyOf = async (caller: Caller, limit?: number) =>
      (
        await backend.ask(
          caller,
          'GET',
          `/card-history${limit ? `?limit=${limit}` : ''}`,
        )
      ).body.items;

    it('is remembered and forgotten for each of them alone', async () => {
      const first = await remember('dot');
      expect(first).toEqual({
        status: 201,
        body: {
          id: expect.any(String),
          at: expect.any(Number),
          kind: 'removed',
          dashboard: 'd1',
          card,
        },
      });
      const second = await remember('dot', { kind: 'viewed' });
      const ofCem = await remember('cem', { kind: 'replaced' });
      expect(await historyOf('dot')).toEqual([second.body, first.body]);
      expect(await historyOf('dot', 1)).toEqual([second.body]);

      const forget = (caller: Caller, id: string) =>
        backend.ask(caller, 'DELETE', `/card-history/${id}`);
      expect((await forget('dot', ofCem.body.id)).status).toBe(204);
      expect((await forget('dot', first.body.id)).status).toBe(204);
      expect((await forget('dot', first.body.id)).status).toBe(204);
      expect(await historyOf('dot')).toEqual([second.body]);
      expect(await historyOf('cem')).toEqual([ofCem.body]);
    });

    it('is kept for the last two hundred', async () => {
      await remember('cem');
      for (let i = 0; i <= MOST_CARD_HISTORY; i += 1) {
        await remember('dot', { dashboard: `d${i}` });
      }
      const kept = await historyOf('dot', MOST_CARD_HISTORY);
      expect(kept.map((entry: any) => entry.dashboard)).toEqual(
        Array.from(
          { length: MOST_CARD_HISTORY },
          (_, i) => `d${MOST_CARD_HISTORY - i}`,
        ),
      );
      expect(await historyOf('dot')).toHaveLength(50);
      expect(await historyOf('cem')).toHaveLength(1);
    });

    it.each<[string, object | undefined, string]>([
      ['?limit=0', undefined, 'Wrong query: limit'],
      ['?limit=201', undefined, 'Wrong query: limit'],
      ['', { kind: 'burnt', dashboard: 'd1', card }, 'Wrong body: kind'],
      [
        '',
        {
          kind: 'viewed',
          dashboard: 'd1',
          card: { ...card, config: { text: 'x'.repeat(16_000) } },
        },
        'Wrong body: card.config: must not have more than 16000 characters',
      ],
    ])('refuses %s %j', async (query, body, message) => {
      expect(
        await backend.ask(
          'dot',
          body ? 'POST' : 'GET',
          `/card-history${query}`,
          body,
        ),
      ).toMatchObject({
        status: 400,
        body: { error: { message: expect.stringContaining(message) } },
      });
    });
  });

  it.each([
    ['GET', '/dashboard-preferences', undefined],
    ['PUT', '/dashboard-preferences', { pinned: [] }],
    ['GET', '/card-history', undefined],
    ['POST', '/card-history', { kind: 'viewed', dashboard: 'd1', card }],
    ['DELETE', '/card-history/1', undefined],
  ])('is of people with a role alone: %s %s', async (method, path, body) => {
    const answers = await Promise.all(
      (['dot', 'eve', 'service', 'nobody'] as const).map(caller =>
        backend.ask(caller, method, path, body),
      ),
    );
    const [allowed, ...refused] = answers.map(({ status }) => status);
    expect([200, 201, 204]).toContain(allowed);
    expect(refused).toEqual([403, 403, 401]);
  });
});
