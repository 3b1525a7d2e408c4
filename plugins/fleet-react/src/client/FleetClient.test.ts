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
import { StreamSlot } from './StreamSlots';
import { FleetClient } from './FleetClient';
import { LiveView } from './FleetApi';
import { ManualPage } from './__testUtils__/ManualPage';
import { ManualTime } from './__testUtils__/ManualTime';
import {
  answerOf,
  coverage,
  ship,
  shipsView,
} from './__testUtils__/fleetAnswers';
import { ScriptedFleetServer } from './__testUtils__/ScriptedFleetServer';

async function until(condition: () => boolean | undefined): Promise<void> {
  const given = performance.now() + 4000;
  while (!condition()) {
    if (performance.now() > given) {
      throw new Error(`Never came true: ${condition}`);
    }
    await new Promise(resolve => setTimeout(resolve));
  }
}

describe('FleetClient', () => {
  let server: ScriptedFleetServer;
  let time: ManualTime;
  let page: ManualPage;
  let user: string;
  let freeSlots: number;
  let client: FleetClient;
  const stops: (() => void)[] = [];

  beforeEach(() => {
    server = new ScriptedFleetServer();
    server.start();
    time = new ManualTime();
    page = new ManualPage();
    user = 'user:default/anne';
    freeSlots = 4;
    client = new FleetClient({
      fetchApi: server.fetchApi as any,
      identityApi: {
        getBackstageIdentity: async () => ({ userEntityRef: user }),
      } as any,
      time,
      page,
      slots: {
        take: async (): Promise<StreamSlot | undefined> => {
          if (freeSlots === 0) return undefined;
          freeSlots -= 1;
          return { release: () => (freeSlots += 1) };
        },
      },
    });
  });

  afterEach(() => {
    stops.splice(0).forEach(stop => stop());
    client.stop();
    server.stop();
  });

  function watch(kind?: string) {
    const live = client.view(shipsView, { params: { kind } });
    const seen: string[] = [];
    const leave = live.subscribe(() => {
      const { status, rows, transport } = live.getState();
      seen.push(
        `${transport} ${status} ${rows.map(row => row.id + row.knots).join(',')}`,
      );
    });
    stops.push(leave);
    return { live, seen, leave };
  }

  const rowsOf = (live: LiveView<any, any>) =>
    live.getState().rows.map(({ id, knots }) => id + knots);
  const ready = (live: LiveView<any, any>, ...rows: string[]) =>
    until(
      () =>
        live.getState().status === 'ready' && `${rowsOf(live)}` === `${rows}`,
    );
  const streams = (count: number) =>
    until(() => server.streams.length === count);

  /** Opens the stream and carries every view on a channel of its own, with one ship each. */
  async function carry(epoch = 'e1') {
    const stream = server.lastStream;
    stream.open(epoch);
    stream.request.subscriptions.forEach(({ id }, index) => {
      const channel = `c${index}`;
      stream.send('subscribed', { id, channel, resumed: false });
      stream.send(
        'snapshot',
        { channel, version: 7, ...answerOf(ship('a', 1), ship('b', 2)) },
        `${epoch}:${index}`,
      );
    });
    return stream;
  }

  it('carries several questions over one stream, each once, and adds and drops them in one change', async () => {
    const first = watch();
    const same = watch();
    const other = watch('tug');
    expect(first.live.getState()).toEqual({
      status: 'loading',
      rows: [],
      total: 0,
      transport: 'stream',
      refreshing: false,
      refresh: expect.any(Function),
    });
    await streams(1);
    expect(server.lastStream.request).toEqual({
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
    const stream = await carry();
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
    const third = watch('liner');
    watch('barge');
    await until(() => time.untilNext() === 20);
    time.advance(20);
    await until(() => server.changes.length === 1);
    expect(server.changes[0]).toMatchObject({
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
    time.advance(29_000);
    const back = watch('tug');
    expect(rowsOf(back.live)).toEqual(['a1', 'b2']);
    back.leave();
    third.leave();
    time.advance(30_020);
    await until(() => server.changes.length === 2);
    expect(server.changes[1].request.subscriptions.map(({ id }) => id)).toEqual(
      ['v1', 'v4'],
    );
    expect(server.streams).toHaveLength(1);
  });

  it('asks for a view anew after a missed version, and never shows rows of a delta that does not fit', async () => {
    const { live, seen } = watch();
    const untouched = watch('tug');
    await streams(1);
    const stream = await carry();
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
    time.advance(20);
    await until(() => server.changes.length === 1);
    const { subscriptions, held } = server.changes[0].request;
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
    const { live } = watch();
    await streams(1);
    await carry();
    await ready(live, 'a1', 'b2');
    server.lastStream.breakOff();
    await until(() => time.untilNext() === 375);
    expect(live.getState()).toMatchObject({
      status: 'ready',
      transport: 'stream',
    });
    time.advance(375);
    await streams(2);
    const stream = server.lastStream;
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
    const { live } = watch();
    await streams(1);
    await carry();
    await ready(live, 'a1', 'b2');
    server.lastStream.breakOff();
    await until(() => time.untilNext() === 375);
    time.advance(375);
    await streams(2);
    const [a] = live.getState().rows;
    server.lastStream.open('e2');
    server.lastStream.send('subscribed', {
      id: 'v1',
      channel: 'c0',
      resumed: false,
    });
    server.lastStream.send('snapshot', {
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
      const { live } = watch();
      await streams(1);
      const stream = await carry();
      await ready(live, 'a1', 'b2');
      time.advance(6_000);
      stream.end(reason);
      await until(() => time.untilNext() === 250);
      time.advance(250);
      await streams(2);
      await carry();
      await ready(live, 'a1', 'b2');
      expect(live.getState().transport).toBe('stream');
    },
  );

  it('reconnects when the stream falls silent for two and a half heartbeats', async () => {
    const { live } = watch();
    await streams(1);
    const stream = await carry();
    await ready(live, 'a1', 'b2');
    time.advance(24_000);
    stream.sendBytes(new TextEncoder().encode(': still here\n\n'));
    await until(() => time.untilNext() === 25_000);
    time.advance(25_000);
    await until(() => stream.left && time.untilNext() === 375);
    time.advance(375);
    await streams(2);
    expect(server.lastStream.request.held).toEqual({
      v1: { channel: 'c0', version: 7 },
    });
  });

  it('polls while the server is full, and honours when to come back', async () => {
    server.refuseStream = () =>
      Response.json(
        { error: { name: 'ServiceUnavailableError', message: 'full' } },
        { status: 503, headers: { 'retry-after': '20' } },
      );
    server.answer = () => Response.json(answerOf(ship('p', 1)));
    const { live } = watch('tug');
    await ready(live, 'p1');
    expect(live.getState().transport).toBe('poll');
    expect(server.requests[0].line).toBe(
      'GET /views/test.ships?params={"kind":"tug"}&offset=0&limit=50',
    );
    page.tell('online');
    time.advance(21_000);
    await until(() => server.requests.length > 1);
    expect(server.streamRefusals).toBe(1);
    server.refuseStream = undefined;
    time.advance(1_000);
    await streams(1);
    // What was polled belongs to no channel.
    expect(server.lastStream.request.held).toEqual({});
    await carry();
    await until(() => live.getState().transport === 'stream');
    await ready(live, 'a1', 'b2');
    const polls = server.requests.length;
    time.advance(20_000);
    expect(server.requests).toHaveLength(polls);
  });

  it('polls and says so when a proxy holds the first event back', async () => {
    server.answer = () => Response.json(answerOf(ship('p', 1)));
    const { live } = watch();
    await streams(1);
    time.advance(5_000);
    await ready(live, 'p1');
    expect(live.getState().transport).toBe('poll');
    await until(() => server.streams[0].left);
    server.answer = () => Response.json(answerOf(ship('p', 2)));
    await until(() => time.untilNext() === 10_000);
    time.advance(10_000);
    await ready(live, 'p2');
    expect(server.streams).toHaveLength(1);
  });

  it('says offline with the last known rows when neither stream nor REST answers, and recovers with the first answer', async () => {
    const { live, seen } = watch();
    await streams(1);
    server.refuseStream = () => Response.error();
    await carry();
    await ready(live, 'a1', 'b2');
    server.lastStream.breakOff();
    await until(() => time.untilNext() === 375);
    time.advance(375);
    await until(() => time.untilNext() === 750);
    time.advance(750);
    await until(() => server.streamRefusals === 2);
    await until(() => live.getState().transport === 'offline');
    expect(live.getState().status).toBe('ready');
    expect(rowsOf(live)).toEqual(['a1', 'b2']);
    server.refuseStream = undefined;
    server.answer = () => Response.json(answerOf(ship('p', 1)));
    time.advance(10_000);
    await streams(2);
    await carry();
    await until(() => live.getState().transport === 'stream');
    await ready(live, 'a1', 'b2');
    expect(seen.some(line => line.startsWith('offline ready a1,b2'))).toBe(
      true,
    );
  });

  it('polls when other tabs hold all streams, and takes a slot that becomes free', async () => {
    freeSlots = 0;
    server.answer = () => Response.json(answerOf(ship('p', 1)));
    const { live } = watch();
    await ready(live, 'p1');
    expect(live.getState().transport).toBe('poll');
    expect(server.streams).toHaveLength(0);
    freeSlots = 1;
    page.tell('shown');
    await streams(1);
    await carry();
    await ready(live, 'a1', 'b2');
    expect(live.getState().transport).toBe('stream');
    expect(freeSlots).toBe(0);
  });

  it('lets go of the stream in a hidden tab after half a minute, and catches up when shown', async () => {
    const { live } = watch();
    await streams(1);
    const stream = await carry();
    await ready(live, 'a1', 'b2');
    page.tell('hidden');
    // Alive until then: the watchdog must not be what ends it.
    time.advance(20_000);
    stream.send('heartbeat', { now: time.now(), asOf: {} });
    await until(() => time.untilNext() === 10_000);
    expect(stream.left).toBe(false);
    time.advance(10_000);
    await until(() => stream.left && freeSlots === 4);
    time.advance(3_600_000);
    expect(server.streams).toHaveLength(1);
    expect(server.requests).toHaveLength(0);
    page.tell('shown');
    await streams(2);
    expect(server.lastStream.request.held).toEqual({
      v1: { channel: 'c0', version: 7 },
    });
    server.lastStream.open();
    await until(() => live.getState().refreshing);
    server.lastStream.send('subscribed', {
      id: 'v1',
      channel: 'c1',
      resumed: false,
    });
    server.lastStream.send('snapshot', {
      channel: 'c1',
      version: 50,
      ...answerOf(ship('a', 8)),
    });
    await ready(live, 'a8');
    expect(live.getState().refreshing).toBe(false);
  });

  it('keeps the error of one view to that view, and takes denied rows off the screen', async () => {
    const denied = watch();
    const broken = watch('tug');
    const fine = watch('liner');
    await streams(1);
    const stream = await carry();
    await ready(broken.live, 'a1', 'b2');
    const before = fine.live.getState();
    stream.send('subscription-error', {
      id: 'v1',
      error: { name: 'NotAllowedError', message: 'not yours' },
    });
    stream.send('subscription-error', {
      id: 'v2',
      error: { name: 'InputError', message: 'no such kind' },
    });
    await until(() => broken.live.getState().status === 'error');
    expect(denied.live.getState()).toEqual({
      status: 'denied',
      rows: [],
      total: 0,
      error: Object.assign(new Error('not yours'), { name: 'NotAllowedError' }),
      transport: 'stream',
      refreshing: false,
      refresh: expect.any(Function),
    });
    expect(rowsOf(broken.live)).toEqual(['a1', 'b2']);
    expect(fine.live.getState()).toBe(before);
    stream.send('delta', { channel: 'c2', version: 8, total: 5 });
    stream.send('delta', { channel: 'c0', version: 8, total: 5 });
    await until(() => fine.live.getState().total === 5);
    expect(denied.live.getState().rows).toEqual([]);

    // Asked again half a minute later.
    stream.send('heartbeat', { now: time.now(), asOf: {} });
    time.advance(20_000);
    stream.send('heartbeat', { now: time.now(), asOf: {} });
    await until(() => time.untilNext() === 10_000);
    time.advance(10_020);
    await until(() => server.changes.length === 1);
    expect(server.changes[0].request.subscriptions.map(({ id }) => id)).toEqual(
      ['v4', 'v5', 'v3'],
    );
  });

  it('shows why REST refuses a view: denied, or an error, or nothing known yet', async () => {
    freeSlots = 0;
    server.answer = line =>
      line.includes('tug')
        ? Response.json(
            {
              error: { name: 'NotAllowedError', message: 'no' },
              response: { statusCode: 403 },
            },
            { status: 403 },
          )
        : Response.error();
    const denied = watch('tug');
    const unknown = watch('liner');
    await until(() => denied.live.getState().status === 'denied');
    await until(() => unknown.live.getState().status === 'error');
    expect(denied.live.getState().transport).toBe('poll');
    expect(unknown.live.getState().transport).toBe('offline');
  });

  it('forgets everything when another user signs in', async () => {
    const { live, seen } = watch();
    const left = watch('tug');
    await streams(1);
    const stream = await carry();
    await ready(live, 'a1', 'b2');
    left.leave();
    const changes = jest.fn();
    stops.push(client.onUserChange(changes));
    user = 'user:default/bob';
    stream.send('heartbeat', { now: time.now(), asOf: {} });
    await until(() => live.getState().status === 'loading');
    expect(changes).toHaveBeenCalledTimes(1);
    expect(live.getState()).toEqual({
      status: 'loading',
      rows: [],
      total: 0,
      transport: 'stream',
      refreshing: false,
      refresh: expect.any(Function),
    });
    expect(left.live.getState().rows).toEqual([]);
    await streams(2);
    await until(() => stream.left);
    expect(server.lastStream.request).toMatchObject({
      subscriptions: [{ params: {} }],
      held: {},
    });
    expect(server.lastStream.request.lastEventId).toBeUndefined();
    server.lastStream.open();
    server.lastStream.send('subscribed', {
      id: server.lastStream.request.subscriptions[0].id,
      channel: 'd0',
      resumed: false,
    });
    server.lastStream.send('snapshot', {
      channel: 'd0',
      version: 1,
      ...answerOf(ship('q', 1)),
    });
    await ready(live, 'q1');
    expect(seen.at(-1)).toBe('stream ready q1');
  });

  it('gives the age of the data by the browser’s clock when the backend’s is an hour behind', async () => {
    const hour = 3_600_000;
    const { live } = watch();
    await streams(1);
    const stream = await carry();
    await ready(live, 'a1', 'b2');
    expect(live.getState().asOf).toBeUndefined();
    stream.send('heartbeat', {
      now: time.now() - hour,
      asOf: { c0: time.now() - hour - 1_500 },
    });
    await until(() => live.getState().asOf !== undefined);
    expect(live.getState().asOf).toBe(time.now() - 1_500);
    stream.send('delta', {
      channel: 'c0',
      version: 8,
      coverage: { ...coverage, answered: 0, asOf: time.now() + hour },
    });
    await until(() => live.getState().coverage?.answered === 0);
    expect(live.getState().asOf).toBe(time.now());
  });

  it('refreshes by asking the stream anew, or by REST when there is none', async () => {
    const { live } = watch();
    await streams(1);
    server.answer = () => Response.json(answerOf(ship('r', 1)));
    live.getState().refresh();
    await ready(live, 'r1');
    const stream = await carry();
    await ready(live, 'a1', 'b2');
    live.getState().refresh();
    await until(() => live.getState().refreshing);
    time.advance(20);
    await until(() => server.changes.length === 1);
    stream.send('subscribed', { id: 'v2', channel: 'c0', resumed: false });
    stream.send('snapshot', {
      channel: 'c0',
      version: 7,
      ...answerOf(ship('a', 1), ship('b', 2)),
    });
    await until(() => !live.getState().refreshing);
    expect(server.requests).toHaveLength(1);
  });

  it('connects anew when the backend no longer knows the stream', async () => {
    const { live } = watch();
    await streams(1);
    await carry();
    await ready(live, 'a1', 'b2');
    server.answerChange = () => new Response(undefined, { status: 404 });
    watch('tug');
    time.advance(20);
    await streams(2);
    expect(server.lastStream.request.subscriptions).toHaveLength(2);
  });

  it('shares one state between two questions on one channel', async () => {
    const first = watch();
    const second = watch('all');
    await streams(1);
    const stream = server.lastStream;
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
    expect(server.changes).toEqual([]);
  });

  it('previews and runs an action as the API wants it', async () => {
    server.answer = () => Response.json({ status: 'succeeded' });
    const action = { id: 'ship.sail' } as any;
    await client.previewAction(action, { to: 'Oslo' });
    await client.runAction(
      action,
      { to: 'Oslo' },
      { uid: 'u1', resourceVersion: '5' },
      { idempotencyKey: 'k1', reason: 'late' },
    );
    expect(
      server.requests.map(({ line, body, headers }) => ({
        line,
        body,
        key: headers.get('idempotency-key') ?? undefined,
      })),
    ).toEqual(
      [
        {
          line: 'POST /actions/ship.sail/preview',
          body: { input: { to: 'Oslo' } },
        },
        {
          line: 'POST /actions/ship.sail',
          body: {
            input: { to: 'Oslo' },
            uid: 'u1',
            resourceVersion: '5',
            reason: 'late',
          },
          key: 'k1',
        },
      ].map(expected => ({ key: undefined, ...expected })),
    );
  });

  it('gives up a request that is not answered in time', async () => {
    server.answer = () => new Promise(() => {});
    const answer = client.whoami();
    await until(() => server.requests.length === 1);
    time.advance(15_000);
    await expect(answer).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });
});
