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
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { fleetPlugin } from './plugin';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'the fleet plugin with a database on %s',
  databaseId => {
    it('does not start with one that a newer release has changed', async () => {
      const knex = await databases.init(databaseId);
      const start = () =>
        startTestBackend({
          features: [fleetPlugin, mockServices.database.factory({ knex })],
        });
      const backend = await start();
      await backend.stop();
      await expect(
        knex('leases').whereNotNull('holder').pluck('name'),
      ).resolves.toEqual([]);

      await knex('knex_migrations').insert({
        name: '29990101000000_of_the_future.js',
        batch: 9,
      });
      await expect(start()).rejects.toThrow(
        /Plugin 'fleet' startup failed; caused by Error: The fleet plugin cannot use .* a newer release has changed it/,
      );
      await knex.destroy();
    });
  },
);
