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
  definitionOf,
  gadgets,
  GADGETS,
  InventoryHarness,
  widget,
  WIDGETS,
  widgets,
} from './__testUtils__/inventoryHarness';
import {
  ScriptedApiServer,
  SeenRequest,
} from './__testUtils__/ScriptedApiServer';

jest.setTimeout(20_000);

const isList = ({ kind, path }: SeenRequest) =>
  kind === 'list' && path === WIDGETS;

describe('createInventory', () => {
  let server: ScriptedApiServer;
  let harness: InventoryHarness;

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
    server.objects.set(WIDGETS, [widget('a', 1), widget('b', 2)]);
  });

  afterEach(() => harness.stop());

  it('keeps what is looked at, and a while after', async () => {
    server.objects.set(GADGETS, [widget('g', 1)]);
    harness = new InventoryHarness([server], { sources: [widgets, gadgets] });
    expect(harness.phase('c0', 'gadgets')).toBe('idle');
    const release = harness.inventory.retain(['gadgets']);
    await harness.until(() => server.watching(GADGETS));
    release();
    await harness.elapse(50_000);
    expect(harness.rows('c0', 'gadgets')).toEqual({ g: 1 });
    const again = harness.inventory.retain(['gadgets']);
    await harness.elapse(20_000);
    expect(harness.rows('c0', 'gadgets')).toEqual({ g: 1 });
    again();
    await harness.pass(() => harness.phase('c0', 'gadgets') === 'idle');
    expect(harness.rows('c0', 'gadgets')).toEqual({});
    await harness.until(() => !server.watching(GADGETS));
  });

  it('reads everything anew when the cluster is another one', async () => {
    harness = new InventoryHarness([server]);
    await harness.until(() => server.watching(WIDGETS));
    server.incarnation = 'second';
    server.objects.set(WIDGETS, [widget('z', 26)]);
    server.cut();
    await harness.pass(() => harness.rows().z === 26);
    expect(harness.rows()).toEqual({ z: 26 });
    expect(harness.cluster().incarnation).toBe('second');
    expect(server.count('list')).toBe(2);
  });
});

describe('An inventory of several clusters', () => {
  it('is not held up by servers that are dead, silent or refuse', async () => {
    const well = await ScriptedApiServer.start();
    const silent = await ScriptedApiServer.start();
    const gone = await ScriptedApiServer.start();
    well.objects.set(WIDGETS, [widget('a', 1)]);
    silent.objects.set(WIDGETS, [widget('a', 1)]);
    silent.script(isList, () => {}, 99);
    await gone.stop();
    const definitions = [
      ...[1, 2, 3].map(index => definitionOf(`silent-${index}`, silent)),
      definitionOf('gone', gone),
      definitionOf('nowhere', { url: 'https://nowhere.invalid', ca: well.ca }),
      definitionOf('well', well),
    ];
    const harness = new InventoryHarness([well, silent], { definitions });
    await harness.pass(() => harness.phase('well') === 'live', 5_000);
    await harness.pass(
      () => harness.cluster('nowhere').state === 'unreachable',
      5_000,
    );
    expect(
      ['gone', 'nowhere', 'well', 'silent-1'].map(name => {
        const { state, reason } = harness.cluster(name);
        return [name, state, reason];
      }),
    ).toEqual([
      ['gone', 'unreachable', 'refused'],
      ['nowhere', 'unreachable', 'dns'],
      ['well', 'healthy', undefined],
      ['silent-1', 'healthy', undefined],
    ]);
    await harness.pass(() => harness.phase('silent-1') === 'failed (timeout)');
    expect(harness.cluster('silent-1')).toMatchObject({
      state: 'degraded',
      reason: 'timeout',
    });
    await harness.stop();
  });
});
