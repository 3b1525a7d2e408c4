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

import { HttpResponse } from 'msw';
import { FleetTestServer } from '../../__testUtils__/FleetTestServer';
import { DefaultDashboardsApi } from './DefaultDashboardsApi';

const card = {
  id: 'c1',
  card: 'fleet-card:fleet/pod-issues',
  placement: { x: 0, y: 0, width: 6, height: 3 },
};

describe('DefaultDashboardsApi', () => {
  let server: FleetTestServer;
  let api: DefaultDashboardsApi;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    api = new DefaultDashboardsApi({ fetchApi: server.fetchApi });
  });

  afterEach(() => {
    server.stop();
    jest.useRealTimers();
  });

  it('makes, lists, opens, changes and removes dashboards', async () => {
    const made = await api.create({
      title: 'Operations',
      content: { cards: [card], stats: [{ block: 'pods' }] },
    });
    expect(made).toMatchObject({
      slug: 'operations',
      owner: 'user:default/anne',
      visibility: 'owner',
      cards: 1,
      revision: 1,
      mayEdit: true,
      content: {
        cards: [{ ...card, config: {}, collapsed: false }],
        stats: [{ block: 'pods', display: 'number' }],
      },
    });
    const { content, ...summary } = made;
    expect(await api.list()).toEqual([summary]);
    expect(await api.get(made.id)).toEqual(made);
    expect(await api.get('operations')).toEqual(made);

    const changed = await api.change(made.id, { revision: 1, title: 'Ours' });
    expect(changed).toMatchObject({ title: 'Ours', revision: 2, content });
    await api.remove(made.id);
    expect(await api.list()).toEqual([]);
  });

  it('keeps what the viewer chose', async () => {
    const { id } = server.dashboards.add({ owner: 'user:default/ben' });
    expect(await api.preferences()).toEqual({ pinned: [] });
    const chosen = { pinned: [id], defaultDashboard: id };
    expect(await api.savePreferences(chosen)).toEqual(chosen);
    expect(await api.preferences()).toEqual(chosen);
    expect(await api.list()).toMatchObject([
      { mayEdit: false, pinned: 0, isDefault: true },
    ]);
  });

  it('remembers and forgets what became of cards', async () => {
    const first = await api.remember({ kind: 'viewed', dashboard: 'd1', card });
    const last = await api.remember({ kind: 'removed', dashboard: 'd1', card });
    expect(last).toMatchObject({ kind: 'removed', card: { collapsed: false } });
    expect(await api.history()).toEqual([last, first]);
    expect(await api.history({ limit: 1 })).toEqual([last]);
    await api.forget(last.id);
    expect(await api.history()).toEqual([first]);
  });

  it('says what the backend refuses, in its words', async () => {
    const mine = server.dashboards.add();
    const { id } = server.dashboards.add({ owner: 'user:default/ben' });
    server.dashboards.changeElsewhere(mine.id, { title: 'Theirs' });
    const refusal = (statusCode: number, message: string) => ({
      name: 'ResponseError',
      statusCode,
      cause: { message },
    });
    await expect(
      api.change(mine.id, { revision: 1, title: 'Mine' }),
    ).rejects.toMatchObject(
      refusal(
        409,
        'The dashboard was changed meanwhile: it is at revision 2, by user:default/ben',
      ),
    );
    await expect(api.remove(id)).rejects.toMatchObject(
      refusal(
        403,
        'Only user:default/ben and administrators of the fleet may change this dashboard',
      ),
    );
    await expect(api.get('no/where?')).rejects.toMatchObject(
      refusal(404, 'There is no such dashboard'),
    );
  });

  it('refuses an answer that is none', async () => {
    server.answer('get', '/dashboards', () =>
      HttpResponse.json({ items: [{ id: 1 }] }),
    );
    await expect(api.list()).rejects.toThrow('Invalid input');
  });

  it('gives up when it is told to, or gets no answer in time', async () => {
    server.answer('get', '/dashboards', () => new Promise(() => {}));
    const controller = new AbortController();
    const left = api.list({ signal: controller.signal });
    controller.abort(new Error('Left the page'));
    await expect(left).rejects.toThrow('Left the page');
    await expect(api.list({ signal: controller.signal })).rejects.toThrow(
      'Left the page',
    );

    jest.useFakeTimers();
    await Promise.all([
      expect(api.list()).rejects.toThrow(
        'The fleet backend did not answer within 15 seconds',
      ),
      jest.advanceTimersByTimeAsync(15_000),
    ]);
  });
});
