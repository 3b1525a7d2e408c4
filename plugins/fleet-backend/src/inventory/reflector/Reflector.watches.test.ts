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
  InventoryHarness,
  widget,
  WIDGETS,
} from '../__testUtils__/inventoryHarness';
import { ScriptedApiServer } from '../__testUtils__/ScriptedApiServer';
import { isEarlier } from './resourceVersions';

jest.setTimeout(20_000);

describe('watches that behave oddly', () => {
  let server: ScriptedApiServer;
  let harness: InventoryHarness;

  const at = (version: string, size: number) => {
    const { metadata, ...rest } = widget('a', size);
    return { ...rest, metadata: { ...metadata, resourceVersion: version } };
  };

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
    server.objects.set(WIDGETS, [widget('a', 1)]);
    harness = new InventoryHarness([server]);
    await harness.until(() => server.watching(WIDGETS));
    harness.changes();
  });

  afterEach(() => harness.stop());

  it('are given up when bytes trickle in but no event comes to its end', async () => {
    const line = JSON.stringify({ type: 'MODIFIED', object: at('1001', 2) });
    for (let byte = 0; byte < 9 && server.count('watch') === 1; byte++) {
      server.send(WIDGETS, line[byte]);
      await harness.elapse(10_000);
    }
    await harness.pass(() => server.count('watch') === 2, 1_000);
    expect(server.count('list')).toBe(1);
  });

  it.each([
    ['in their order', ['1001', '1002']],
    ['the last first', ['1002', '1001']],
  ])(
    'have the kind listed anew when events come again, %s',
    async (_, again) => {
      server.event(WIDGETS, 'MODIFIED', at('1001', 2));
      server.event(WIDGETS, 'MODIFIED', at('1002', 3));
      server.objects.set(WIDGETS, [at('1002', 3)]);
      for (const version of again) {
        server.event(WIDGETS, 'MODIFIED', at(version, Number(version) - 999));
      }
      await harness.pass(() => server.count('watch') === 2);
      expect(harness.rows()).toEqual({ a: 3 });
      expect(harness.changes()).toEqual(['a: 1 > 2', 'a: 2 > 3']);
      expect(harness.inventory.counters).toMatchObject({
        replayedEvents: 1,
        resyncs: 1,
      });
    },
  );

  it('are no failure of the kind when the way to the server cuts them every 40 seconds', async () => {
    const phases = new Set<string>();
    harness.inventory.onState(() => phases.add(harness.phase()));
    const opened = (watches: number) => () =>
      server.count('watch') === watches && server.watching(WIDGETS);
    for (let watches = 2; watches <= 7; watches++) {
      await harness.elapse(40_000);
      server.cut();
      await harness.pass(opened(watches), 3_000);
    }
    expect([...phases].filter(phase => phase.startsWith('failed'))).toEqual([]);
    expect(server.count('list')).toBe(1);
  });
});

it.each([
  ['9', '10', true],
  ['10', '9', false],
  ['10', '10', false],
  ['9007199254740993', '9007199254740994', true],
  ['abc', '10', false],
  ['9', 'abc', false],
])('%s is known to be earlier than %s: %s', (version, than, earlier) => {
  expect(isEarlier(version, than)).toBe(earlier);
});
