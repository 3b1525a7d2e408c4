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

import { ClusterDefinition } from '../clusters/ClusterDefinition';
import {
  definitionOf,
  GADGETS,
  gadgets,
  InventoryHarness,
  widget,
  WIDGETS,
  widgets,
} from './__testUtils__/inventoryHarness';
import { ScriptedApiServer } from './__testUtils__/ScriptedApiServer';

jest.setTimeout(20_000);

describe('clusters that come, change and go', () => {
  let one: ScriptedApiServer;
  let two: ScriptedApiServer;
  let harness: InventoryHarness;
  const told: string[][] = [];

  const marked = (
    name: string,
    server: ScriptedApiServer,
    fingerprint: string,
    rest: Partial<ClusterDefinition> = {},
  ): ClusterDefinition => {
    const definition = definitionOf(name, server);
    return {
      ...definition,
      endpoint: { ...definition.endpoint!, fingerprint },
      ...rest,
    };
  };

  beforeEach(async () => {
    [one, two] = await Promise.all([
      ScriptedApiServer.start(),
      ScriptedApiServer.start(),
    ]);
    one.objects.set(WIDGETS, [widget('a', 1)]);
    two.objects.set(WIDGETS, [widget('b', 2)]);
    told.length = 0;
    harness = new InventoryHarness([one, two], {
      definitions: [marked('east', one, '1')],
      sources: [widgets, gadgets],
    });
    harness.inventory.onClusters(() =>
      told.push([...harness.inventory.clusters()]),
    );
    await harness.until(() => one.watching(WIDGETS));
  });

  afterEach(() => harness.stop());

  it('a new one is connected, with what is being viewed', async () => {
    two.objects.set(GADGETS, [widget('g', 3)]);
    one.objects.set(GADGETS, []);
    harness.inventory.retain(['gadgets']);
    harness.inventory.setClusters([
      harnessDefinition('east'),
      marked('west', two, '2'),
    ]);
    expect(told).toEqual([['east', 'west']]);
    await harness.until(() => harness.phase('west') === 'live');
    expect(harness.rows('west')).toEqual({ b: 2 });
    await harness.until(() => harness.phase('west', 'gadgets') === 'live');
    expect(one.count('list')).toBe(2);
  });

  it('one that goes takes its rows with it, before anybody is told', async () => {
    harness.changes();
    harness.inventory.onClusters(() =>
      expect(harness.changes()).toEqual(['-a']),
    );
    harness.inventory.setClusters([]);
    expect(told).toEqual([[]]);
    expect(harness.rows('east')).toEqual({});
    expect(harness.phase('east')).toBe('idle');
    expect(harness.inventory.connection('east')).toBeUndefined();
    await harness.until(() => !one.watching(WIDGETS));
  });

  it('one that comes again is read anew', async () => {
    harness.inventory.setClusters([]);
    one.objects.set(WIDGETS, [widget('c', 3)]);
    harness.inventory.setClusters([marked('east', one, '1')]);
    await harness.until(() => harness.phase('east') === 'live');
    expect(harness.rows('east')).toEqual({ c: 3 });
  });

  it('one that is defined as before is left alone', async () => {
    harness.changes();
    harness.inventory.setClusters([marked('east', one, '1')]);
    await harness.elapse(1_000);
    expect(one.count('list')).toBe(1);
    expect(one.watching(WIDGETS)).toBe(true);
    expect(harness.changes()).toEqual([]);
    expect(told).toEqual([]);
  });

  it('another title and other labels show without a new connection', async () => {
    harness.inventory.setClusters([
      marked('east', one, '1', { title: 'East', labels: { region: 'eu' } }),
    ]);
    expect(harness.cluster('east')).toMatchObject({
      title: 'East',
      labels: { region: 'eu' },
      state: 'healthy',
    });
    expect(one.watching(WIDGETS)).toBe(true);
  });

  it('another address of the same cluster keeps the rows and goes on from there', async () => {
    two.objects.set(WIDGETS, [widget('a', 1)]);
    harness.changes();
    harness.inventory.setClusters([marked('east', two, '2')]);
    expect(harness.rows('east')).toEqual({ a: 1 });
    await harness.pass(() => two.watching(WIDGETS));
    await harness.until(() => harness.cluster('east').state === 'healthy');
    expect(harness.cluster('east').server).toBe(`${two.url}/`);
    expect(two.count('list')).toBe(0);
    expect(harness.changes()).toEqual([]);
    expect(told).toEqual([]);
  });

  it('another cluster under the name is read anew', async () => {
    two.incarnation = 'second';
    harness.changes();
    harness.inventory.setClusters([marked('east', two, '2')]);
    await harness.pass(() => 'b' in harness.rows('east'));
    expect(harness.rows('east')).toEqual({ b: 2 });
    expect(harness.cluster('east').incarnation).toBe('second');
  });

  it('a definition that can no longer be used says so, and heals', async () => {
    const { endpoint, ...broken } = marked('east', one, '1');
    harness.inventory.setClusters([
      { ...broken, problem: { message: 'no good', advice: 'mend it' } },
    ]);
    expect(harness.cluster('east').state).toBe('invalid');
    expect(harness.phase('east')).toBe('failed (invalid)');
    harness.inventory.setClusters([{ ...broken, endpoint }]);
    await harness.until(() => harness.phase('east') === 'live');
    expect(harness.rows('east')).toEqual({ a: 1 });
  });

  it('twenty dead ones do not keep forty others waiting', async () => {
    const dead = await Promise.all(
      Array.from({ length: 4 }, () => ScriptedApiServer.start()),
    );
    await Promise.all(dead.slice(0, 2).map(server => server.stop()));
    dead.slice(2).forEach(server =>
      server.script(
        () => true,
        () => {},
        100_000,
      ),
    );
    const definitions = Array.from({ length: 60 }, (_, index) =>
      index % 3 === 0
        ? definitionOf(`c${index}`, dead[index % 4])
        : definitionOf(`c${index}`, two),
    );
    harness.inventory.setClusters(definitions);
    const healthy = definitions.filter((_, index) => index % 3 !== 0);
    // Time stands still: what waits for a timeout never ends.
    await harness.until(() =>
      healthy.every(({ name }) => harness.phase(name) === 'live'),
    );
    expect(
      definitions.filter(({ name }) => harness.phase(name) === 'live'),
    ).toHaveLength(40);
    harness.inventory.setClusters([]);
    await Promise.all(dead.slice(2).map(server => server.stop()));
  });

  function harnessDefinition(name: string): ClusterDefinition {
    return marked(name, one, '1');
  }
});
