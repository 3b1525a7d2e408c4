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

import { Http2TestClient, OpenAnswer } from '../api/testing/Http2TestClient';
import { until } from '../api/testing/until';
import { startApiServer } from '../api/startApiServer';
import { processTls } from '../DemoCluster';
import { SingleDemoCluster, startDemoCluster } from '../startDemoCluster';
import type { Fault } from './FaultRule';

jest.setTimeout(60_000);

const MAPS = '/api/v1/namespaces/shop/configmaps';

/** Type and name of each event; lines that are none as they are. */
function events({ lines }: OpenAnswer): string[] {
  return lines.map(line => {
    try {
      const { type, object } = JSON.parse(line);
      return `${type} ${object.metadata.name ?? object.reason ?? ''}`.trim();
    } catch {
      return 'malformed';
    }
  });
}

describe('faults of watches', () => {
  let cluster: SingleDemoCluster;
  let client: Http2TestClient;
  let serial = 0;
  const opened: OpenAnswer[] = [];

  beforeAll(async () => {
    cluster = await startDemoCluster({
      name: 'faulty',
      controllers: false,
      objects: [
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: '0', namespace: 'shop' },
        },
      ],
    });
    client = new Http2TestClient(cluster.url, cluster.ca, cluster.tokens.admin);
  });

  afterEach(() => {
    cluster.faults.clear();
    opened.splice(0).forEach(each => each.close());
  });

  afterAll(async () => {
    client.close();
    await cluster.close();
  });

  const type = () => cluster.store.types.require('v1', 'ConfigMap');

  const create = (...names: string[]) =>
    names.forEach(name =>
      cluster.store.create(type(), {
        metadata: { name: `${name}-${serial}`, namespace: 'shop' },
      }),
    );

  const open = (path: string) => {
    const answer = client.open(path);
    opened.push(answer);
    return answer;
  };

  /** A watch of what comes from now on, once it is open. */
  const watch = async () => {
    serial += 1;
    const { resourceVersion } = cluster.store;
    const answer = open(`${MAPS}?watch=1&resourceVersion=${resourceVersion}`);
    await until(() => answer.status !== undefined);
    return answer;
  };

  const cases: Array<[string, Fault, string[], string | undefined]> = [
    [
      'a malformed line, and goes on',
      { type: 'watch-event', after: 1, line: 'malformed' },
      ['ADDED a', 'malformed', 'ADDED b', 'ADDED c'],
      undefined,
    ],
    [
      'a line of an unknown type',
      { type: 'watch-event', after: 2, line: 'unknown-type' },
      ['ADDED a', 'ADDED b', 'REWOUND 0', 'ADDED c'],
      undefined,
    ],
    [
      'a raw line, and ends when it shall',
      {
        type: 'watch-event',
        after: 1,
        line: 'error',
        raw: '{"type"\n',
        keepOpen: false,
      },
      ['ADDED a', 'malformed'],
      'end',
    ],
    [
      'an error, which ends it',
      { type: 'watch-event', after: 2, line: 'error', code: 500 },
      ['ADDED a', 'ADDED b', 'ERROR InternalError'],
      'end',
    ],
    [
      'an error, and nothing more though it stays open',
      { type: 'watch-event', after: 0, line: 'error', keepOpen: true },
      ['ERROR Expired'],
      undefined,
    ],
    [
      'an end after some events',
      { type: 'watch-close', after: 2 },
      ['ADDED a', 'ADDED b'],
      'end',
    ],
    ['an end at once', { type: 'watch-close' }, [], 'end'],
    [
      'events twice',
      { type: 'watch-replay', order: 'duplicate', last: 2 },
      ['ADDED a', 'ADDED b', 'ADDED a', 'ADDED b', 'ADDED c'],
      undefined,
    ],
    [
      'events again in the wrong order',
      { type: 'watch-replay', order: 'reversed', last: 2 },
      ['ADDED a', 'ADDED b', 'ADDED b', 'ADDED a', 'ADDED c'],
      undefined,
    ],
  ];

  it.each(cases)(
    'give it %s, open already or not',
    async (_, fault, expected, ended) => {
      const one = await watch();
      const added = cluster.faults.add({ fault });
      const fresh = await watch();
      create('a', 'b', 'c');
      await until(() =>
        [one, fresh].every(
          each => each.lines.length >= expected.length && each.ended === ended,
        ),
      );
      const told = [one, fresh].map(each =>
        events(each).map(line => line.replace(`-${serial}`, '')),
      );
      expect(told).toEqual([expected, expected]);
      expect(added.hits).toBe(2);
    },
  );

  it('give it an event of any size', async () => {
    const one = await watch();
    cluster.faults.add({
      fault: {
        type: 'watch-event',
        after: 0,
        line: 'oversized',
        bytes: 2_000_000,
      },
    });
    await until(() => one.lines.length === 1);
    expect(one.lines[0].length).toBeGreaterThan(2_000_000);
    expect(JSON.parse(one.lines[0])).toMatchObject({
      type: 'MODIFIED',
      object: { kind: 'ConfigMap', metadata: { name: '0' } },
    });
  });

  it('are for as many watches as they may harm, and only for those that match', async () => {
    const others = open('/api/v1/pods?watch=1');
    const [one, two] = [await watch(), await watch()];
    const fault = cluster.faults.add({
      match: { resource: 'configmaps' },
      times: 1,
      fault: { type: 'watch-close' },
    });
    await until(() => one.ended === 'end');
    create('a');
    await until(() => two.lines.length === 1);
    expect([two.ended, others.ended, fault.hits]).toEqual([
      undefined,
      undefined,
      1,
    ]);
  });

  it('keep a watch quiet, which then has missed nothing', async () => {
    const one = await watch();
    const fault = cluster.faults.add({
      match: { path: MAPS },
      fault: { type: 'watch-quiet' },
    });
    const other = open('/api/v1/configmaps?watch=1');
    create('a', 'b');
    await until(() => other.text.includes(`b-${serial}`));
    expect(one.lines).toEqual([]);
    fault.remove();
    create('c');
    await until(() => one.lines.length === 3);
    expect(events(one)).toEqual(
      ['a', 'b', 'c'].map(name => `ADDED ${name}-${serial}`),
    );
  });

  it('shift the times of a watch that is open', async () => {
    const one = await watch();
    create('now');
    await until(() => one.lines.length === 1);
    cluster.faults.add({
      fault: { type: 'clock-skew', milliseconds: -3_600_000 },
    });
    create('skewed');
    await until(() => one.lines.length === 2);
    const [now, skewed] = one.lines.map(line =>
      Date.parse(JSON.parse(line).object.metadata.creationTimestamp),
    );
    expect(Math.round((skewed - now) / 60_000)).toBe(-60);
  });
});

describe('bookmarks', () => {
  it('can be missing, but for the one that ends the initial events', async () => {
    const home = await startDemoCluster({ name: 'home', controllers: false });
    const { authority, identity } = await processTls();
    const server = await startApiServer({
      name: 'brief',
      store: home.store,
      tls: identity,
      tokens: home.tokens,
      bookmarkIntervalMs: 20,
    });
    const client = new Http2TestClient(
      server.url,
      authority.certificate,
      home.tokens.admin,
    );
    const path =
      '/api/v1/nodes?watch=1&allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan';
    const bookmarks = ({ lines }: OpenAnswer) =>
      lines.filter(line => line.startsWith('{"type":"BOOKMARK"'));
    const fault = server.faults.add({ fault: { type: 'no-bookmarks' } });
    const open = client.open(path);
    await until(() => bookmarks(open).length === 1);
    expect(bookmarks(open)[0]).toContain('"k8s.io/initial-events-end":"true"');
    const quiet = client.open(
      '/api/v1/pods?watch=1&allowWatchBookmarks=true&resourceVersion=1',
    );
    fault.remove();
    await until(
      () => bookmarks(open).length > 2 && bookmarks(quiet).length > 2,
    );
    client.close();
    await server.stop();
    await home.close();
  });
});
