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

import { LoggerService } from '@backstage/backend-plugin-api';
import { ResourceRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { ResourceSource } from '@quarterdeck/backstage-plugin-fleet-node';
import { ClusterDefinition } from '../clusters/ClusterDefinition';
import { ClusterConnector } from '../clusters/connection/ClusterConnector';
import { Inventory, ResourceState, RowBatch } from './Inventory';
import {
  createInventoryCounters,
  InventoryCounters,
} from './InventoryCounters';
import { InventoryLimits, readInventoryLimits } from './InventoryLimits';
import { BlockPool } from './json/BlockPool';
import { SharedStrings } from './json/SharedStrings';
import { KeptCluster } from './KeptCluster';
import { FleetContext } from './reflector/ReflectorContext';
import { Clock, systemClock } from './scheduling/Clock';
import { LoadMeter } from './scheduling/LoadMeter';
import { ReadTicks } from './scheduling/ReadTicks';
import { Turns } from './scheduling/Turns';
import { WorkSlicer } from './scheduling/WorkSlicer';
import { Interner } from './store/Interner';

/** How long what nobody looks at any longer is still kept. */
const LINGER = 60_000;
const LIST_STALL = 500;
const LISTS_WHILE_BUSY = 3;
const HANDSHAKES_AT_ONCE = 4;
const HANDSHAKE_STALL = 50;
/** While lists keep the thread busy, connections are made one after the other, some twenty a second. */
const HANDSHAKE_REST = 50;

export interface CreateInventoryOptions {
  /** Those to begin with; none when left out. */
  readonly definitions?: readonly ClusterDefinition[];
  readonly sources: readonly ResourceSource<any>[];
  readonly logger: LoggerService;
  readonly limits?: InventoryLimits;
  readonly clock?: Clock;
  readonly random?: () => number;
  /** Milliseconds for which changes wait for others, see {@link ReadTicks}. */
  readonly readTick?: number;
  /** Whether the thread has all that it can do; measured when left out. */
  readonly isBusy?: () => boolean;
}

/** The inventory with its life and its connections. */
export interface FleetInventory extends Inventory {
  start(): void;
  stop(): Promise<void>;
  /**
   * Replaces the clusters. What is defined as before goes on undisturbed; what is defined otherwise keeps its rows where that is right; what
   * is gone lets them go. May be called at any time.
   */
  setClusters(definitions: readonly ClusterDefinition[]): void;
  connection(cluster: string): ClusterConnector | undefined;
  /** What was done since the start. Live. */
  readonly counters: Readonly<InventoryCounters>;
}

const noRows: ReadonlyMap<string, any> = new Map();

class DefaultFleetInventory implements FleetInventory {
  readonly counters = createInventoryCounters();
  readonly #clusters = new Map<string, KeptCluster>();
  readonly #sources: readonly ResourceSource[];
  #names: readonly string[] = [];
  #started = false;
  #stopped = false;
  readonly #leaving = new Set<Promise<void>>();
  readonly #onRows = new Set<(batch: RowBatch) => void>();
  readonly #onState = new Set<(cluster: string, resource: string) => void>();
  readonly #onClusters = new Set<() => void>();
  readonly #retained = new Map<string, number>();
  readonly #lingering = new Map<string, () => void>();
  readonly #fleet: FleetContext;
  readonly #created: number;

  constructor(options: CreateInventoryOptions) {
    const { logger, clock = systemClock, random = Math.random } = options;
    const limits = options.limits ?? readInventoryLimits();
    const meter = new LoadMeter();
    const isBusy = options.isBusy ?? (() => meter.isBusy());
    this.#created = clock.now();
    this.#fleet = {
      logger,
      clock,
      random,
      limits,
      slots: new Turns({
        most: limits.concurrentLists,
        whileBusy: LISTS_WHILE_BUSY,
        stall: LIST_STALL,
        clock,
        isBusy,
      }),
      handshakes: new Turns({
        most: HANDSHAKES_AT_ONCE,
        whileBusy: 1,
        rest: HANDSHAKE_REST,
        stall: HANDSHAKE_STALL,
        clock,
        isBusy,
      }),
      blocks: new BlockPool(),
      slicer: new WorkSlicer(),
      ticks: new ReadTicks(options.readTick),
      strings: new SharedStrings(),
      intern: new Interner().intern,
      counters: this.counters,
    };
    this.#sources = options.sources;
    this.setClusters(options.definitions ?? []);
  }

  setClusters(definitions: readonly ClusterDefinition[]): void {
    if (this.#stopped) return;
    const wanted = new Map(definitions.map(each => [each.name, each]));
    const before = this.#names;
    for (const [name, cluster] of [...this.#clusters]) {
      const definition = wanted.get(name);
      const same = definition === cluster.definition;
      if (!same && !(definition && cluster.redefine(definition))) {
        this.#clusters.delete(name);
        this.#let(cluster.remove());
      }
    }
    const added: KeptCluster[] = [];
    for (const [name, definition] of wanted) {
      if (!this.#clusters.has(name)) {
        const cluster = this.#create(definition);
        this.#clusters.set(name, cluster);
        added.push(cluster);
      }
    }
    this.#names = [...this.#clusters.keys()].sort();
    if (this.#started) {
      added.forEach(cluster => this.#startCluster(cluster));
    }
    if (added.length > 0 || this.#names.length !== before.length) {
      this.#onClusters.forEach(listener => this.#tell(listener));
    }
  }

  start(): void {
    this.#started = true;
    this.#clusters.forEach(cluster => this.#startCluster(cluster));
  }

  #create(definition: ClusterDefinition): KeptCluster {
    const cluster: KeptCluster = new KeptCluster({
      definition,
      sources: this.#sources,
      fleet: this.#fleet,
      onBatch: batch => this.#tellRows(batch),
      onState: resource => {
        // One that is on its way out has nothing to say of the one that took its name.
        if (this.#clusters.get(definition.name) === cluster) {
          this.#tellState(definition.name, resource);
        }
      },
    });
    return cluster;
  }

  #startCluster(cluster: KeptCluster): void {
    cluster.start();
    for (const [resource, count] of this.#retained) {
      if (count > 0 || this.#lingering.has(resource)) {
        cluster.keep(resource);
      }
    }
  }

  #let(leaving: Promise<void>): void {
    const done = leaving
      .catch(error =>
        this.#fleet.logger.error('A cluster could not be let go', error),
      )
      .finally(() => this.#leaving.delete(done));
    this.#leaving.add(done);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#leaving);
    this.#lingering.forEach(cancel => cancel());
    this.#lingering.clear();
    await Promise.all(
      Array.from(this.#clusters.values(), cluster => cluster.stop()),
    );
  }

  connection(cluster: string): ClusterConnector | undefined {
    return this.#clusters.get(cluster)?.connector;
  }

  clusters(): readonly string[] {
    return this.#names;
  }

  rows<TRow extends ResourceRow = ResourceRow>(
    resource: string,
    cluster: string,
  ): ReadonlyMap<string, TRow> {
    const rows = this.#clusters.get(cluster)?.rows(resource);
    return (rows ?? noRows) as ReadonlyMap<string, TRow>;
  }

  state(resource: string, cluster: string): ResourceState {
    return (
      this.#clusters.get(cluster)?.state(resource) ?? {
        phase: 'idle',
        known: false,
        since: this.#created,
      }
    );
  }

  retain(resources: readonly string[]): () => void {
    const ids = [...new Set(resources)];
    ids.forEach(id => this.#retain(id));
    let released = false;
    return () => {
      if (released) return;
      released = true;
      ids.forEach(id => this.#release(id));
    };
  }

  onRows(listener: (batch: RowBatch) => void): () => void {
    this.#onRows.add(listener);
    return () => this.#onRows.delete(listener);
  }

  onState(listener: (cluster: string, resource: string) => void): () => void {
    this.#onState.add(listener);
    return () => this.#onState.delete(listener);
  }

  onClusters(listener: () => void): () => void {
    this.#onClusters.add(listener);
    return () => this.#onClusters.delete(listener);
  }

  #retain(resource: string): void {
    const count = this.#retained.get(resource) ?? 0;
    this.#retained.set(resource, count + 1);
    this.#lingering.get(resource)?.();
    this.#lingering.delete(resource);
    if (count === 0) {
      this.#clusters.forEach(cluster => cluster.keep(resource));
    }
  }

  #release(resource: string): void {
    const count = (this.#retained.get(resource) ?? 1) - 1;
    this.#retained.set(resource, count);
    if (count === 0) {
      const cancel = this.#fleet.clock.setTimeout(() => {
        this.#lingering.delete(resource);
        this.#clusters.forEach(cluster => void cluster.letGo(resource));
      }, LINGER);
      this.#lingering.set(resource, cancel);
    }
  }

  #tellRows(batch: RowBatch): void {
    this.#onRows.forEach(listener => this.#tell(() => listener(batch)));
  }

  #tellState(cluster: string, resource: string): void {
    this.#onState.forEach(listener =>
      this.#tell(() => listener(cluster, resource)),
    );
  }

  /** What a listener does wrong must not stop a watch. */
  #tell(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.#fleet.logger.error(
        'A listener of the inventory failed',
        error as Error,
      );
    }
  }
}

export function createInventory(
  options: CreateInventoryOptions,
): FleetInventory {
  return new DefaultFleetInventory(options);
}
