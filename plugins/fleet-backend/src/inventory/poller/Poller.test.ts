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
  createResourceRef,
  resourceRowShape,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  PollContext,
  polledResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { z } from 'zod';
import { InventoryHarness } from '../__testUtils__/inventoryHarness';
import { refusal, ScriptedApiServer } from '../__testUtils__/ScriptedApiServer';

jest.setTimeout(20_000);

const usage = createResourceRef({
  id: 'usage',
  scope: 'namespace',
  row: z.object({ ...resourceRowShape, size: z.any() }),
});

function row(name: string, size: unknown) {
  return { uid: name, cluster: 'c0', namespace: 'shop', name, size };
}

describe('Poller', () => {
  let server: ScriptedApiServer;
  let harness: InventoryHarness;
  let polls: number;
  let poll: (context: PollContext) => Promise<any[]>;

  const start = (keep: 'always' | 'while-viewed' = 'always') => {
    harness = new InventoryHarness([server], {
      sources: [
        polledResource(usage, {
          interval: 10_000,
          timeout: 2_000,
          keep,
          poll: context => {
            polls++;
            return poll(context);
          },
        }),
      ],
    });
  };

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
    polls = 0;
    poll = async () => [row('a', 1), row('b', 2)];
  });

  afterEach(() => harness.stop());

  it('asks again after each answer and tells what changed', async () => {
    start();
    await harness.until(() => harness.phase('c0', 'usage') === 'live');
    expect(harness.changes('usage')).toEqual(['+a', '+b']);
    poll = async ({ connection }) => [
      row('b', await connection.get('/version').then(() => 20)),
      row('c', 3),
    ];
    const took = await harness.pass(() => harness.rows('c0', 'usage').c === 3);
    expect(took).toBe(10_000);
    expect(harness.changes('usage')).toEqual(['b: 2 > 20', '+c', '-a']);
  });

  it('keeps the rows when it cannot ask, and says why', async () => {
    start();
    await harness.until(() => harness.phase('c0', 'usage') === 'live');
    poll = async ({ connection }) => connection.get('/nowhere');
    await harness.pass(() => harness.phase('c0', 'usage') !== 'live');
    expect(harness.inventory.state('usage', 'c0')).toMatchObject({
      phase: 'failed',
      known: true,
      reason: 'not-installed',
    });
    expect(harness.rows('c0', 'usage')).toEqual({ a: 1, b: 2 });
    poll = async () => {
      throw new Error('odd answer');
    };
    await harness.pass(
      () => harness.phase('c0', 'usage') === 'failed (invalid)',
    );
    poll = () => new Promise(() => {});
    await harness.pass(
      () => harness.phase('c0', 'usage') === 'failed (timeout)',
    );
    poll = async () => [];
    await harness.pass(() => harness.phase('c0', 'usage') === 'live');
    expect(harness.rows('c0', 'usage')).toEqual({});
  });

  it('lets rows go that it has not been allowed to ask for during a minute', async () => {
    start();
    await harness.until(() => harness.phase('c0', 'usage') === 'live');
    server.script(({ path }) => path === '/no', refusal(403, 'no'), 99);
    poll = async ({ connection }) => connection.get('/no');
    await harness.pass(
      () => harness.phase('c0', 'usage') === 'failed (forbidden)',
    );
    await harness.elapse(50_000);
    expect(harness.rows('c0', 'usage')).toEqual({ a: 1, b: 2 });
    await harness.elapse(20_000);
    expect(harness.rows('c0', 'usage')).toEqual({});
    expect(harness.inventory.state('usage', 'c0').known).toBe(false);
  });

  it('asks only while somebody looks, and a minute after', async () => {
    start('while-viewed');
    await harness.elapse(30_000);
    expect(polls).toBe(0);
    const release = harness.inventory.retain(['usage', 'usage']);
    await harness.until(() => polls === 1);
    release();
    release();
    await harness.elapse(120_000);
    const asked = polls;
    expect(asked).toBeLessThanOrEqual(7);
    await harness.elapse(60_000);
    expect(polls).toBe(asked);
    expect(harness.phase('c0', 'usage')).toBe('idle');
  });
});
