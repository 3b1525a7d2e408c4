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
import { ship } from './__testUtils__/fleetAnswers';
import { ready, TestTab, until } from './__testUtils__/TestTab';
import {
  sail,
  stored,
  untilStored,
  visit,
  whoami,
} from './__testUtils__/WarmVisit';
import { beforeSignOut } from './warm/beforeSignOut';
import { createBrowserWarmStore } from './warm/WarmStore';

const MINUTE = 60_000;

describe('what FleetClient keeps, after the sign-out', () => {
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

  const identity = () => {
    const signOut = jest.fn(async () => {});
    const api: any = { signOut };
    return { api, signOut };
  };

  it('leaves nothing behind and keeps nothing any more', async () => {
    const tab = opened();
    const { live, stream } = await sail(tab);
    tab.time.advance(3_000);
    await untilStored(kept => kept.length === 1);

    const { api, signOut } = identity();
    beforeSignOut(api, () => tab.client.signedOut());
    await api.signOut();
    expect(signOut).toHaveBeenCalledTimes(1);
    expect(await stored()).toEqual([]);

    stream.send('delta', {
      channel: 'c0',
      version: 8,
      upsert: [ship('b', 9)],
    });
    await ready(live, 'a1', 'b9');
    tab.time.advance(MINUTE);
    tab.page.tell('hidden');
    expect(await stored()).toEqual([]);
  });

  it.each([
    ['waits for the viewer’s rights', 'whoami'],
    ['is on its way', 'update'],
  ])('also when a write %s', async (_, step) => {
    const store = createBrowserWarmStore()!;
    let letGo = () => {};
    const gate = new Promise<void>(resolve => {
      letGo = resolve;
    });
    const update = jest.fn(store.update);
    const tab = opened({ store: { ...store, update } });
    if (step === 'whoami') {
      tab.server.answer = async () => {
        await gate;
        return Response.json(whoami);
      };
    }
    await sail(tab);
    tab.page.tell('hidden');
    await until(() =>
      step === 'whoami'
        ? tab.server.requests.length === 1
        : update.mock.calls.length === 1,
    );
    await tab.client.signedOut();
    letGo();
    await Promise.all(update.mock.results.map(({ value }) => value));
    await tab.client.whoami();
    expect(await stored()).toEqual([]);
  });

  it('also from the other tabs of the browser', async () => {
    const store = createBrowserWarmStore()!;
    const told = jest.fn();
    const tab = opened({
      store: {
        ...store,
        onEnd: listener =>
          store.onEnd(() => {
            listener();
            told();
          }),
      },
    });
    const { live, stream } = await sail(tab);
    tab.time.advance(3_000);
    await untilStored(kept => kept.length === 1);
    await createBrowserWarmStore()!.end();
    await until(() => told.mock.calls.length === 1);
    stream.send('delta', {
      channel: 'c0',
      version: 8,
      upsert: [ship('b', 9)],
    });
    await ready(live, 'a1', 'b9');
    tab.page.tell('hidden');
    await tab.client.whoami();
    expect(await stored()).toEqual([]);
  });

  it('signs out even if the store hangs or fails', async () => {
    jest.useFakeTimers();
    try {
      const { api, signOut } = identity();
      beforeSignOut(api, () => new Promise(() => {}));
      const out = api.signOut();
      await jest.advanceTimersByTimeAsync(1_000);
      await out;
      expect(signOut).toHaveBeenCalledTimes(1);
    } finally {
      jest.useRealTimers();
    }
    const { api, signOut } = identity();
    beforeSignOut(api, () => Promise.reject(new Error('no disk')));
    await api.signOut();
    expect(signOut).toHaveBeenCalledTimes(1);
  });
});
