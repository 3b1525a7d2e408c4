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
import { answerOf, coverage, ship } from './__testUtils__/fleetAnswers';
import { ready, rowsOf, until, TestTab } from './__testUtils__/TestTab';

describe('FleetClient', () => {
  let tab: TestTab;

  beforeEach(() => {
    tab = new TestTab();
  });

  afterEach(() => {
    tab.close();
  });

  it('keeps the error of one view to that view, and takes denied rows off the screen', async () => {
    const denied = tab.watch();
    const broken = tab.watch('tug');
    const fine = tab.watch('liner');
    await tab.streams(1);
    const stream = tab.carry();
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
      source: expect.objectContaining({ view: expect.anything() }),
    });
    expect(rowsOf(broken.live)).toEqual(['a1', 'b2']);
    expect(fine.live.getState()).toBe(before);
    stream.send('delta', { channel: 'c2', version: 8, total: 5 });
    stream.send('delta', { channel: 'c0', version: 8, total: 5 });
    await until(() => fine.live.getState().total === 5);
    expect(denied.live.getState().rows).toEqual([]);

    // Asked again half a minute later.
    stream.send('heartbeat', { now: tab.time.now(), asOf: {} });
    tab.time.advance(20_000);
    stream.send('heartbeat', { now: tab.time.now(), asOf: {} });
    await until(() => tab.time.untilNext() === 10_000);
    tab.time.advance(10_020);
    await until(() => tab.server.changes.length === 1);
    expect(
      tab.server.changes[0].request.subscriptions.map(({ id }) => id),
    ).toEqual(['v4', 'v5', 'v3']);
  });

  it('forgets everything when another user signs in', async () => {
    const { live, seen } = tab.watch();
    const left = tab.watch('tug');
    await tab.streams(1);
    const stream = tab.carry();
    await ready(live, 'a1', 'b2');
    left.leave();
    const changes = jest.fn();
    tab.client.onUserChange(changes);
    tab.user = 'user:default/bob';
    stream.send('heartbeat', { now: tab.time.now(), asOf: {} });
    await until(() => live.getState().status === 'loading');
    expect(changes).toHaveBeenCalledTimes(1);
    expect(live.getState()).toEqual({
      status: 'loading',
      rows: [],
      total: 0,
      transport: 'stream',
      refreshing: false,
      refresh: expect.any(Function),
      source: expect.objectContaining({ view: expect.anything() }),
    });
    expect(left.live.getState().rows).toEqual([]);
    await tab.streams(2);
    await until(() => stream.left);
    expect(tab.server.lastStream.request).toMatchObject({
      subscriptions: [{ params: {} }],
      held: {},
    });
    expect(tab.server.lastStream.request.lastEventId).toBeUndefined();
    tab.server.lastStream.open();
    tab.server.lastStream.send('subscribed', {
      id: tab.server.lastStream.request.subscriptions[0].id,
      channel: 'd0',
      resumed: false,
    });
    tab.server.lastStream.send('snapshot', {
      channel: 'd0',
      version: 1,
      ...answerOf(ship('q', 1)),
    });
    await ready(live, 'q1');
    expect(seen.at(-1)).toBe('stream ready q1');
  });

  it('gives the age of the data by the browser’s clock when the backend’s is an hour behind', async () => {
    const hour = 3_600_000;
    const { live } = tab.watch();
    await tab.streams(1);
    const stream = tab.carry();
    await ready(live, 'a1', 'b2');
    expect(live.getState().asOf).toBeUndefined();
    stream.send('heartbeat', {
      now: tab.time.now() - hour,
      asOf: { c0: tab.time.now() - hour - 1_500 },
    });
    await until(() => live.getState().asOf !== undefined);
    expect(live.getState().asOf).toBe(tab.time.now() - 1_500);
    expect(live.getState().coverage).toEqual({
      ...coverage,
      asOf: tab.time.now() - hour - 1_500,
    });
    stream.send('delta', {
      channel: 'c0',
      version: 8,
      coverage: { ...coverage, answered: 0, asOf: tab.time.now() + hour },
    });
    await until(() => live.getState().coverage?.answered === 0);
    expect(live.getState().asOf).toBe(tab.time.now());
  });

  it('previews and runs an action as the API wants it', async () => {
    tab.server.answer = () => Response.json({ status: 'succeeded' });
    const action = { id: 'ship.sail' } as any;
    await tab.client.previewAction(action, { to: 'Oslo' });
    await tab.client.runAction(
      action,
      { to: 'Oslo' },
      { uid: 'u1', resourceVersion: '5' },
      { idempotencyKey: 'k1', reason: 'late' },
    );
    expect(
      tab.server.requests.map(({ line, body, headers }) => ({
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
    tab.server.answer = () => new Promise(() => {});
    const answer = tab.client.whoami();
    await until(() => tab.server.requests.length === 1);
    tab.time.advance(15_000);
    await expect(answer).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });
});
