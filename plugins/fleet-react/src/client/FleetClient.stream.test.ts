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
import { answerOf, ship } from './__testUtils__/fleetAnswers';
import { ready, rowsOf, until, TestTab } from './__testUtils__/TestTab';

describe('FleetClient with a stream', () => {
  let tab: TestTab;

  beforeEach(() => {
    tab = new TestTab();
  });

  afterEach(() => {
    tab.close();
  });

  it('carries several questions over one stream, each once, and adds and drops them in one change', async () => {
    const first = tab.watch();
    const same = tab.watch();
    const other = tab.watch('tug');
    expect(first.live.getState()).toEqual({
      status: 'loading',
      rows: [],
      total: 0,
      transport: 'stream',
      refreshing: false,
      refresh: expect.any(Function),
      source: expect.objectContaining({ view: expect.anything() }),
    });
    await tab.streams(1);
    expect(tab.server.lastStream.request).toEqual({
      subscriptions: [
        {
          id: 'v1',
          view: 'test.ships',
          params: {},
          scope: {},
          window: { offset: 0, limit: 50, descending: false },
        },
        {
          id: 'v2',
          view: 'test.ships',
          params: { kind: 'tug' },
          scope: {},
          window: { offset: 0, limit: 50, descending: false },
        },
      ],
      held: {},
    });
    const stream = tab.carry();
    await ready(first.live, 'a1', 'b2');
    await ready(other.live, 'a1', 'b2');
    expect(same.live.getState()).toBe(first.live.getState());
    const { rows } = first.live.getState();

    stream.send('delta', {
      channel: 'c0',
      version: 8,
      upsert: [ship('b', 5)],
      summary: { moored: 0 },
    });
    await ready(first.live, 'a1', 'b5');
    expect(first.live.getState().rows[0]).toBe(rows[0]);
    expect(rowsOf(other.live)).toEqual(['a1', 'b2']);

    other.leave();
    const third = tab.watch('liner');
    tab.watch('barge');
    await until(() => tab.time.untilNext() === 20);
    tab.time.advance(20);
    await until(() => tab.server.changes.length === 1);
    expect(tab.server.changes[0]).toMatchObject({
      streamId: 's1',
      request: {
        subscriptions: [
          { id: 'v1' },
          { id: 'v2' },
          { id: 'v3', params: { kind: 'liner' } },
          { id: 'v4', params: { kind: 'barge' } },
        ],
        held: {
          v1: { channel: 'c0', version: 8 },
          v2: { channel: 'c1', version: 7 },
        },
      },
    });

    // Coming back within half a minute shows the data at once; staying away ends the subscription.
    tab.time.advance(29_000);
    const back = tab.watch('tug');
    expect(rowsOf(back.live)).toEqual(['a1', 'b2']);
    back.leave();
    third.leave();
    tab.time.advance(30_020);
    await until(() => tab.server.changes.length === 2);
    expect(
      tab.server.changes[1].request.subscriptions.map(({ id }) => id),
    ).toEqual(['v1', 'v4']);
    expect(tab.server.streams).toHaveLength(1);
  });

  it('asks for a view anew after a missed version, and never shows rows of a delta that does not fit', async () => {
    const { live, seen } = tab.watch();
    const untouched = tab.watch('tug');
    await tab.streams(1);
    const stream = tab.carry();
    await ready(live, 'a1', 'b2');
    stream.send('delta', {
      channel: 'c0',
      version: 7,
      upsert: [ship('a', 99)],
    });
    stream.send('delta', {
      channel: 'c0',
      version: 9,
      upsert: [ship('a', 66)],
    });
    await until(() => live.getState().refreshing);
    tab.time.advance(20);
    await until(() => tab.server.changes.length === 1);
    const { subscriptions, held } = tab.server.changes[0].request;
    expect(subscriptions.map(({ id }) => id)).toEqual(['v3', 'v2']);
    expect(held).toEqual({ v2: { channel: 'c1', version: 7 } });
    stream.send('delta', {
      channel: 'c0',
      version: 10,
      upsert: [ship('a', 77)],
    });
    stream.send('subscribed', { id: 'v3', channel: 'c0', resumed: false });
    stream.send('snapshot', {
      channel: 'c0',
      version: 10,
      ...answerOf(ship('a', 4)),
    });
    await ready(live, 'a4');
    expect(live.getState().refreshing).toBe(false);
    expect(seen.filter(line => /99|66|77/.test(line))).toEqual([]);
    expect(untouched.live.getState().refreshing).toBe(false);
  });

  it('resumes a broken stream from what it holds', async () => {
    const { live } = tab.watch();
    await tab.streams(1);
    tab.carry();
    await ready(live, 'a1', 'b2');
    tab.server.lastStream.breakOff();
    await until(() => tab.time.untilNext() === 375);
    expect(live.getState()).toMatchObject({
      status: 'ready',
      transport: 'stream',
    });
    tab.time.advance(375);
    await tab.streams(2);
    const stream = tab.server.lastStream;
    expect(stream.request).toMatchObject({
      lastEventId: 'e1:0',
      held: { v1: { channel: 'c0', version: 7 } },
    });
    expect(stream.headers.get('last-event-id')).toBe('e1:0');
    const { rows } = live.getState();
    stream.open();
    stream.send('subscribed', { id: 'v1', channel: 'c0', resumed: true });
    stream.send('delta', { channel: 'c0', version: 8, total: 9 }, 'e1:1');
    await until(() => live.getState().total === 9);
    expect(live.getState().rows).toBe(rows);
    expect(live.getState().refreshing).toBe(false);
  });

  it('takes a new snapshot after the backend restarted, and keeps the rows that are the same', async () => {
    const { live } = tab.watch();
    await tab.streams(1);
    tab.carry();
    await ready(live, 'a1', 'b2');
    tab.server.lastStream.breakOff();
    await until(() => tab.time.untilNext() === 375);
    tab.time.advance(375);
    await tab.streams(2);
    const [a] = live.getState().rows;
    tab.server.lastStream.open('e2');
    tab.server.lastStream.send('subscribed', {
      id: 'v1',
      channel: 'c0',
      resumed: false,
    });
    tab.server.lastStream.send('snapshot', {
      channel: 'c0',
      version: 1,
      ...answerOf(ship('a', 1), ship('z', 3)),
    });
    await ready(live, 'a1', 'z3');
    expect(live.getState().rows[0]).toBe(a);
  });

  it.each(['token', 'shutdown'])(
    'comes back at once when the stream ends for %s',
    async reason => {
      const { live } = tab.watch();
      await tab.streams(1);
      const stream = tab.carry();
      await ready(live, 'a1', 'b2');
      tab.time.advance(6_000);
      stream.end(reason);
      await until(() => tab.time.untilNext() === 250);
      tab.time.advance(250);
      await tab.streams(2);
      tab.carry();
      await ready(live, 'a1', 'b2');
      expect(live.getState().transport).toBe('stream');
    },
  );

  it('reconnects when the stream falls silent for two and a half heartbeats', async () => {
    const { live } = tab.watch();
    await tab.streams(1);
    const stream = tab.carry();
    await ready(live, 'a1', 'b2');
    tab.time.advance(24_000);
    stream.sendBytes(new TextEncoder().encode(': still here\n\n'));
    await until(() => tab.time.untilNext() === 25_000);
    tab.time.advance(25_000);
    await until(() => stream.left && tab.time.untilNext() === 375);
    tab.time.advance(375);
    await tab.streams(2);
    expect(tab.server.lastStream.request.held).toEqual({
      v1: { channel: 'c0', version: 7 },
    });
  });

  it('connects anew when the backend no longer knows the stream', async () => {
    const { live } = tab.watch();
    await tab.streams(1);
    tab.carry();
    await ready(live, 'a1', 'b2');
    tab.server.answerChange = () => new Response(undefined, { status: 404 });
    tab.watch('tug');
    tab.time.advance(20);
    await tab.streams(2);
    expect(tab.server.lastStream.request.subscriptions).toHaveLength(2);
  });

  it('shares one state between two questions on one channel', async () => {
    const first = tab.watch();
    const second = tab.watch('all');
    await tab.streams(1);
    const stream = tab.server.lastStream;
    stream.open();
    for (const id of ['v1', 'v2']) {
      stream.send('subscribed', { id, channel: 'c', resumed: false });
      stream.send('snapshot', {
        channel: 'c',
        version: 3,
        ...answerOf(ship('a', 1)),
      });
    }
    stream.send('delta', { channel: 'c', version: 4, upsert: [ship('a', 2)] });
    await ready(first.live, 'a2');
    await ready(second.live, 'a2');
    expect(tab.server.changes).toEqual([]);
  });
});
