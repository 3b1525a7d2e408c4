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

import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { AuditIntent } from './AuditIntent';
import { openAudit, OpenAudit } from './__testUtils__/openAudit';
import { AuditStore } from './AuditStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const intent: AuditIntent = {
  action: 'workload.scale',
  actor: 'user:default/ada',
  channel: 'rest',
  target: {
    cluster: 'east',
    namespace: 'shop',
    kind: 'Deployment',
    name: 'web',
    uid: 'uid-web',
  },
  input: { cluster: 'east', replicas: 5 },
  reason: 'More load',
  idempotencyKey: 'key-1',
  requestHash: 'hash-1',
};

describe.each(databases.eachSupportedId())('AuditStore on %s', databaseId => {
  let knex: Knex;
  let time = 0;
  let processes: OpenAudit[] = [];

  const start = async () => {
    const process = await openAudit({ knex, clock: () => time });
    processes.push(process);
    return process;
  };
  const createStore = async () => (await start()).audit;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    time = 1_800_000_000_000;
    processes = [];
  });

  afterEach(async () => {
    await Promise.all(processes.map(process => process.stop()));
    await knex.destroy();
  });

  async function begun(store: AuditStore, change: Partial<AuditIntent> = {}) {
    const claim = await store.begin({ ...intent, ...change });
    expect(claim).toEqual({ status: 'begun', id: expect.any(String) });
    return claim.id;
  }

  it('keeps the intent before and the outcome after', async () => {
    const store = await createStore();
    const id = await begun(store);
    const pending = {
      id,
      action: 'workload.scale',
      actor: 'user:default/ada',
      channel: 'rest',
      target: intent.target,
      input: intent.input,
      reason: 'More load',
      outcome: 'pending',
      requestedAt: 1_800_000_000_000,
    };
    await expect(store.list({ limit: 10 })).resolves.toEqual({
      items: [pending],
    });

    time += 250;
    await expect(
      store.complete(id, {
        outcome: 'succeeded',
        message: 'Scaled',
        result: { before: 3, after: 5 },
        before: { replicas: 3 },
        after: { replicas: 5 },
      }),
    ).resolves.toBe(true);
    await expect(store.list({ limit: 10 })).resolves.toEqual({
      items: [
        {
          ...pending,
          outcome: 'succeeded',
          message: 'Scaled',
          before: { replicas: 3 },
          after: { replicas: 5 },
          completedAt: 1_800_000_000_250,
        },
      ],
    });
  });

  it('answers the same request under the same key with its outcome, and refuses another one', async () => {
    const store = await createStore();
    const id = await begun(store);
    await expect(store.begin(intent)).rejects.toMatchObject({
      name: 'ConflictError',
      message: 'The same request is still under way',
    });
    const completion = {
      outcome: 'failed' as const,
      message: 'It has changed',
      conflict: true,
    };
    await store.complete(id, completion);

    await expect(store.begin(intent)).resolves.toEqual({
      status: 'known',
      id,
      completion,
    });
    await expect(
      store.begin({ ...intent, requestHash: 'hash-2' }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    await begun(store, { actor: 'user:default/bo' });
    await begun(store, { idempotencyKey: 'key-2' });
  });

  it('lets one of two simultaneous claims of a key through', async () => {
    const store = await createStore();
    const claims = await Promise.allSettled([
      store.begin(intent),
      store.begin(intent),
    ]);
    expect(claims.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  it('refuses to begin when the process cannot say that it lives', async () => {
    const { audit, leases } = await start();
    await leases.stop();
    await expect(audit.begin(intent)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    await expect(audit.list({ limit: 1 })).resolves.toEqual({ items: [] });
  });

  it('pages newest first and filters', async () => {
    const store = await createStore();
    for (const key of ['1', '2', '3']) {
      await begun(store, { idempotencyKey: key, input: { key } });
    }
    await store.deny(
      {
        ...intent,
        actor: 'user:default/eve',
        target: { cluster: 'west', kind: 'Node', name: 'n1' },
        input: { key: '4' },
      },
      'No',
    );

    const keys = async (options: Parameters<AuditStore['list']>[0]) => {
      const page = await store.list(options);
      return {
        keys: page.items.map(({ input }) => input.key),
        next: page.nextCursor,
      };
    };
    const first = await keys({ limit: 3 });
    expect(first).toEqual({ keys: ['4', '3', '2'], next: expect.any(String) });
    await expect(keys({ limit: 3, cursor: first.next })).resolves.toEqual({
      keys: ['1'],
      next: undefined,
    });
    await expect(keys({ limit: 9, cluster: 'west' })).resolves.toMatchObject({
      keys: ['4'],
    });
    await expect(
      keys({ limit: 9, actor: 'user:default/ada' }),
    ).resolves.toMatchObject({ keys: ['3', '2', '1'] });
    await expect(
      keys({ limit: 9, action: 'node.drain' }),
    ).resolves.toMatchObject({ keys: [] });
    await expect(keys({ limit: 9, cursor: '1; drop' })).rejects.toMatchObject({
      name: 'InputError',
    });
  });

  it('keeps hostile text as one inert record', async () => {
    const store = await createStore();
    const hostile =
      'ok"}\n{"outcome":"succeeded"}\r\u0000\u001b[31m \u202egnp \u2028 \ud800 \'; drop table audit_records; --';
    const id = await begun(store, {
      reason: hostile,
      target: { ...intent.target, cluster: hostile },
      input: { text: hostile },
    });
    await store.complete(id, { outcome: 'failed', message: hostile });

    await expect(
      store.list({ limit: 9, cluster: hostile }),
    ).resolves.toMatchObject({
      items: [
        {
          reason: hostile,
          message: hostile,
          input: { text: hostile },
          target: { cluster: hostile },
          outcome: 'failed',
        },
      ],
    });
    const [row] = await knex('audit_records').select(
      'reason',
      'message',
      'input',
      'cluster',
    );
    for (const stored of Object.values(row)) {
      // eslint-disable-next-line no-control-regex
      expect(stored).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
    }
  });

  it('refuses to begin without a database, and writes a kept outcome once it is back', async () => {
    const store = await createStore();
    const id = await begun(store);
    await knex.schema.renameTable('audit_records', 'elsewhere');

    await expect(
      store.begin({ ...intent, idempotencyKey: 'key-2' }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message:
        'Nothing was changed, because the audit log cannot be written. Try again later.',
    });
    await expect(
      store.complete(id, { outcome: 'succeeded', message: 'Scaled' }),
    ).resolves.toBe(false);

    await knex.schema.renameTable('elsewhere', 'audit_records');
    await begun(store, { idempotencyKey: 'key-3' });
    const { items } = await store.list({ limit: 9 });
    expect(items.map(({ outcome }) => outcome)).toEqual([
      'pending',
      'succeeded',
    ]);
  });
});
