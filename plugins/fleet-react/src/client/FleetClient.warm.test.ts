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
import { answerOf, ship, shipsView } from './__testUtils__/fleetAnswers';
import { ready, rowsOf, TestTab, until } from './__testUtils__/TestTab';
import { keptVisit, sail, untilStored, visit } from './__testUtils__/WarmVisit';
import { createBrowserWarmStore } from './warm/WarmStore';

const MINUTE = 60_000;

describe('FleetClient that starts warm', () => {
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

  it('shows the last answers with their age until the backend has answered, and claims to hold nothing', async () => {
    const left = await keptVisit();
    const tab = opened({ now: left + 6 * MINUTE });
    const { live, seen } = tab.watch();
    await ready(live, 'a1', 'b2');
    expect(live.getState()).toMatchObject({
      status: 'ready',
      transport: 'stream',
      refreshing: true,
      asOf: left - 1_000,
      summary: { moored: 0 },
    });

    await tab.streams(1);
    expect(tab.server.lastStream.request.held).toEqual({});
    const { id } = tab.server.lastStream.request.subscriptions[0];
    tab.server.lastStream.open();
    tab.server.lastStream.send('subscribed', {
      id,
      channel: 'c0',
      resumed: false,
    });
    // A heartbeat is about what the channel tells, which has not come yet.
    tab.server.lastStream.send('heartbeat', {
      now: tab.time.now(),
      asOf: { c0: tab.time.now() },
    });
    tab.server.lastStream.send('delta', { channel: 'c0', version: 8 });
    await until(() => tab.server.lastStream.request !== undefined);
    expect(live.getState().asOf).toBe(left - 1_000);
    tab.server.lastStream.send('snapshot', {
      channel: 'c0',
      version: 9,
      ...answerOf(ship('a', 3)),
    });
    await ready(live, 'a3');
    expect(live.getState().refreshing).toBe(false);
    expect(seen).toEqual(['stream ready a1,b2', 'stream ready a3']);
  });

  it('shows again what it has shown before in the same tab, when the subscription has ended meanwhile', async () => {
    const tab = opened();
    const { leave, asOf } = await sail(tab);
    leave();
    tab.time.advance(10 * MINUTE);
    // Before anybody has subscribed.
    const { getState } = tab.client.view(shipsView);
    expect(getState()).toMatchObject({ status: 'ready', asOf });
    const back = tab.watch();
    expect(back.live.getState()).toMatchObject({
      status: 'ready',
      refreshing: true,
      asOf,
    });
    expect(rowsOf(back.live)).toEqual(['a1', 'b2']);
  });

  it('never puts what was kept over what the backend has said', async () => {
    const left = await keptVisit();
    const store = createBrowserWarmStore()!;
    let letGo = () => {};
    const gate = new Promise<void>(resolve => {
      letGo = resolve;
    });
    const read = jest.fn();
    const tab = opened({
      now: left + MINUTE,
      store: {
        ...store,
        open: viewer =>
          gate.then(() => store.open(viewer)).finally(() => read()),
      },
    });
    const { live, seen } = tab.watch();
    await tab.streams(1);
    const stream = tab.server.lastStream;
    stream.open();
    const { id } = stream.request.subscriptions[0];
    stream.send('subscribed', { id, channel: 'c0', resumed: false });
    stream.send('snapshot', {
      channel: 'c0',
      version: 1,
      ...answerOf(ship('q', 1)),
    });
    await ready(live, 'q1');
    letGo();
    await until(() => read.mock.calls.length === 1);
    // What is asked from now on finds it there.
    const other = tab.watch('tug');
    await until(() => tab.server.requests.length === 1);
    expect(other.live.getState().status).toBe('loading');
    expect(rowsOf(live)).toEqual(['q1']);
    expect(seen).toEqual(['stream ready q1']);
  });

  it('writes seldom, whatever the number of changes, and before the tab is left', async () => {
    const store = createBrowserWarmStore()!;
    const update = jest.fn(store.update);
    const tab = opened({ store: { ...store, update } });
    const { live, stream } = await sail(tab);
    tab.time.advance(3_000);
    await until(() => update.mock.calls.length === 1);
    for (let change = 1; change <= 240; change++) {
      stream.send('delta', {
        channel: 'c0',
        version: 7 + change,
        upsert: [ship('b', change)],
      });
      if (change % 20 === 0) {
        await ready(live, 'a1', `b${change}`);
        tab.time.advance(1_000);
      }
    }
    await until(() => update.mock.calls.length === 2);
    tab.page.tell('hidden');
    await untilStored(([[, record]]) =>
      Object.values<any>(record.entries)[0].text.includes('"knots":240'),
    );
    expect(update).toHaveBeenCalledTimes(3);
    tab.page.tell('hidden');
    expect(update).toHaveBeenCalledTimes(3);
  });
});
