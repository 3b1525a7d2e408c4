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
  ClusterFacts,
  ClusterRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Backoff } from '../../inventory/scheduling/Backoff';
import { sleep } from '../../inventory/scheduling/Clock';
import { LinkedAbort } from '../../inventory/scheduling/LinkedAbort';
import { ClusterDefinition } from '../ClusterDefinition';
import { ClusterConnector } from '../connection/ClusterConnector';
import { clusterFacts } from '../facts/clusterFacts';
import {
  ProbeOptions,
  readApiGroups,
  readIncarnation,
  readVersion,
} from './clusterIdentity';
import { clusterRow, serverOf } from './clusterRow';
import { clusterStanding, Failure, Reach } from './clusterStanding';
import { connectionFailure } from './connectionFailure';
import { ClusterMonitorOptions } from './ClusterMonitorOptions';
import { NextChange } from './NextChange';

const PROBE_EVERY = 10_000;
const PROBE_TIMEOUT = 3_000;
const FIRST_TIMEOUT = 8_000;
const FIRST_RETRY = 250;
/** How far the time of the last contact in the row may lag behind while all is well. */
const CONTACT_LAG = 30_000;

/** Knows whether a cluster answers: probes it when nothing else comes from it, and finds it again after it was lost. */
export class ClusterMonitor {
  readonly #options: ClusterMonitorOptions;
  readonly #stopping = new AbortController();
  #definition: ClusterDefinition;
  readonly #failedKinds = new Map<string, Failure>();
  readonly #change = new NextChange();
  #reach: Reach = 'connecting';
  #failure: Failure | undefined;
  #doubted = false;
  #wake: (() => void) | undefined;
  #version: string | undefined;
  #incarnation: string | undefined;
  #groups: readonly string[] | undefined;
  #facts: ClusterFacts;
  #row: ClusterRow;
  #running: Promise<void> | undefined;

  constructor(options: ClusterMonitorOptions) {
    this.#options = options;
    this.#definition = options.definition;
    this.#facts = this.#currentFacts();
    this.#row = this.#currentRow(undefined);
  }

  get row(): ClusterRow {
    return this.#row;
  }

  /** Why the cluster cannot be read at present; undefined when it can, or when that is not known yet. */
  get failure(): Failure | undefined {
    return this.#reach === 'down' ? this.#failure : undefined;
  }

  start(): void {
    const { connector } = this.#options;
    this.#options.onRow(this.#row);
    if (connector) {
      connector.onLost(() => this.doubt());
      this.#running = this.#run(connector);
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error('Stopped'));
    this.#change.tell();
    await this.#running;
  }

  /** Says that something went wrong on the connection: it is probed at once. */
  doubt(): void {
    if (this.#reach === 'up') {
      this.#doubted = true;
      this.#wake?.();
    }
  }

  /** Goes by another definition from now on, and meets the cluster anew where that leads elsewhere. */
  redefine(definition: ClusterDefinition, elsewhere: boolean): void {
    this.#definition = definition;
    if (elsewhere) {
      this.doubt();
      // Where it is waiting to try again, it does so now.
      this.#wake?.();
    }
    this.review();
    this.#publish();
  }

  /** Says how a kind that is always kept fares. */
  reportKind(resource: string, failure: Failure | undefined): void {
    if (failure) {
      this.#failedKinds.set(resource, failure);
    } else if (!this.#failedKinds.delete(resource)) {
      return;
    }
    this.#publish();
  }

  /** Says that what facts are concluded from, or the namespaces that are read, may have changed. */
  review(): void {
    this.#facts = this.#currentFacts();
    this.#publish();
  }

  /** Waits until it is known whether the cluster answers. Resolves with the reason when it does not. */
  async settled(signal: AbortSignal): Promise<Failure | undefined> {
    while ((this.#reach === 'connecting' || this.#doubted) && !signal.aborted) {
      await this.#change.wait(signal);
    }
    return this.failure;
  }

  /** Waits until the cluster answers. */
  async up(signal: AbortSignal): Promise<void> {
    while ((this.#reach !== 'up' || this.#doubted) && !signal.aborted) {
      await this.#change.wait(signal);
    }
  }

  async #run(connector: ClusterConnector): Promise<void> {
    const { signal } = this.#stopping;
    const { clock, random } = this.#options;
    const backoff = new Backoff(clock, random, FIRST_RETRY);
    while (!signal.aborted) {
      try {
        await this.#meet(connector, signal);
        backoff.reset();
        await this.#learnGroups(connector, signal);
        await this.#watchOver(connector, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.#fell(await connectionFailure(this.#definition, error, signal));
        if (signal.aborted) return;
        connector.reset();
      }
      if (this.#reach === 'down') {
        await this.#pause(backoff.next(), signal);
      }
    }
  }

  /** Connects and learns who answers. */
  async #meet(connector: ClusterConnector, signal: AbortSignal): Promise<void> {
    const timeout =
      this.#reach === 'connecting' ? FIRST_TIMEOUT : PROBE_TIMEOUT;
    await connector.connect(signal);
    const options = { timeout, signal };
    await this.#probe(connector, options);
    const incarnation = await readIncarnation(connector, options);
    const renewed =
      incarnation !== undefined &&
      this.#incarnation !== undefined &&
      incarnation !== this.#incarnation;
    this.#incarnation = incarnation ?? this.#incarnation;
    if (renewed) {
      this.#options.onNewIncarnation();
    }
    this.#reach = 'up';
    this.#failure = undefined;
    this.#doubted = false;
    this.#publish();
    this.#change.tell();
  }

  /** Returns when the cluster has to be met again; throws when it does not answer. */
  async #watchOver(
    connector: ClusterConnector,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, random } = this.#options;
    while (!signal.aborted) {
      await this.#pause(PROBE_EVERY * (0.9 + 0.2 * random()), signal);
      if (signal.aborted || this.#doubted) {
        return;
      }
      const silence = clock.now() - (connector.lastContact ?? 0);
      if (silence >= PROBE_EVERY * 0.8) {
        await this.#probe(connector, { timeout: PROBE_TIMEOUT, signal });
        if (this.#doubted) return;
      }
      const lag = clock.now() - (this.#row.lastContact ?? 0);
      if (lag >= CONTACT_LAG) {
        this.#publish();
      }
    }
  }

  async #probe(
    connector: ClusterConnector,
    options: ProbeOptions,
  ): Promise<void> {
    const version = await readVersion(connector, options);
    if (version !== undefined && version !== this.#version) {
      this.#version = version;
      this.#facts = this.#currentFacts();
    }
  }

  /** Only facts need it, so a server that does not answer this in time is not thought to be gone. */
  async #learnGroups(connector: ClusterConnector, signal: AbortSignal) {
    const options = { timeout: PROBE_TIMEOUT, signal };
    const groups = readApiGroups(connector, options);
    this.#groups = await groups.catch(() => this.#groups);
    this.review();
  }

  async #pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    const pause = new LinkedAbort(signal);
    this.#wake = () => pause.abort(undefined);
    if (!this.#doubted) {
      await sleep(this.#options.clock, milliseconds, pause.signal);
    }
    this.#wake = undefined;
    pause.dispose();
  }

  #fell(failure: Failure): void {
    this.#failure = failure;
    this.#reach = 'down';
    this.#doubted = false;
    this.#publish();
    this.#change.tell();
  }

  #publish(): void {
    this.#row = this.#currentRow(this.#row);
    this.#options.onRow(this.#row);
  }

  #currentRow(previous: ClusterRow | undefined): ClusterRow {
    const definition = this.#definition;
    const { connector, clock, kinds, namespaces } = this.#options;
    const standing = clusterStanding({
      definition,
      reach: this.#reach,
      failure: this.#failure,
      failedKinds: this.#failedKinds,
      kinds,
    });
    return clusterRow({
      definition,
      standing,
      facts: this.#facts,
      namespaces: namespaces(),
      since: previous?.state === standing.state ? previous.since : clock.now(),
      lastContact: connector?.lastContact,
      incarnation: this.#incarnation,
      version: this.#version,
    });
  }

  #currentFacts(): ClusterFacts {
    const definition = this.#definition;
    const { nodes } = this.#options;
    const { name, title, aliases, labels, consoleUrl } = definition;
    return clusterFacts({
      name,
      title,
      aliases,
      labels,
      consoleUrl,
      server: serverOf(definition),
      version: this.#version,
      apiGroups: this.#groups,
      nodes: nodes(),
    });
  }
}
