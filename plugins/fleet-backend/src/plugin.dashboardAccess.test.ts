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

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  fleetDashboardDeletePermission,
  fleetDashboardReadPermission,
  fleetDashboardUpdatePermission,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  createDashboardConditionalDecision,
  dashboardConditions,
} from '@quarterdeck/backstage-plugin-fleet-node';
import {
  Caller,
  DashboardBackend,
} from './dashboards/__testUtils__/DashboardBackend';

jest.setTimeout(60_000);

const ben = 'user:default/ben';
const shop = 'group:default/shop';
const error = (message: string) => ({ error: { message } });

describe('dashboards of several owners', () => {
  let backend: DashboardBackend;

  beforeEach(async () => {
    backend = new DashboardBackend();
    await backend.start();
  });

  afterEach(() => backend.stop());

  const ask: DashboardBackend['ask'] = (...args) => backend.ask(...args);
  const create = (caller: Caller, input?: object) =>
    backend.create(caller, input);
  const statuses = async (
    callers: readonly Caller[],
    method: string,
    path: string,
    body?: object,
  ) => {
    const answers: Record<string, number> = {};
    for (const caller of callers) {
      answers[caller] = (await ask(caller, method, path, body)).status;
    }
    return answers;
  };
  const listed = async (caller: Caller): Promise<[string, boolean][]> =>
    (await ask(caller, 'GET', '/dashboards')).body.items.map((item: any) => [
      item.title,
      item.mayEdit,
    ]);

  describe('as they are', () => {
    const all = ['ada', 'ben', 'cem', 'dot', 'eve', 'nobody'] as const;
    const made: Record<string, any> = {};

    beforeEach(async () => {
      const everyone = { visibility: 'everyone' };
      made.private = await create('ben', { title: 'Private' });
      made.team = await create('ben', { title: 'Team', owner: shop });
      made.shown = await create('ben', { title: 'Shown', ...everyone });
      made.teamShown = await create('cem', {
        title: 'Team shown',
        owner: shop,
        ...everyone,
      });
    });

    it('are seen by their owners alone, unless they are shown to everyone with a role', async () => {
      const seen = async (caller: Caller) =>
        (await listed(caller)).map(([title]) => title);
      expect(await seen('ben')).toEqual([
        'Private',
        'Shown',
        'Team',
        'Team shown',
      ]);
      expect(await seen('cem')).toEqual(['Shown', 'Team', 'Team shown']);
      expect(await seen('dot')).toEqual(['Shown', 'Team shown']);
      expect(await seen('ada')).toEqual(['Shown', 'Team shown']);
      expect(await seen('service')).toEqual(['Shown', 'Team shown']);

      const none = { eve: 403, nobody: 401 };
      expect(await statuses(all, 'GET', '/dashboards')).toMatchObject(none);
      for (const name of ['id', 'slug']) {
        const get = (which: string) =>
          statuses(all, 'GET', `/dashboards/${made[which][name]}`);
        expect(await get('private')).toEqual({
          ...{ ada: 404, ben: 200, cem: 404, dot: 404 },
          ...none,
        });
        expect(await get('team')).toEqual({
          ...{ ada: 404, ben: 200, cem: 200, dot: 404 },
          ...none,
        });
        expect(await get('shown')).toEqual({
          ...{ ada: 200, ben: 200, cem: 200, dot: 200 },
          ...none,
        });
      }
    });

    it('are changed and deleted by their owners and administrators, who see them', async () => {
      const tried = async (method: 'PUT' | 'DELETE', which: string) =>
        statuses(
          ['eve', 'dot', 'service', 'ada', 'cem', 'ben'],
          method,
          `/dashboards/${made[which].id}`,
          // Of a revision that it never had: who may change it gets a conflict.
          method === 'PUT' ? { revision: 99, title: 'Taken over' } : undefined,
        );
      expect(await tried('PUT', 'private')).toEqual({
        ...{ eve: 403, dot: 404, service: 404, ada: 404, cem: 404, ben: 409 },
      });
      expect(await tried('PUT', 'team')).toEqual({
        ...{ eve: 403, dot: 404, service: 404, ada: 404, cem: 409, ben: 409 },
      });
      expect(await tried('PUT', 'shown')).toEqual({
        ...{ eve: 403, dot: 403, service: 409, ada: 409, cem: 403, ben: 409 },
      });
      expect(await tried('DELETE', 'private')).toEqual({
        ...{ eve: 403, dot: 404, service: 404, ada: 404, cem: 404, ben: 204 },
      });
      const shown = `/dashboards/${made.shown.id}`;
      expect((await ask('dot', 'DELETE', shown)).body).toMatchObject(
        error(
          'Only user:default/ben and administrators of the fleet may change this dashboard',
        ),
      );
      expect((await ask('ada', 'DELETE', shown)).status).toBe(204);
      expect((await ask('ben', 'GET', shown)).status).toBe(404);

      expect(await listed('cem')).toEqual([
        ['Team', true],
        ['Team shown', true],
      ]);
      expect(await listed('ada')).toEqual([['Team shown', true]]);
      expect(await listed('dot')).toEqual([['Team shown', false]]);
    });

    it('are not told apart from those that never were by who does not see them', async () => {
      const answers = await Promise.all([
        ask('dot', 'GET', `/dashboards/${made.private.id}`),
        ask('dot', 'GET', '/dashboards/private'),
        ask('dot', 'GET', '/dashboards/never-was'),
        ask('dot', 'GET', '/dashboards/No%00name'),
        ask('dot', 'PUT', '/dashboards/private', { revision: 1 }),
        ask('dot', 'DELETE', '/dashboards/private'),
        ask('dot', 'DELETE', '/dashboards/never-was'),
      ]);
      const told = answers.map(
        ({ status, body }) => `${status} ${body.error.message}`,
      );
      expect([...new Set(told)]).toEqual(['404 There is no such dashboard']);
    });

    it('answer the permission framework for themselves', async () => {
      const allowed = async (conditions: object) => {
        const refs = [made.private.id, made.team.id, made.shown.id, 'no\0ne'];
        const { body } = await ask(
          'service',
          'POST',
          '/.well-known/backstage/permissions/apply-conditions',
          {
            items: [
              {
                id: '1',
                resourceRef: refs,
                resourceType: 'fleet-dashboard',
                conditions,
              },
            ],
          },
        );
        return body.items[0].result;
      };
      expect(
        await allowed(dashboardConditions.ownedBy({ owners: [ben] })),
      ).toEqual(['ALLOW', 'DENY', 'ALLOW', 'DENY']);
      expect(await allowed(dashboardConditions.visibleToEveryone())).toEqual([
        'DENY',
        'DENY',
        'ALLOW',
        'DENY',
      ]);
    });

    it('are limited by a policy besides', async () => {
      backend.decide = permission => {
        switch (permission.name) {
          case fleetDashboardReadPermission.name:
            return createDashboardConditionalDecision(
              fleetDashboardReadPermission,
              dashboardConditions.ownedBy({ owners: [shop] }),
            );
          case fleetDashboardUpdatePermission.name:
          case fleetDashboardDeletePermission.name:
            return { result: AuthorizeResult.DENY };
          default:
            return undefined;
        }
      };
      expect(await listed('ben')).toEqual([
        ['Team', false],
        ['Team shown', false],
      ]);
      const refused = await Promise.all([
        ask('ben', 'PUT', '/dashboards/team', { revision: 1 }),
        ask('ben', 'DELETE', '/dashboards/team'),
        ask('ben', 'GET', '/dashboards/private'),
      ]);
      const needs = (message: string) => ({
        status: 403,
        body: error(message),
      });
      expect(refused).toMatchObject([
        needs(
          'Changing a dashboard needs the permission fleet.dashboard.update',
        ),
        needs(
          'Deleting a dashboard needs the permission fleet.dashboard.delete',
        ),
        { status: 404 },
      ]);
    });
  });

  it('are given to the caller, to groups of the caller, and by administrators to anybody', async () => {
    const give = (caller: Caller, owner?: string) =>
      ask(caller, 'POST', '/dashboards', {
        title: 'Given',
        owner,
        visibility: 'everyone',
        content: { cards: [], stats: [] },
      });
    const owned = (owner: string) => ({ status: 201, body: { owner } });
    expect(await give('ben')).toMatchObject(owned(ben));
    expect(await give('ben', 'Group:Default/SHOP')).toMatchObject(owned(shop));
    const foreign = {
      status: 403,
      body: error(
        "The owner must be you or one of your groups; 'group:default/platform' is neither",
      ),
    };
    expect(await give('ben', 'group:default/platform')).toMatchObject(foreign);
    expect((await give('ben', 'user:default/cem')).status).toBe(403);
    expect(await give('ada', 'user:default/zoe')).toMatchObject(
      owned('user:default/zoe'),
    );
    expect(await give('service', shop)).toMatchObject(owned(shop));
    expect(await give('service')).toMatchObject({
      status: 400,
      body: error('Wrong body: owner: a service has to name one'),
    });
    for (const owner of ['ben', 'component:default/cart', 'user:a b/c', '\0']) {
      expect(await give('ada', owner)).toMatchObject({
        status: 400,
        body: error(
          'Wrong body: owner: must be a user or a group, such as group:default/platform',
        ),
      });
    }
    expect(await give('eve')).toMatchObject({
      status: 403,
      body: error('Dashboards need the permission fleet.dashboard.read'),
    });

    const { id } = await create('ben', { visibility: 'everyone' });
    const pass = (caller: Caller, revision: number, owner: string) =>
      ask(caller, 'PUT', `/dashboards/${id}`, { revision, owner });
    expect(await pass('ben', 1, 'group:default/platform')).toMatchObject(
      foreign,
    );
    expect(await pass('ben', 1, shop)).toMatchObject({ status: 200 });
    expect(await pass('ada', 2, 'user:default/dot')).toMatchObject({
      status: 200,
      body: { owner: 'user:default/dot', updatedBy: 'user:default/ada' },
    });
    expect((await pass('cem', 3, shop)).status).toBe(403);
    expect((await pass('dot', 3, 'user:default/dot')).status).toBe(200);
  });
});
