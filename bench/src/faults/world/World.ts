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

import type { ClusterState } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  KubeObjectInput,
  SingleDemoCluster,
  startDemoCluster,
} from '@quarterdeck/demo-fleet';
import { setTimeout as wait } from 'node:timers/promises';
import type { ClusterAddress, FaultSystem } from '../systems/FaultSystem';
import { FleetSystem } from '../systems/FleetSystem';
import { RequestLog } from './RequestLog';
import { shopObjects } from './shopObjects';
import { StoreEditor } from './StoreEditor';
import { until } from './until';

const PODS = 30;
const SETTLES_WITHIN = 60;
const GUARD_EVERY = 200;
const BOOKMARKS_EVERY = 60_000;

export interface WorldOptions {
  readonly system: FaultSystem;
  /** By how much upper limits of time are multiplied, for machines that are slow or busy. */
  readonly patience: number;
  /** How many times as fast the clock of the system goes. */
  readonly clockRate: number;
}

/** A cluster of a world with what is needed to play with it. */
export interface WorldCluster {
  readonly demo: SingleDemoCluster;
  readonly edit: StoreEditor;
  readonly log: RequestLog;
}

/** The small world of one case: clusters, the system that watches them, and what is held against it. */
export class World {
  readonly system: FaultSystem;
  readonly patience: number;
  readonly clockRate: number;
  readonly #clusters: WorldCluster[] = [];
  readonly #closing: Array<() => void | Promise<void>> = [];
  #broken: string | undefined;

  constructor(options: WorldOptions) {
    this.system = options.system;
    this.patience = options.patience;
    this.clockRate = options.clockRate;
  }

  /** The fleet plugin, when that is what is tried: for what informers do not have. */
  get ours(): FleetSystem | undefined {
    return this.system instanceof FleetSystem ? this.system : undefined;
  }

  /** Makes a cluster. Nothing in it changes by itself. */
  async cluster(
    name: string,
    options: { pods?: number; objects?: KubeObjectInput[] } = {},
  ): Promise<WorldCluster> {
    const demo = await startDemoCluster({
      name,
      objects: options.objects ?? shopObjects(options.pods ?? PODS),
      controllers: false,
      metrics: false,
      // A clock that runs faster expects them sooner.
      bookmarkIntervalMs: BOOKMARKS_EVERY / this.clockRate,
    });
    const cluster = {
      demo,
      edit: new StoreEditor(demo),
      log: new RequestLog(demo),
    };
    this.#clusters.push(cluster);
    return cluster;
  }

  /** Has the system watch all clusters made so far, and what is at other addresses. */
  async watch(others: readonly ClusterAddress[] = []): Promise<void> {
    const clusters = this.#clusters.map(({ demo }) => demo);
    await this.system.start([...others, ...clusters]);
  }

  /** Waits until a check finds nothing wrong; it answers with what is. */
  async until(
    what: string,
    check: () => Promise<string | undefined> | string | undefined,
    seconds = SETTLES_WITHIN,
  ): Promise<void> {
    await until(what, seconds * this.patience, () => {
      if (this.#broken) throw new Error(this.#broken);
      return check();
    });
  }

  /** Waits until something is so. */
  untilTrue(
    what: string,
    condition: () => boolean | Promise<boolean>,
    seconds?: number,
  ): Promise<void> {
    return this.until(
      what,
      async () => ((await condition()) ? undefined : 'it is not'),
      seconds,
    );
  }

  /** Waits until the fleet plugin says that a cluster is in a state; informers have no such thing. */
  async untilState(
    cluster: string,
    state: ClusterState,
    seconds?: number,
  ): Promise<void> {
    const { ours } = this;
    if (!ours) return;
    await this.until(
      `${cluster} is ${state}`,
      async () => {
        const row = await ours.cluster(cluster);
        return row.state === state ? undefined : `it is ${row.state}`;
      },
      seconds,
    );
  }

  /** Waits until the system holds what the clusters hold, all of them or those given. */
  async settled(
    clusters: readonly WorldCluster[] = this.#clusters,
    seconds?: number,
  ): Promise<void> {
    for (const { demo } of clusters) {
      await this.until(
        `${demo.name} is as its API server has it`,
        () => this.system.difference(demo),
        seconds,
      );
    }
    const { ours } = this;
    if (ours && clusters.length === this.#clusters.length) {
      await this.until('Figures agree', () => ours.drift(), seconds);
    }
  }

  /** Lets time go by: for what must not happen. */
  async pass(seconds: number): Promise<void> {
    await wait(seconds * 1_000);
    if (this.#broken) throw new Error(this.#broken);
  }

  /** From now on a check must find nothing wrong, whenever it looks; the answer ends that. */
  guard(
    what: string,
    check: () => Promise<string | undefined> | string | undefined,
  ): () => void {
    let over = false;
    const look = async () => {
      while (!over && !this.#broken) {
        const wrong = await check();
        if (wrong !== undefined && !over) this.#broken = `${what}: ${wrong}`;
        await wait(GUARD_EVERY);
      }
    };
    const looking = look().catch(error => {
      if (!over) this.#broken = `${what}: ${error}`;
    });
    const end = () => {
      over = true;
    };
    this.#closing.push(async () => {
      end();
      await looking;
    });
    return end;
  }

  /** Has something closed with the world. */
  onClose(close: () => void | Promise<void>): void {
    this.#closing.push(close);
  }

  /** @throws Error when a guard has found something wrong. */
  async close(): Promise<void> {
    for (const close of this.#closing) await close();
    await this.system.stop();
    for (const { demo, log } of this.#clusters) {
      log.close();
      demo.faults.clear();
      await demo.close();
    }
    if (this.#broken) throw new Error(this.#broken);
  }
}
