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
import { StoredClusterInput } from '@quarterdeck/backstage-plugin-fleet-common';
import { Knex } from 'knex';
import path from 'node:path';
import { ManualClock } from '../../inventory/__testUtils__/ManualClock';
import { ClusterDefinition } from '../ClusterDefinition';
import { AddressPolicy } from './AddressPolicy';
import { CredentialCipher } from './CredentialCipher';
import { StoredClusterSource } from './StoredClusterSource';
import { StoredClusterStore } from './StoredClusterStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const directory = path.resolve(__dirname, '../../../migrations');

const OLD = 'o'.repeat(43);
const NEW = 'n'.repeat(43);
const NOW = 1_800_000_000_000;

const input: StoredClusterInput = {
  name: 'east',
  labels: { environment: 'test' },
  connection: {
    server: 'https://east.example.test:6443',
    namespaces: ['shop'],
  },
  credential: { type: 'token', token: 'canary-of-east' },
};
const credentialOfEast = input.credential;

describe.each(databases.eachSupportedId())(
  'StoredClusterStore on %s',
  databaseId => {
    let knex: Knex;
    let time = NOW;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await knex.migrate.latest({ directory });
      time = NOW;
    });

    afterEach(() => knex.destroy());

    const storeWith = (...keys: string[]) =>
      StoredClusterStore.create({
        database: mockServices.database({ knex }),
        cipher: CredentialCipher.fromConfig(
          mockServices.rootConfig({
            data: { fleet: { encryption: { keys } } },
          }),
        ),
        clock: () => time,
      });

    const rows = () => knex('stored_clusters').orderBy('name');

    it('keeps clusters, and their credentials encrypted', async () => {
      const store = await storeWith(NEW);
      const cluster = {
        name: 'east',
        title: 'east',
        labels: { environment: 'test' },
        connection: input.connection,
        auth: 'token',
        createdBy: 'user:default/ada',
        createdAt: NOW,
        changedAt: NOW,
      };
      expect(await store.add(input, 'user:default/ada')).toEqual(cluster);
      expect(await store.list()).toEqual([cluster]);
      expect(await store.usable()).toEqual([
        { cluster, credential: credentialOfEast },
      ]);
      expect(JSON.stringify(await rows())).not.toContain('canary');

      time += 1_000;
      const connection = {
        server: 'https://EAST.example.test:6443/',
        namespaces: ['shop', 'till'],
      };
      const after = {
        ...cluster,
        title: 'East',
        labels: {},
        connection,
        changedAt: NOW + 1_000,
      };
      expect(await store.change('east', { title: 'East', connection })).toEqual(
        { before: cluster, after },
      );
      // It is the same server, only written otherwise.
      expect(await store.get('east')).toEqual({
        cluster: after,
        credential: credentialOfEast,
      });
      expect(await store.remove('east')).toEqual(after);
      expect(await rows()).toEqual([]);
    });

    it('never encrypts the same twice alike', async () => {
      const store = await storeWith(NEW);
      await store.add(input, 'user:default/ada');
      const [first] = await rows();
      await store.remove('east');
      await store.add(input, 'user:default/ada');
      const [second] = await rows();
      expect(second.credential).not.toBe(first.credential);
      expect(second.key_id).toBe(first.key_id);
    });

    it('has one cluster of a name, and tells what is not there', async () => {
      const store = await storeWith(NEW);
      const added = await Promise.allSettled([
        store.add(input, 'user:default/ada'),
        store.add(input, 'user:default/bo'),
      ]);
      expect(added.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      await expect(store.add(input, 'user:default/ada')).rejects.toMatchObject({
        name: 'ConflictError',
      });
      const missing = { name: 'NotFoundError' };
      await expect(store.get('west')).rejects.toMatchObject(missing);
      await expect(store.remove('west')).rejects.toMatchObject(missing);
      await expect(
        store.change('west', { connection: input.connection }),
      ).rejects.toMatchObject(missing);
    });

    it.each([
      { server: 'https://west.example.test:6443' },
      { server: 'https://east.example.test' },
      { server: 'https://east.example.test:6443/other' },
      { certificateAuthority: 'another' },
      { tlsServerName: 'another' },
      { proxyUrl: 'http://proxy.example.test' },
    ])('sends a stored credential nowhere else: %j', async change => {
      const store = await storeWith(NEW);
      await store.add(input, 'user:default/ada');
      const connection = { ...input.connection, ...change };
      await expect(store.change('east', { connection })).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('enter the credential again'),
      });
      const credential = { type: 'token' as const, token: 'another' };
      await store.change('east', { connection, credential });
      expect(await store.get('east')).toMatchObject({ credential });
    });

    it('decrypts with every key and encrypts with the first', async () => {
      const before = await storeWith(OLD);
      await before.add(input, 'user:default/ada');
      const both = await storeWith(NEW, OLD);
      expect(await both.get('east')).toMatchObject({
        credential: credentialOfEast,
      });
      const [{ key_id: oldKey }] = await rows();
      expect(await both.renew()).toBe(1);
      expect(await both.renew()).toBe(0);
      expect((await rows())[0].key_id).not.toBe(oldKey);
      const after = await storeWith(NEW);
      expect(await after.get('east')).toMatchObject({
        credential: credentialOfEast,
      });
      expect(await before.get('east')).toEqual({
        cluster: expect.anything(),
        locked: 'key',
      });
      expect(await (await storeWith()).get('east')).toMatchObject({
        locked: 'key',
      });
      // What cannot be decrypted is not lost by renewing.
      expect(await before.renew()).toBe(0);
      expect(await after.get('east')).toMatchObject({
        credential: credentialOfEast,
      });
    });

    it.each<[string, (row: any, other: any) => object]>([
      ['the credential', row => ({ credential: flipped(row.credential) })],
      [
        "another's credential",
        (_, other) => ({ credential: other.credential }),
      ],
      [
        'the server',
        row => ({
          connection: row.connection.replace('east.example', 'evil.example'),
        }),
      ],
      [
        'the authority',
        row => ({
          connection: JSON.stringify({
            ...JSON.parse(row.connection),
            certificateAuthority: 'evil',
          }),
        }),
      ],
      ['nonsense', () => ({ credential: 'v1:' })],
      ['another version', row => ({ credential: `v0${row.credential}` })],
    ])(
      'gives out nothing when the database was changed: %s',
      async (_, change) => {
        const store = await storeWith(NEW);
        await store.add(input, 'user:default/ada');
        await store.add({ ...input, name: 'west' }, 'user:default/ada');
        const [east, west] = await rows();
        await knex('stored_clusters')
          .where({ name: 'east' })
          .update(change(east, west));
        const [changed, untouched] = await store.usable();
        expect(changed).toEqual({ cluster: expect.anything(), locked: 'row' });
        expect(untouched).toMatchObject({ credential: credentialOfEast });
      },
    );

    it('tells a source in another process of changes within 30 seconds', async () => {
      const store = await storeWith(NEW);
      const clock = new ManualClock();
      const reports: Array<readonly ClusterDefinition[]> = [];
      const source = new StoredClusterSource({
        store: await storeWith(NEW),
        addresses: new AddressPolicy({ allowPrivateNetworks: true }),
        clock,
        logger: mockServices.logger.mock(),
      });
      let told = () => {};
      source.start(definitions => {
        reports.push(definitions);
        told();
      });
      await source.refresh();
      expect(reports).toEqual([[]]);

      await store.add(input, 'user:default/ada');
      const next = new Promise<void>(resolve => {
        told = resolve;
      });
      clock.step(30_000);
      await next;
      expect(reports).toHaveLength(2);
      expect(reports[1]).toMatchObject([
        { name: 'east', source: 'stored', namespaces: ['shop'] },
      ]);
      const [{ endpoint }] = reports[1];
      expect(await endpoint!.credentials.read()).toMatchObject({
        token: 'canary-of-east',
      });
      expect(JSON.stringify(endpoint!.fingerprint)).not.toContain('canary');

      // Nothing changed, so nothing is told.
      await source.refresh();
      expect(reports).toHaveLength(2);

      await store.change('east', {
        title: 'East',
        connection: input.connection,
      });
      await source.refresh();
      expect(reports).toHaveLength(3);
      expect(reports[2][0].endpoint!.fingerprint).toBe(endpoint!.fingerprint);

      await source.stop();
      await store.remove('east');
      await source.refresh();
      expect(reports).toHaveLength(3);
    });

    it('shows a cluster that may not be reached any longer as unusable', async () => {
      const store = await storeWith(NEW);
      const server = 'https://10.1.2.3:6443';
      await store.add({ ...input, connection: { server } }, 'user:default/ada');
      let reported: readonly ClusterDefinition[] = [];
      const source = new StoredClusterSource({
        store,
        addresses: new AddressPolicy({ allowPrivateNetworks: false }),
        clock: new ManualClock(),
        logger: mockServices.logger.mock(),
      });
      source.start(definitions => {
        reported = definitions;
      });
      await source.refresh();
      await source.stop();
      expect(reported).toMatchObject([
        {
          problem: {
            message: expect.stringContaining('10.1.2.3 is a private'),
          },
        },
      ]);
      expect(reported[0].endpoint).toBeUndefined();
    });
  },
);

/** The same with one bit in the middle changed. */
function flipped(credential: string): string {
  const [version, encoded] = credential.split(':');
  const bytes = Buffer.from(encoded, 'base64');
  // eslint-disable-next-line no-bitwise
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  return `${version}:${bytes.toString('base64')}`;
}
