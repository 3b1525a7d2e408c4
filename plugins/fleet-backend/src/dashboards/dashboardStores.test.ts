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

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  cardHistoryInputSchema,
  dashboardContentSchema,
  MOST_CARD_HISTORY,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Knex } from 'knex';
import { openFleetDatabase } from '../database/openFleetDatabase';
import { CardHistoryStore } from './CardHistoryStore';
import { DashboardPreferenceStore } from './DashboardPreferenceStore';
import { DashboardStore } from './DashboardStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const ben = 'user:default/ben';
const cem = 'user:default/cem';
const shop = 'group:default/shop';
const text = 'Größe “X” \u2028 🚀';

const card = {
  id: 'c1',
  card: 'fleet-card:fleet/pod-issues',
  config: { text: `${text} \0` },
  placement: { x: 0, y: 0, width: 6, height: 3 },
};
const content = dashboardContentSchema.parse({ cards: [card], stats: [] });
const entry = cardHistoryInputSchema.parse({
  kind: 'removed',
  dashboard: 'd\0',
  card,
});

describe.each(databases.eachSupportedId())(
  'what is stored of dashboards on %s',
  databaseId => {
    let knex: Knex;
    let now: number;
    let dashboards: DashboardStore;
    let preferences: DashboardPreferenceStore;
    let history: CardHistoryStore;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await openFleetDatabase(mockServices.database({ knex }));
      now = 1_796_000_000_000;
      const clock = () => now;
      dashboards = new DashboardStore({ database: knex, clock });
      preferences = new DashboardPreferenceStore({ database: knex });
      history = new CardHistoryStore({ database: knex, clock });
    });

    afterEach(() => knex.destroy());

    const add = (rest: object = {}, slug?: string) =>
      dashboards.add(
        { title: 'Ops', owner: ben, visibility: 'owner', content, ...rest },
        slug,
        ben,
      );
    const empty = { cards: [], stats: [] };

    it('comes back as it was written', async () => {
      const template = { id: 'fleet-dashboard:fleet/operations', version: 3 };
      const added = await add({ title: text, description: text, template });
      expect(added).toEqual({
        id: expect.any(String),
        slug: 'grosse-x',
        title: text,
        description: text,
        owner: ben,
        visibility: 'owner',
        template,
        cards: 1,
        revision: 1,
        createdAt: now,
        updatedAt: now,
        updatedBy: ben,
        content,
      });
      await expect(dashboards.find(added.id)).resolves.toEqual(added);
      await expect(dashboards.find('grosse-x')).resolves.toEqual(added);

      now += 1000;
      const changed = await dashboards.change(
        added,
        {
          description: undefined,
          template: undefined,
          content: empty,
          title: undefined,
        },
        cem,
      );
      const { description, template: _, ...rest } = added;
      expect(changed).toEqual({
        ...rest,
        cards: 0,
        content: empty,
        revision: 2,
        updatedAt: now,
        updatedBy: cem,
      });
      await expect(dashboards.find(added.id)).resolves.toEqual(changed);
    });

    it('is listed for owners, with what everyone sees', async () => {
      await add({ title: 'Private' });
      await add({ title: 'Team', owner: shop });
      await add({ title: 'Shown', owner: cem, visibility: 'everyone' });
      const titles = async (...owners: string[]) =>
        (await dashboards.listFor(owners)).map(({ title }) => title).sort();
      await expect(titles()).resolves.toEqual(['Shown']);
      await expect(titles(ben)).resolves.toEqual(['Private', 'Shown']);
      await expect(titles(ben, shop, cem)).resolves.toHaveLength(3);
      await expect(dashboards.count(ben)).resolves.toBe(1);
      await expect(dashboards.count('user:default/zoe')).resolves.toBe(0);
      const [first] = await dashboards.listFor([]);
      expect(first).not.toHaveProperty('content');
      await expect(
        dashboards.findMany([first.id, 'no\0ne', first.slug]),
      ).resolves.toEqual([first]);
    });

    it('gives each of many that are made at once an address of its own', async () => {
      const made = await Promise.all(Array.from({ length: 8 }, () => add()));
      expect(made.map(({ slug }) => slug).sort()).toEqual([
        'ops',
        ...[2, 3, 4, 5, 6, 7, 8].map(number => `ops-${number}`),
      ]);
      const asked = await Promise.allSettled(
        Array.from({ length: 4 }, () => add({}, 'mine')),
      );
      expect(asked.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'rejected',
      ]);
      await expect(add({}, 'ops')).rejects.toThrow(
        "The address 'ops' is taken",
      );
      await expect(
        dashboards.change(made[1], { slug: made[2].slug }, ben),
      ).rejects.toThrow(`The address '${made[2].slug}' is taken`);
      // An id goes before an address that looks like it.
      await add({ title: 'Other' }, made[0].id);
      await expect(dashboards.find(made[0].id)).resolves.toEqual(made[0]);
    });

    it('is changed once from each revision, and not at all when it is gone', async () => {
      const added = await add();
      const changes = await Promise.all(
        ['a', 'b', 'c'].map(title => dashboards.change(added, { title }, cem)),
      );
      const done = changes.filter(change => change !== undefined);
      expect(done).toHaveLength(1);
      await expect(dashboards.find(added.id)).resolves.toEqual(done[0]);
      await dashboards.remove(added);
      await expect(
        dashboards.change(done[0], { title: 'd' }, cem),
      ).resolves.toBeUndefined();
    });

    it('is removed together with what people chose of it', async () => {
      const [gone, kept] = [await add(), await add()];
      const both = { pinned: [gone.id, kept.id], defaultDashboard: gone.id };
      await preferences.save(ben, both);
      await preferences.save(cem, { ...both, defaultDashboard: kept.id });
      await expect(dashboards.remove({ ...gone, owner: cem })).resolves.toBe(
        false,
      );
      await expect(preferences.get(ben)).resolves.toEqual(both);

      await expect(dashboards.remove(gone)).resolves.toBe(true);
      await expect(dashboards.remove(gone)).resolves.toBe(false);
      await expect(dashboards.find(gone.id)).resolves.toBeUndefined();
      await expect(preferences.get(ben)).resolves.toEqual({
        pinned: [kept.id],
      });
      await expect(preferences.get(cem)).resolves.toEqual({
        pinned: [kept.id],
        defaultDashboard: kept.id,
      });
      await expect(knex('dashboard_pins')).resolves.toHaveLength(2);
    });

    it('is what one person chose last, however many tabs save it at once', async () => {
      const choices = ['a', 'b', 'c', 'd', 'e'].map(id => ({
        pinned: [id, 'z', 'y'],
        defaultDashboard: id,
      }));
      await Promise.all(choices.map(choice => preferences.save(ben, choice)));
      expect(choices).toContainEqual(await preferences.get(ben));
      await preferences.save(ben, { pinned: [] });
      await expect(preferences.get(ben)).resolves.toEqual({ pinned: [] });
    });

    it('is the history of each person, as much as is kept of it', async () => {
      const ofCem = await history.add(cem, entry);
      for (let i = 0; i < MOST_CARD_HISTORY; i += 1) {
        now += 1;
        await history.add(ben, { ...entry, dashboard: `d${i}` });
      }
      await Promise.all([
        history.add(ben, { ...entry, kind: 'viewed' }),
        history.add(ben, { ...entry, kind: 'viewed' }),
      ]);
      const kept = await history.list(ben, 1000);
      expect(kept).toHaveLength(MOST_CARD_HISTORY);
      expect(kept[0]).toEqual({
        ...entry,
        kind: 'viewed',
        id: expect.any(String),
        at: now,
      });
      expect(kept.at(-1)).toMatchObject({ dashboard: 'd2' });
      await history.remove(ben, ofCem.id);
      await expect(history.list(cem, 5)).resolves.toEqual([ofCem]);
      await history.remove(cem, ofCem.id);
      await expect(history.list(cem, 5)).resolves.toEqual([]);
    });
  },
);
