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

describe('FleetClient without a stream', () => {
  let tab: TestTab;

  beforeEach(() => {
    tab = new TestTab();
  });

  afterEach(() => {
    tab.close();
  });

  it('polls while the tab.server is full, and honours when to come back', async () => {
    tab.server.refuseStream = () =>
      Response.json(
        { error: { name: 'ServiceUnavailableError', message: 'full' } },
        { status: 503, headers: { 'retry-after': '20' } },
      );
    tab.server.answer = () => Response.json(answerOf(ship('p', 1)));
    const { live } = tab.watch('tug');
    await ready(live, 'p1');
    expect(live.getState().transport).toBe('poll');
    expect(tab.server.requests[0].line).toBe(
      'GET /views/test.ships?params={"kind":"tug"}&offset=0&limit=50',
    );
    tab.page.tell('online');
    tab.time.advance(21_000);
    await until(() => tab.server.requests.length > 1);
    expect(tab.server.streamRefusals).toBe(1);
    tab.server.refuseStream = undefined;
    tab.time.advance(1_000);
    await tab.streams(1);
    // What was polled belongs to no channel.
    expect(tab.server.lastStream.request.held).toEqual({});
    tab.carry();
    await until(() => live.getState().transport === 'stream');
    await ready(live, 'a1', 'b2');
    const polls = tab.server.requests.length;
    tab.time.advance(20_000);
    expect(tab.server.requests).toHaveLength(polls);
  });

  it('polls and says so when a proxy holds the first event back', async () => {
    tab.server.answer = () => Response.json(answerOf(ship('p', 1)));
    const { live } = tab.watch();
    await tab.streams(1);
    tab.time.advance(5_000);
    await ready(live, 'p1');
    expect(live.getState().transport).toBe('poll');
    await until(() => tab.server.streams[0].left);
    tab.server.answer = () => Response.json(answerOf(ship('p', 2)));
    await until(() => tab.time.untilNext() === 10_000);
    tab.time.advance(10_000);
    await ready(live, 'p2');
    expect(tab.server.streams).toHaveLength(1);
  });

  it('says offline with the last known rows when neither stream nor REST answers, and recovers with the first answer', async () => {
    const { live, seen } = tab.watch();
    await tab.streams(1);
    tab.server.refuseStream = () => Response.error();
    tab.carry();
    await ready(live, 'a1', 'b2');
    tab.server.lastStream.breakOff();
    await until(() => tab.time.untilNext() === 375);
    tab.time.advance(375);
    await until(() => tab.time.untilNext() === 750);
    tab.time.advance(750);
    await until(() => tab.server.streamRefusals === 2);
    await until(() => live.getState().transport === 'offline');
    expect(live.getState().status).toBe('ready');
    expect(rowsOf(live)).toEqual(['a1', 'b2']);
    tab.server.refuseStream = undefined;
    tab.server.answer = () => Response.json(answerOf(ship('p', 1)));
    tab.time.advance(10_000);
    await tab.streams(2);
    tab.carry();
    await until(() => live.getState().transport === 'stream');
    await ready(live, 'a1', 'b2');
    expect(seen.some(line => line.startsWith('offline ready a1,b2'))).toBe(
      true,
    );
  });

  it('polls when other tabs hold all streams, and takes a slot that becomes free', async () => {
    tab.freeSlots = 0;
    tab.server.answer = () => Response.json(answerOf(ship('p', 1)));
    const { live } = tab.watch();
    await ready(live, 'p1');
    expect(live.getState().transport).toBe('poll');
    expect(tab.server.streams).toHaveLength(0);
    tab.freeSlots = 1;
    tab.page.tell('shown');
    await tab.streams(1);
    tab.carry();
    await ready(live, 'a1', 'b2');
    expect(live.getState().transport).toBe('stream');
    expect(tab.freeSlots).toBe(0);
  });

  it('lets go of the stream in a hidden tab after half a minute, and catches up when shown', async () => {
    const { live } = tab.watch();
    await tab.streams(1);
    const stream = tab.carry();
    await ready(live, 'a1', 'b2');
    tab.page.tell('hidden');
    // Alive until then: the watchdog must not be what ends it.
    tab.time.advance(20_000);
    stream.send('heartbeat', { now: tab.time.now(), asOf: {} });
    await until(() => tab.time.untilNext() === 10_000);
    expect(stream.left).toBe(false);
    tab.time.advance(10_000);
    await until(() => stream.left && tab.freeSlots === 4);
    tab.time.advance(3_600_000);
    expect(tab.server.streams).toHaveLength(1);
    expect(tab.server.requests).toHaveLength(0);
    tab.page.tell('shown');
    await tab.streams(2);
    expect(tab.server.lastStream.request.held).toEqual({
      v1: { channel: 'c0', version: 7 },
    });
    tab.server.lastStream.open();
    await until(() => live.getState().refreshing);
    tab.server.lastStream.send('subscribed', {
      id: 'v1',
      channel: 'c1',
      resumed: false,
    });
    tab.server.lastStream.send('snapshot', {
      channel: 'c1',
      version: 50,
      ...answerOf(ship('a', 8)),
    });
    await ready(live, 'a8');
    expect(live.getState().refreshing).toBe(false);
  });

  it('shows why REST refuses a view: denied, or an error, or nothing known yet', async () => {
    tab.freeSlots = 0;
    tab.server.answer = line =>
      line.includes('tug')
        ? Response.json(
            {
              error: { name: 'NotAllowedError', message: 'no' },
              response: { statusCode: 403 },
            },
            { status: 403 },
          )
        : Response.error();
    const denied = tab.watch('tug');
    const unknown = tab.watch('liner');
    await until(() => denied.live.getState().status === 'denied');
    await until(() => unknown.live.getState().status === 'error');
    expect(denied.live.getState().transport).toBe('poll');
    expect(unknown.live.getState().transport).toBe('offline');
  });

  it('refreshes by asking the stream anew, or by REST when there is none', async () => {
    const { live } = tab.watch();
    await tab.streams(1);
    tab.server.answer = () => Response.json(answerOf(ship('r', 1)));
    live.getState().refresh();
    await ready(live, 'r1');
    const stream = tab.carry();
    await ready(live, 'a1', 'b2');
    live.getState().refresh();
    await until(() => live.getState().refreshing);
    tab.time.advance(20);
    await until(() => tab.server.changes.length === 1);
    stream.send('subscribed', { id: 'v2', channel: 'c0', resumed: false });
    stream.send('snapshot', {
      channel: 'c0',
      version: 7,
      ...answerOf(ship('a', 1), ship('b', 2)),
    });
    await until(() => !live.getState().refreshing);
    expect(tab.server.requests).toHaveLength(1);
  });
});
