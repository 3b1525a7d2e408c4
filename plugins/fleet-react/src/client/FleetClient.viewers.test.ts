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
import { ready, rowsOf, TestTab, until } from './__testUtils__/TestTab';
import {
  keptVisit,
  sail,
  stored,
  untilStored,
  visit,
  whoami,
} from './__testUtils__/WarmVisit';
import { createBrowserWarmStore } from './warm/WarmStore';

const MINUTE = 60_000;

describe('what FleetClient keeps of a viewer', () => {
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

  it.each([
    ['another user', { user: 'user:default/bob' }],
    ['the user in other groups', { groups: ['user:default/anne'] }],
    ['the user at another backend', { backend: 'http://other.test' }],
  ])('shows nothing of it to %s, and removes it', async (_, viewer) => {
    const left = await keptVisit();
    const tab = opened({ now: left + MINUTE, ...viewer });
    const { live, seen } = tab.watch();
    await tab.streams(1);
    await untilStored(kept => kept.length === 0);
    expect(live.getState().status).toBe('loading');
    expect(seen).toEqual([]);
  });

  it.each([
    ['fewer clusters', { clusters: [] }],
    [
      'fewer namespaces',
      { clusters: [{ ...whoami.clusters[0], visibleNamespaces: 3 }] },
    ],
    ['fewer rights', { audit: false }],
  ])('takes it off the screen once the viewer has %s', async (_, rights) => {
    const left = await keptVisit();
    const tab = opened({
      now: left + MINUTE,
      whoami: { ...whoami, ...rights },
    });
    const { live } = tab.watch();
    await tab.streams(1);
    await until(() => tab.server.requests.length === 1);
    await untilStored(kept => kept.length === 0);
    await until(() => live.getState().status === 'loading');
    expect(live.getState().rows).toEqual([]);
    const again = tab.watch('tug');
    expect(again.live.getState().status).toBe('loading');
  });

  it('does not show it at all when it was said before that the viewer has other rights', async () => {
    const left = await keptVisit();
    const store = createBrowserWarmStore()!;
    let letGo = () => {};
    const gate = new Promise<void>(resolve => {
      letGo = resolve;
    });
    const tab = opened({
      now: left + MINUTE,
      store: {
        ...store,
        open: viewer => gate.then(() => store.open(viewer)),
      },
      whoami: { ...whoami, admin: true },
    });
    const { seen } = tab.watch();
    await tab.client.whoami();
    letGo();
    await untilStored(kept => kept.length === 0);
    expect(seen).toEqual([]);
  });

  it('keeps it while namespaces come and go of which the viewer sees all', async () => {
    const left = await keptVisit();
    const tab = opened({
      now: left + MINUTE,
      whoami: {
        ...whoami,
        clusters: [
          { ...whoami.clusters[0], visibleNamespaces: 13, namespaces: 13 },
        ],
      },
    });
    const { live } = tab.watch();
    await ready(live, 'a1', 'b2');
    await tab.client.whoami();
    expect(rowsOf(live)).toEqual(['a1', 'b2']);
  });

  it('removes it at once when a view of it is denied', async () => {
    const left = await keptVisit();
    const tab = opened({ now: left + MINUTE });
    const { live } = tab.watch();
    await ready(live, 'a1', 'b2');
    await tab.streams(1);
    const stream = tab.server.lastStream;
    stream.open();
    stream.send('subscription-error', {
      id: stream.request.subscriptions[0].id,
      error: { name: 'NotAllowedError', message: 'not yours' },
    });
    await untilStored(kept => kept.length === 0);
    await until(() => live.getState().status === 'denied');
    expect(live.getState().rows).toEqual([]);
  });

  it('removes it when another user signs in to the same tab', async () => {
    const tab = opened();
    const { stream } = await sail(tab);
    tab.time.advance(3_000);
    await untilStored(kept => kept.length === 1);
    tab.user = 'user:default/bob';
    stream.send('heartbeat', { now: tab.time.now(), asOf: {} });
    await untilStored(kept => kept.length === 0);
    await tab.streams(2);
    tab.page.tell('hidden');
    expect(await stored()).toEqual([]);
  });
});
