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

import { mockServices } from '@backstage/backend-test-utils';
import { once } from 'node:events';
import http, { Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { ManualClock } from '../../inventory/__testUtils__/ManualClock';
import { ClusterDefinition } from '../ClusterDefinition';
import { StaticCredentials } from '../credentials/ClusterCredentials';
import { KubernetesProxySource } from './KubernetesProxySource';

describe('KubernetesProxySource', () => {
  let plugin: Server;
  let answer: { status: number; body: unknown };
  let asked: number;
  let clock: ManualClock;
  let source: KubernetesProxySource;
  let reports: (readonly ClusterDefinition[])[];
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    asked = 0;
    answer = listed('one', 'two');
    plugin = http.createServer((_, response) => {
      asked++;
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
    plugin.listen(0, '127.0.0.1');
    await once(plugin, 'listening');
    const { port } = plugin.address() as AddressInfo;
    clock = new ManualClock();
    reports = [];
    source = new KubernetesProxySource({
      known: new Set(['known']),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => `http://127.0.0.1:${port}/api/kubernetes`,
      }),
      credentials: new StaticCredentials({ token: 'token' }),
      logger,
      clock,
      random: () => 0,
    });
  });

  afterEach(async () => {
    await source.stop();
    plugin.closeAllConnections();
    plugin.close();
  });

  function listed(...names: string[]) {
    return { status: 200, body: { items: names.map(name => ({ name })) } };
  }

  const start = () => source.start(definitions => reports.push(definitions));
  const names = () => reports.map(report => report.map(({ name }) => name));

  /** Lets time pass until the source has done something. */
  async function until(test: () => boolean) {
    const deadline = Date.now() + 10_000;
    while (!test()) {
      if (Date.now() > deadline) {
        throw new Error(`Not in time: ${test}`);
      }
      // Real input and output first, then the next timer; not so many that a request would time out.
      await new Promise(setImmediate);
      clock.step(20);
    }
  }

  it('tells of clusters that come and go, and not when nothing changed', async () => {
    start();
    await until(() => asked === 3);
    expect(names()).toEqual([['one', 'two']]);

    answer = listed('two', 'known', 'three');
    await until(() => reports.length === 2);
    expect(names()[1]).toEqual(['three', 'two']);
    // What stays is not connected anew.
    expect(reports[1][1].endpoint).toBe(reports[0][1].endpoint);
  });

  it('keeps what it knew while the plugin does not answer', async () => {
    start();
    await until(() => reports.length === 1);
    answer = { status: 503, body: {} };
    await until(() => logger.warn.mock.calls.length === 1);
    answer = listed('one');
    await until(() => reports.length === 2);
    expect(names()).toEqual([['one', 'two'], ['one']]);
  });

  it.each([
    ['refuses', { status: 403, body: { error: { message: 'no' } } }],
    ['is not there', { status: 404, body: {} }],
    ['says something else', { status: 200, body: { items: 'none' } }],
  ])('says after a while that the plugin %s, and heals', async (_, wrong) => {
    answer = wrong;
    start();
    await until(() => reports.length === 1);
    expect(asked).toBeGreaterThan(3);
    expect(reports[0]).toMatchObject([
      {
        name: 'kubernetes-plugin',
        problem: { message: expect.stringContaining('cannot be listed') },
      },
    ]);
    answer = listed('one');
    await until(() => reports.length === 2);
    expect(names()[1]).toEqual(['one']);
  });
});
