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
import { ship } from './__testUtils__/fleetAnswers';
import { ready, rowsOf, TestTab, until } from './__testUtils__/TestTab';

describe('a view of FleetClient that is held', () => {
  let tab: TestTab;

  beforeEach(() => {
    tab = new TestTab();
  });

  afterEach(() => {
    tab.close();
  });

  async function heldForLong() {
    const tug = tab.watch('tug');
    const { live, leave } = tab.watch();
    await tab.streams(1);
    const stream = tab.carry();
    await ready(live, 'a1', 'b2');
    const letGo = live.hold();
    leave();
    tab.time.advance(20_000);
    const now = tab.time.now();
    stream.send('heartbeat', { now, asOf: { c0: now } });
    await until(() => tug.live.getState().asOf === now);
    tab.time.advance(10_020);
    await until(() => tab.server.changes.length === 1);
    expect(
      tab.server.changes[0].request.subscriptions.map(({ id }) => id),
    ).toEqual(['v1']);
    return { stream, live, letGo };
  }

  it('is no longer asked for, and goes on from what it has when it is shown again', async () => {
    const { stream, live } = await heldForLong();
    expect(rowsOf(live)).toEqual(['a1', 'b2']);

    const back = tab.watch();
    expect(back.live.getState()).toBe(live.getState());
    tab.time.advance(20);
    await until(() => tab.server.changes.length === 2);
    const { subscriptions, held } = tab.server.changes[1].request;
    const { id } = subscriptions[1];
    expect(held).toEqual({
      v1: { channel: 'c0', version: 7 },
      [id]: { channel: 'c1', version: 7 },
    });
    stream.send('subscribed', { id, channel: 'c1', resumed: true });
    stream.send('delta', {
      channel: 'c1',
      version: 8,
      upsert: [ship('b', 4)],
    });
    await ready(live, 'a1', 'b4');
    expect(back.seen).not.toContain('stream loading ');
  });

  it('is forgotten when nobody holds it any more', async () => {
    const { live, letGo } = await heldForLong();
    const other = live.hold();
    letGo();
    letGo();
    expect(rowsOf(live)).toEqual(['a1', 'b2']);
    other();
    expect(live.getState().status).toBe('loading');
  });

  it('is forgotten when another user signs in', async () => {
    const { stream, live } = await heldForLong();
    tab.user = 'user:default/bob';
    stream.send('heartbeat', { now: tab.time.now(), asOf: {} });
    await until(() => live.getState().status === 'loading');
    expect(rowsOf(live)).toEqual([]);
  });

  it('claims nothing of a backend that has started anew', async () => {
    const { stream, live } = await heldForLong();
    stream.breakOff();
    await until(() => tab.time.untilNext() === 375);
    tab.time.advance(375);
    await tab.streams(2);
    tab.carry('e2');
    const back = tab.watch();
    await until(() => tab.time.untilNext() === 20);
    tab.time.advance(20);
    await until(() => tab.server.changes.length === 2);
    expect(Object.keys(tab.server.changes[1].request.held!)).toEqual(['v1']);
    expect(rowsOf(back.live)).toEqual(rowsOf(live));
  });
});
