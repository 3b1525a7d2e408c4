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
/**
 * @jest-environment node
 */
import { QueryObserver } from '@tanstack/react-query';
import { IDBFactory } from 'fake-indexeddb';
import { z } from 'zod';
import { queryClientOf } from '../../hooks/queryClientOf';
import { TestTab, until } from '../__testUtils__/TestTab';
import { stored, untilStored, visit, whoami } from '../__testUtils__/WarmVisit';

const schema = z.array(z.object({ port: z.string() }));

describe('queries that are kept warm', () => {
  const tabs: TestTab[] = [];

  /** Looks at ports in a new tab, and writes down all that is shown. */
  function look(
    ask: () => Promise<unknown>,
    options: { schema?: z.ZodType; user?: string } = {},
  ) {
    const tab = visit({ user: options.user, now: Date.now() });
    tabs.push(tab);
    const client = queryClientOf(tab.client);
    const query = {
      queryKey: ['ports'],
      queryFn: ask,
      meta: { warm: options.schema ?? schema },
      staleTime: Infinity,
      retry: false,
    };
    const observer = new QueryObserver<any>(client, query);
    const seen: string[] = [];
    observer.subscribe(({ status, data }) => {
      const line = `${status} ${data?.map((it: any) => it.port) ?? ''}`;
      if (seen.at(-1) !== line) seen.push(line);
    });
    return { tab, client, observer, seen };
  }

  /** The same, with a backend that answers when told. */
  function lookAndWait() {
    let reject = (_: Error) => {};
    const looked = look(
      () =>
        new Promise((_, refused) => {
          reject = refused;
        }),
    );
    return {
      ...looked,
      refuse: (statusCode: number) =>
        reject(Object.assign(new Error('refused'), { statusCode })),
    };
  }

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    const { tab, observer } = look(async () => [{ port: 'Oslo' }]);
    await until(() => observer.getCurrentResult().isSuccess);
    tab.page.tell('hidden');
    await untilStored(kept => kept.length === 1);
    tab.close();
    tabs.length = 0;
  });

  afterEach(() => {
    tabs.splice(0).forEach(tab => {
      queryClientOf(tab.client).clear();
      tab.close();
    });
  });

  it('are shown until they are answered, and asked for however new they are', async () => {
    let answer = (_: unknown) => {};
    const { seen } = look(
      () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    );
    await until(() => seen.at(-1) === 'success Oslo');
    answer([{ port: 'Bergen' }]);
    await until(() => seen.at(-1) === 'success Bergen');
    expect(seen.filter(it => it.startsWith('success'))).toEqual([
      'success Oslo',
      'success Bergen',
    ]);
  });

  it('are there at once when they are asked after the start', async () => {
    const { tab, client, seen } = look(() => new Promise(() => {}));
    await until(() => seen.at(-1) === 'success Oslo');
    client.clear();
    const later = new QueryObserver<any>(client, {
      queryKey: ['ports'],
      queryFn: () => new Promise(() => {}),
      meta: { warm: schema },
    });
    expect(later.getCurrentResult().data).toEqual([{ port: 'Oslo' }]);
    expect(tab.server.requests).toHaveLength(1);
  });

  it.each([401, 403, 404])(
    'are taken away again when the answer is %s',
    async status => {
      const { seen, refuse } = lookAndWait();
      await until(() => seen.at(-1) === 'success Oslo');
      refuse(status);
      await until(() => seen.at(-1) === 'error ');
      expect(seen.slice(0, 2)).toEqual(['pending ', 'success Oslo']);
    },
  );

  it('stay while the backend cannot be reached', async () => {
    const { seen } = look(async () => {
      throw new TypeError('Failed to fetch');
    });
    await until(() => seen.at(-1) === 'error Oslo');
    expect((await stored()).length).toBe(1);
  });

  it('do not come back when they were refused', async () => {
    const { seen, refuse } = lookAndWait();
    await until(() => seen.at(-1) === 'success Oslo');
    refuse(403);
    await until(() => seen.at(-1) === 'error ');
    await untilStored(kept => kept.length === 0);
    expect(await stored()).toEqual([]);
  });

  it('are left alone when they are of an earlier release', async () => {
    const { tab, seen } = look(() => new Promise(() => {}), {
      schema: z.array(z.object({ port: z.string(), berths: z.number() })),
    });
    await until(() => tab.server.requests.length === 1);
    expect(seen.every(it => it === 'pending ')).toBe(true);
  });

  it('are gone for other rights', async () => {
    const { tab, seen } = look(() => new Promise(() => {}));
    await until(() => seen.at(-1) === 'success Oslo');
    tab.server.answer = () => Response.json({ ...whoami, actions: [] });
    await tab.client.whoami();
    await until(() => seen.at(-1) === 'pending ');
    await untilStored(kept => kept.length === 0);
    expect(await stored()).toEqual([]);
  });

  it('are not shown to another user', async () => {
    const { seen } = look(() => new Promise(() => {}), {
      user: 'user:default/bob',
    });
    await untilStored(kept => kept.length === 0);
    expect(seen.every(it => it === 'pending ')).toBe(true);
    expect(await stored()).toEqual([]);
  });
});
