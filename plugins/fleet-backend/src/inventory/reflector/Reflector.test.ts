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

import {
  gadgets,
  GADGETS,
  HarnessOptions,
  InventoryHarness,
  widget,
  WIDGETS,
  widgets,
} from '../__testUtils__/inventoryHarness';
import {
  Answer,
  refusal,
  ScriptedApiServer,
  SeenRequest,
} from '../__testUtils__/ScriptedApiServer';

jest.setTimeout(20_000);

const isList = ({ kind, path }: SeenRequest) =>
  kind === 'list' && path === WIDGETS;
const isWatch = ({ kind, path }: SeenRequest) =>
  kind === 'watch' && path === WIDGETS;

const truncated: Answer = (_, response) => {
  response.writeHead(200);
  response.write(
    `{"metadata":{"resourceVersion":"7"},"items":[${JSON.stringify(
      widget('a', 99),
    )},{"metadata":{"uid":"uid-b"`,
  );
  setImmediate(() => response.destroy());
};

const lines =
  (...texts: string[]): Answer =>
  (_, response) => {
    response.writeHead(200);
    texts.forEach(text => response.write(`${text}\n`));
  };

const expired =
  '{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old resource version"}}';

describe.each([
  ['HTTP/2', false],
  ['HTTP/1.1', true],
])('Reflector over %s', (_, http1) => {
  let server: ScriptedApiServer;
  let harness: InventoryHarness;

  const start = async (options?: HarnessOptions) => {
    harness = new InventoryHarness([server], options);
  };
  const startLive = async (options?: HarnessOptions) => {
    await start(options);
    await harness.until(() => server.watching(WIDGETS));
    harness.changes();
  };

  beforeEach(async () => {
    server = await ScriptedApiServer.start({ http1 });
    server.objects.set(WIDGETS, [widget('a', 1), widget('b', 2)]);
    server.objects.set(GADGETS, []);
  });

  afterEach(() => harness.stop());

  it('lists page by page, then watches from the version of the list', async () => {
    server.objects.set(
      WIDGETS,
      Array.from({ length: 7 }, (__, index) => widget(`w${index}`, index)),
    );
    server.version = '9007199254740993';
    await startLive({ pageSize: 3 });
    expect(Object.keys(harness.rows())).toHaveLength(7);
    expect(harness.phase()).toBe('live');
    expect(
      server.requests
        .filter(({ path }) => path === WIDGETS)
        .map(({ query }) => query),
    ).toEqual([
      { limit: '3' },
      { limit: '3', continue: '3' },
      { limit: '3', continue: '6' },
      {
        watch: '1',
        allowWatchBookmarks: 'true',
        resourceVersion: '9007199254740993',
        timeoutSeconds: '450',
      },
    ]);
    expect(server.requests[0].headers).toMatchObject({
      authorization: 'Bearer secret-token',
    });
  });

  it('takes events of all types, one batch a chunk', async () => {
    await startLive();
    const event = (type: string, object: object) =>
      `${JSON.stringify({ type, object })}\n`;
    server.send(
      WIDGETS,
      [
        event('MODIFIED', widget('a', 10)),
        event('ADDED', widget('c', 3)),
        event('ADDED', widget('c', 3)),
        event('MODIFIED', widget('unknown', 4)),
        event('DELETED', widget('b', 2)),
        event('DELETED', widget('never-seen', 2)),
        event('FANCY', widget('x', 2)),
        event('BOOKMARK', { metadata: { resourceVersion: '77' } }),
      ].join(''),
    );
    await harness.until(() => harness.batches.length > 0);
    expect(harness.batches).toHaveLength(1);
    expect(harness.changes()).toEqual(['a: 1 > 10', '+c', '+unknown', '-b']);
    expect(harness.inventory.counters).toMatchObject({
      unknownEvents: 1,
      malformedLines: 0,
    });
    server.endWatches(WIDGETS);
    await harness.pass(() => server.count('watch') === 2);
    expect(server.requests.at(-1)!.query.resourceVersion).toBe('77');
  });

  it('leaves out objects that are not wanted, and those that the projection cannot bear', async () => {
    server.objects.set(WIDGETS, [
      widget('a', 1),
      widget('b', 'unwanted'),
      { metadata: { uid: 'odd', name: 'odd' }, spec: null },
      null as unknown as object,
      widget('c', 3),
    ]);
    await startLive();
    expect(harness.rows()).toEqual({ a: 1, c: 3 });
    expect(harness.inventory.counters.unprojected).toBe(1);
    server.event(WIDGETS, 'MODIFIED', widget('a', 'unwanted'));
    server.event(WIDGETS, 'MODIFIED', {
      ...widget('c', 3),
      spec: null,
    });
    server.event(WIDGETS, 'MODIFIED', widget('b', 2));
    await harness.until(() => harness.rows().b === 2);
    expect(harness.rows()).toEqual({ b: 2, c: 3 });
  });

  it('puts events together that are split anywhere', async () => {
    await startLive();
    const line = Buffer.from(
      `${JSON.stringify({
        type: 'MODIFIED',
        object: widget('a', 'Grüße "an" 🚢\\ alle'),
      })}\n`,
    );
    for (const byte of line) {
      server.send(WIDGETS, Buffer.of(byte));
    }
    await harness.until(() => harness.batches.length > 0);
    expect(harness.rows().a).toBe('Grüße "an" 🚢\\ alle');
  });

  it.each([
    ['a closed watch', '', 0],
    ['410 as an event, the stream left open', expired, 1],
    ['an event that is no JSON', '{"type":"MODIFIED","object":{"meta', 1],
    ['an event without an object', '{"type":"ADDED"}', 1],
    [
      'an event over the size limit',
      JSON.stringify({ type: 'ADDED', object: { x: 'y'.repeat(200_000) } }),
      1,
    ],
  ])('goes on after %s', async (__, text, lists) => {
    await startLive();
    server.objects.set(WIDGETS, [widget('b', 2, 'uid-b2'), widget('c', 3)]);
    if (text) server.send(WIDGETS, `${text}\n`);
    else server.endWatches(WIDGETS);
    const took = await harness.pass(() => server.count('watch') === 2);
    expect(took).toBeLessThan(1_000);
    expect(server.count('list')).toBe(1 + lists);
    expect(harness.inventory.counters.resyncs).toBe(lists);
    expect(harness.changes()).toEqual(lists ? ['+b', '+c', '-a', '-b'] : []);
    expect(harness.phase()).toBe('live');
  });

  it('lists anew after a watch was refused with 410, telling only what changed', async () => {
    await startLive();
    server.objects.set(WIDGETS, [widget('a', 1), widget('b', 20)]);
    server.script(isWatch, refusal(410, 'too old resource version'));
    server.endWatches(WIDGETS);
    await harness.pass(() => server.count('watch') === 3);
    expect(server.count('list')).toBe(2);
    expect(harness.changes()).toEqual(['b: 2 > 20']);
  });

  it('begins a list again when its next page came too late', async () => {
    server.script(
      request => isList(request) && request.query.continue !== undefined,
      refusal(410, 'The provided continue parameter is too old'),
    );
    await start({ pageSize: 1 });
    await harness.pass(() => server.watching(WIDGETS));
    expect(harness.rows()).toEqual({ a: 1, b: 2 });
    expect(harness.changes()).toEqual(['+a', '+b']);
  });

  it('keeps its rows when a list is cut off, and says how old they are', async () => {
    await startLive();
    const { lastContact } = harness.inventory.state('widgets', 'c0');
    server.script(isList, truncated, 3);
    server.send(WIDGETS, `${expired}\n`);
    await harness.pass(() => harness.phase().startsWith('failed'));
    expect(Object.keys(harness.rows())).toEqual(['a', 'b']);
    expect(harness.inventory.state('widgets', 'c0').known).toBe(true);
    expect(lastContact).toEqual(expect.any(Number));
    await harness.pass(() => server.watching(WIDGETS));
    expect(harness.rows()).toEqual({ a: 1, b: 2 });
  });

  it('waits longer and longer while lists fail, and is well again by itself', async () => {
    const at: number[] = [];
    server.onRequest = request => {
      if (isList(request)) at.push(harness.clock.now());
    };
    server.script(isList, refusal(500, 'etcd is away'), 3);
    await start();
    await harness.pass(() => harness.cluster().state === 'degraded');
    expect(harness.cluster()).toMatchObject({
      state: 'degraded',
      reason: 'degraded',
      message: "Cluster 'c0' answered 500: etcd is away",
    });
    await harness.pass(() => server.watching(WIDGETS));
    const gaps = at.slice(1).map((time, index) => time - at[index]);
    expect(gaps).toEqual([1200, 2400, 4800]);
    expect(harness.cluster().state).toBe('healthy');
    expect(harness.rows()).toEqual({ a: 1, b: 2 });
  });

  it('does as Retry-After says', async () => {
    server.script(isList, refusal(429, 'slow down', { 'retry-after': '7' }));
    await start();
    await harness.until(() => harness.phase() === 'failed (degraded)');
    expect(
      await harness.pass(() => server.watching(WIDGETS)),
    ).toBeGreaterThanOrEqual(7_000);
    expect(server.count('list')).toBe(2);
  });

  it('asks at most about once a minute of a server that keeps refusing', async () => {
    server.script(isList, refusal(429, 'slow down'), 1000);
    await start();
    await harness.elapse(300_000);
    expect(server.count('list')).toBeGreaterThan(8);
    expect(server.count('list')).toBeLessThan(14);
  });

  it('opens at most ten watches a minute on a server that closes each at once', async () => {
    server.script(isWatch, (__, response) => response.writeHead(200).end(), 99);
    await start();
    await harness.until(() => server.count('watch') === 1);
    await harness.elapse(60_000);
    expect(server.count('watch')).toBeLessThanOrEqual(10);
    expect(server.count('list')).toBe(1);
  });

  it('goes on watching after an error event, without listing', async () => {
    server.script(
      isWatch,
      lines('{"type":"ERROR","object":{"code":500,"message":"no leader"}}'),
    );
    await start();
    await harness.until(() => harness.phase() === 'failed (degraded)');
    expect(harness.inventory.state('widgets', 'c0').message).toBe(
      "Cluster 'c0' ended a watch with 500: no leader",
    );
    await harness.pass(() => harness.phase() === 'live');
    expect(server.count('list')).toBe(1);
  });

  it.each([
    [403, 'forbidden', { a: 1, b: 2 }, true],
    [404, 'not-installed', {}, false],
  ])(
    'parks a kind that is answered with %s and leaves the others alone',
    async (code, reason, rows, known) => {
      await startLive({ sources: [widgets, gadgets] });
      harness.inventory.retain(['gadgets']);
      server.script(isWatch, refusal(code, 'no'), 1);
      server.script(isList, refusal(code, 'no'), 2);
      server.endWatches(WIDGETS);
      await harness.pass(() => harness.phase() === `failed (${reason})`);
      expect(harness.rows()).toEqual(rows);
      expect(harness.inventory.state('widgets', 'c0').known).toBe(known);
      await harness.until(() => harness.phase('c0', 'gadgets') === 'live');
      const asked = server.count('list', WIDGETS);
      await harness.elapse(55_000);
      expect(server.count('list', WIDGETS)).toBe(asked);
      await harness.pass(() => harness.phase() === 'live');
      expect(harness.rows()).toEqual({ a: 1, b: 2 });
    },
  );

  it('lets rows go that may not be read any longer, and reads them again when they may', async () => {
    await startLive();
    server.script(isWatch, refusal(403, 'no'), 1);
    server.script(isList, refusal(403, 'no'), 3);
    server.endWatches(WIDGETS);
    await harness.pass(() => harness.phase() === 'failed (forbidden)');
    await harness.elapse(55_000);
    expect(harness.rows()).toEqual({ a: 1, b: 2 });
    await harness.pass(() => harness.rows().a === undefined, 60_000);
    expect(harness.inventory.state('widgets', 'c0')).toMatchObject({
      phase: 'failed',
      reason: 'forbidden',
      known: false,
    });
    await harness.pass(() => harness.phase() === 'live');
    expect(harness.rows()).toEqual({ a: 1, b: 2 });
  });

  it('asks for no list while nothing happens but bookmarks', async () => {
    await startLive();
    for (let minute = 0; minute < 30; minute++) {
      server.event(WIDGETS, 'BOOKMARK', {
        metadata: { resourceVersion: `${2000 + minute}` },
      });
      await harness.elapse(60_000);
    }
    expect(server.count('list')).toBe(1);
    expect(server.count('watch')).toBe(1);
  });

  it('gives up a watch on which nothing came for 75 seconds', async () => {
    await startLive();
    const took = await harness.pass(() => server.count('watch') === 2);
    expect(took).toBeGreaterThanOrEqual(75_000);
    expect(took).toBeLessThan(80_000);
    expect(server.count('list')).toBe(1);
  });

  it('goes on where it was after the connection was cut', async () => {
    await startLive();
    server.event(WIDGETS, 'MODIFIED', {
      ...widget('a', 5),
      metadata: { ...widget('a', 5).metadata, resourceVersion: '1001' },
    });
    await harness.until(() => harness.rows().a === 5);
    server.cut();
    const took = await harness.pass(
      () => server.count('watch') === 2 && server.watching(WIDGETS),
    );
    expect(took).toBeLessThan(1_000);
    expect(server.count('list')).toBe(1);
    expect(server.requests.findLast(isWatch)!.query.resourceVersion).toBe(
      '1001',
    );
    expect(harness.cluster().state).toBe('healthy');
  });
});
