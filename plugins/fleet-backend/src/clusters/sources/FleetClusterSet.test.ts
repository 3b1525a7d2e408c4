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
import { nodesResource } from '@quarterdeck/backstage-plugin-fleet-common';
import { watchedResource } from '@quarterdeck/backstage-plugin-fleet-node';
import {
  definitionOf,
  InventoryHarness,
} from '../../inventory/__testUtils__/inventoryHarness';
import { ScriptedApiServer } from '../../inventory/__testUtils__/ScriptedApiServer';
import { ClusterDefinition } from '../ClusterDefinition';
import { ClusterSource } from './ClusterSource';
import { FleetClusterSet } from './FleetClusterSet';

jest.setTimeout(20_000);

const NODES = '/api/v1/nodes';

const nodes = watchedResource(nodesResource, {
  group: '',
  version: 'v1',
  plural: 'nodes',
  keep: 'always',
  fields: [],
  project: ({ metadata }: any, { cluster }) =>
    ({
      uid: metadata.uid,
      cluster,
      namespace: '',
      name: metadata.name,
      providerId: '',
      region: '',
      zone: '',
      version: '',
    }) as any,
});

const node = (uid: string) => ({
  metadata: { uid, name: uid, resourceVersion: '1' },
});

/** A source in the hand of the test. */
class GivenSource implements ClusterSource {
  readonly key: string;
  #given: readonly ClusterDefinition[];
  #report: ((definitions: readonly ClusterDefinition[]) => void) | undefined;

  constructor(key: string, given: readonly ClusterDefinition[]) {
    this.key = key;
    this.#given = given;
  }

  start(report: (definitions: readonly ClusterDefinition[]) => void): void {
    this.#report = report;
    report(this.#given);
  }

  give(...definitions: ClusterDefinition[]): void {
    this.#given = definitions;
    this.#report?.(definitions);
  }

  async stop(): Promise<void> {
    this.#report = undefined;
  }
}

describe('FleetClusterSet', () => {
  let one: ScriptedApiServer;
  let two: ScriptedApiServer;
  let harness: InventoryHarness;
  let set: FleetClusterSet;
  let first: GivenSource;
  let second: GivenSource;
  const names = () => harness.inventory.clusters();

  beforeEach(async () => {
    [one, two] = await Promise.all([
      ScriptedApiServer.start(),
      ScriptedApiServer.start(),
    ]);
    one.objects.set(NODES, [node('n1'), node('n2')]);
    two.objects.set(NODES, [node('n1'), node('n2')]);
    harness = new InventoryHarness([one, two], {
      definitions: [],
      sources: [nodes],
    });
    first = new GivenSource('first', [definitionOf('east', one)]);
    second = new GivenSource('second', []);
    set = new FleetClusterSet({
      sources: [first, second],
      inventory: harness.inventory,
      logger: mockServices.logger.mock(),
    });
  });

  afterEach(async () => {
    await set.stop();
    await harness.stop();
  });

  it('connects at once what is known at once, and what comes later', async () => {
    set.start();
    expect(names()).toEqual(['east']);
    two.incarnation = 'another';
    second.give(definitionOf('west', two));
    await harness.until(() => names().length === 2);
    await harness.until(() => harness.cluster('west').state === 'healthy');
    second.give();
    await harness.until(() => names().length === 1);
  });

  it('finds that two addresses lead to one cluster, and forgets it when one changes', async () => {
    // Restored from a backup of the others: it has their uid, and nodes of its own.
    const restored = await ScriptedApiServer.start();
    restored.objects.set(NODES, [node('n3')]);
    second = new GivenSource('second', [
      definitionOf('restored', restored),
      definitionOf('west', two),
    ]);
    set = new FleetClusterSet({
      sources: [first, second],
      inventory: harness.inventory,
      logger: mockServices.logger.mock(),
    });
    set.start();
    expect(names()).toEqual(['east', 'restored', 'west']);
    await harness.until(() => restored.watching(NODES));
    await harness.until(() => names().length === 2);
    expect(names()).toEqual(['east', 'restored']);
    expect(harness.cluster('east').aliases).toEqual(['west']);
    first.give();
    await harness.until(() => names().includes('west'));
    await harness.until(() => harness.cluster('west').state === 'healthy');
    expect(names()).toEqual(['restored', 'west']);
    await set.stop();
    harness.inventory.setClusters([]);
    await restored.stop();
  });
});
