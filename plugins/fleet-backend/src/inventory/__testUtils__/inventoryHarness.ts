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
import {
  ClusterRow,
  createResourceRef,
  resourceRowShape,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ResourceSource,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { z } from 'zod';
import { ClusterDefinition } from '../../clusters/ClusterDefinition';
import {
  ClusterCredentials,
  StaticCredentials,
} from '../../clusters/credentials/ClusterCredentials';
import { createInventory, FleetInventory } from '../createInventory';
import { RowBatch } from '../Inventory';
import { ManualClock } from './ManualClock';
import { ScriptedApiServer } from './ScriptedApiServer';

/** Milliseconds without a move after which nothing more is expected to move. */
const QUIET = 4;
const QUIET_TURNS = 150;

export const WIDGETS = '/apis/example.test/v1/widgets';
export const GADGETS = '/apis/example.test/v1/gadgets';

export interface Widget {
  metadata: {
    uid: string;
    name: string;
    namespace: string;
    resourceVersion?: string;
  };
  spec: { size: unknown };
}

export function widget(name: string, size: unknown, uid = `uid-${name}`) {
  return {
    metadata: { uid, name, namespace: 'shop', resourceVersion: '1' },
    spec: { size, ignored: { of: ['no', 'interest'] } },
  };
}

function kind(plural: string, keep: 'always' | 'while-viewed' = 'always') {
  const ref = createResourceRef({
    id: plural,
    scope: 'namespace',
    row: z.object({ ...resourceRowShape, size: z.any() }),
  });
  return watchedResource<any, Widget>(ref, {
    group: 'example.test',
    version: 'v1',
    plural,
    keep,
    fields: ['spec.size'],
    project: ({ metadata, spec }, { cluster }) =>
      spec.size === 'unwanted'
        ? undefined
        : {
            uid: metadata.uid,
            cluster,
            namespace: metadata.namespace,
            name: metadata.name,
            size: spec.size,
          },
  });
}

export const widgets = kind('widgets');
export const gadgets = kind('gadgets', 'while-viewed');

export interface HarnessOptions {
  sources?: ResourceSource<any>[];
  definitions?: ClusterDefinition[];
  pageSize?: number;
  objectBytes?: number;
}

export function definitionOf(
  name: string,
  server: ScriptedApiServer | { url: string; ca: string },
  credentials?: ClusterCredentials,
): ClusterDefinition {
  return {
    name,
    title: name,
    aliases: [],
    labels: {},
    demo: false,
    source: 'kubeconfig',
    auth: 'token',
    endpoint: {
      server: new URL(server.url),
      insecureSkipTlsVerify: false,
      credentials:
        credentials ??
        new StaticCredentials({ token: 'secret-token', authority: server.ca }),
    },
  };
}

/** An inventory over scripted servers, with a clock in the hand of the test. */
export class InventoryHarness {
  readonly clock = new ManualClock();
  readonly inventory: FleetInventory;
  readonly batches: RowBatch[] = [];
  readonly #servers: ScriptedApiServer[];

  constructor(servers: ScriptedApiServer[], options: HarnessOptions = {}) {
    this.#servers = servers;
    this.inventory = createInventory({
      // The clock of these tests stands still while bytes are under way.
      readTick: 0,
      // Tests do not depend on what else the machine does.
      isBusy: () => false,
      definitions:
        options.definitions ??
        servers.map((server, index) => definitionOf(`c${index}`, server)),
      sources: options.sources ?? [widgets],
      logger: mockServices.logger.mock(),
      limits: {
        pageSize: options.pageSize ?? 500,
        concurrentLists: 2,
        objectBytes: options.objectBytes ?? 100_000,
      },
      clock: this.clock,
      random: () => 0.5,
    });
    this.inventory.onRows(batch => this.batches.push(batch));
    this.inventory.start();
  }

  /** Name and size of the rows, by name. */
  rows(cluster = 'c0', resource = 'widgets'): Record<string, unknown> {
    return Object.fromEntries(
      [...this.inventory.rows<any>(resource, cluster).values()]
        .map(({ name, size }) => [name, size] as const)
        .sort(),
    );
  }

  phase(cluster = 'c0', resource = 'widgets'): string {
    const { phase, reason } = this.inventory.state(resource, cluster);
    return reason ? `${phase} (${reason})` : phase;
  }

  cluster(cluster = 'c0'): ClusterRow {
    return this.inventory.rows<ClusterRow>('clusters', cluster).get(cluster)!;
  }

  /** What changed since the last call, as `+name`, `-name`, `name: before > after`. */
  changes(resource = 'widgets'): string[] {
    return this.batches
      .splice(0)
      .filter(batch => batch.resource === resource)
      .flatMap(batch => batch.changes as any[])
      .map(({ previous, row }) => {
        if (!previous) return `+${row.name}`;
        return row
          ? `${row.name}: ${previous.size} > ${row.size}`
          : `-${previous.name}`;
      });
  }

  /** Waits for a condition while time stands still. */
  async until(condition: () => boolean): Promise<void> {
    const deadline = performance.now() + 5_000;
    while (!condition()) {
      if (performance.now() > deadline) {
        throw new Error(`Not so in time: ${condition}`);
      }
      await turn();
    }
  }

  /** Lets time go on, from timer to timer, until a condition holds. Answers with the milliseconds that it took. */
  async pass(condition: () => boolean, most = 600_000): Promise<number> {
    const began = this.clock.now();
    await this.quiet(condition);
    while (!condition()) {
      if (this.clock.now() - began >= most) {
        throw new Error(`Not so within ${most} ms: ${condition}`);
      }
      this.clock.step(5_000);
      await this.quiet(condition);
    }
    return this.clock.now() - began;
  }

  /** Lets an amount of time go by. */
  async elapse(milliseconds: number): Promise<void> {
    const end = this.clock.now() + milliseconds;
    while (this.clock.now() < end) {
      this.clock.step(Math.min(5_000, end - this.clock.now()));
      await this.quiet(() => false);
    }
  }

  /** Waits until nothing moves between us and the servers. */
  async quiet(condition: () => boolean): Promise<void> {
    const moved = () =>
      Math.max(0, ...this.#servers.map(server => server.lastActivity));
    let last = moved();
    let since = performance.now();
    // Turns and not time alone: a busy machine may stop us for longer than that.
    for (
      let turns = 0;
      turns < QUIET_TURNS || performance.now() - since < QUIET;
      turns++
    ) {
      if (condition()) return;
      await turn();
      if (moved() !== last) {
        last = moved();
        since = performance.now();
        turns = 0;
      }
    }
  }

  async stop(): Promise<void> {
    await this.inventory.stop();
    await Promise.all(this.#servers.map(server => server.stop()));
  }
}

function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
