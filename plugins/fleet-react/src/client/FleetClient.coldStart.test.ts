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
import { IDBFactory } from 'fake-indexeddb';
import { createStore, set } from 'idb-keyval';
import { ready, rowsOf, TestTab, until } from './__testUtils__/TestTab';
import { keptVisit, stored, visit } from './__testUtils__/WarmVisit';
import { createBrowserWarmStore, WarmStore } from './warm/WarmStore';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('FleetClient with a store that is of no use', () => {
  const tabs: TestTab[] = [];

  const opened = (...args: Parameters<typeof visit>) => {
    const tab = visit(...args);
    tabs.push(tab);
    return tab;
  };

  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  afterEach(() => {
    tabs.splice(0).forEach(tab => tab.close());
  });

  const change = async (make: (record: any) => unknown) => {
    const [[viewer, record]] = await stored();
    await set(
      viewer,
      make(record),
      createStore('quarterdeck-fleet', 'warm-start'),
    );
  };
  const withText = (text: string) =>
    change(record => ({
      ...record,
      entries: Object.fromEntries(
        Object.entries<any>(record.entries).map(([name, entry]) => [
          name,
          { ...entry, text },
        ]),
      ),
    }));
  const failing = async () => {
    throw new DOMException('It is full', 'QuotaExceededError');
  };

  const never = () => new Promise<never>(() => {});

  it.each<[string, () => unknown, Partial<WarmStore>?, number?]>([
    ['no record at all', () => change(() => 'flotsam')],
    [
      'a record of another schema',
      () => change(record => ({ ...record, schema: 0 })),
    ],
    ['an answer that was cut off', () => withText('{"rows":[{"id":"a"')],
    [
      'an answer of an earlier release',
      () => withText('{"rows":[{"id":"a"}],"total":1}'),
    ],
    [
      'a clock that was put back',
      () =>
        change(record => ({
          ...record,
          savedAt: record.savedAt + 60 * MINUTE,
        })),
    ],
    ['what is older than a day', () => {}, {}, DAY + MINUTE],
    ['a read that fails', () => {}, { open: failing }],
    [
      'a full disk',
      () => createBrowserWarmStore()!.clear(),
      { update: failing },
    ],
    [
      'IndexedDB that cannot be opened',
      () => {
        globalThis.indexedDB.open = () => {
          throw new DOMException('Not here', 'SecurityError');
        };
      },
    ],
    ['a read that never ends', () => {}, { open: never }],
  ])('starts cold: %s', async (_, spoil, broken = {}, later = MINUTE) => {
    const left = await keptVisit();
    await spoil();
    const store = { ...createBrowserWarmStore()!, ...broken };
    const open = jest.fn(store.open);
    const tab = opened({ now: left + later, store: { ...store, open } });
    const { live, seen } = tab.watch();
    await tab.streams(1);
    await until(() => open.mock.calls.length === 1);
    if (broken.open !== never) await open.mock.results[0].value.catch(() => {});
    await tab.client.whoami();
    expect(live.getState().status).toBe('loading');
    expect(seen).toEqual([]);

    tab.carry();
    await ready(live, 'a1', 'b2');
    expect(live.getState().refreshing).toBe(false);
    tab.time.advance(30_000);
    expect(rowsOf(live)).toEqual(['a1', 'b2']);
  });
});
