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
  clustersResource,
  NodeRow,
  nodesResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ResourceSource } from '@quarterdeck/backstage-plugin-fleet-node';
import { findNamespaces } from '../clusters/access/findNamespaces';
import { ReadScope } from '../clusters/access/ReadScope';
import { isDeepStrictEqual } from 'node:util';
import { ClusterDefinition, sameEndpoint } from '../clusters/ClusterDefinition';
import { ClusterConnector } from '../clusters/connection/ClusterConnector';
import { DefaultClusterConnector } from '../clusters/connection/DefaultClusterConnector';
import { FactsTrigger } from '../clusters/facts/FactsTrigger';
import { ClusterMonitor } from '../clusters/health/ClusterMonitor';
import { ResourceState, RowBatch } from './Inventory';
import { KeptResource } from './KeptResource';
import { isListed } from './reflector/NamespacedReflector';
import { FleetContext } from './reflector/ReflectorContext';
import { KeptState } from './store/KeptState';
import { RowTable } from './store/RowTable';

const USER_AGENT = 'quarterdeck-fleet';

export interface KeptClusterOptions {
  readonly definition: ClusterDefinition;
  readonly sources: readonly ResourceSource[];
  readonly fleet: FleetContext;
  readonly onBatch: (batch: RowBatch) => void;
  readonly onState: (resource: string) => void;
}

/** One cluster with all that is kept of it. */
export class KeptCluster {
  readonly connector: ClusterConnector | undefined;
  #definition: ClusterDefinition;
  readonly #monitor: ClusterMonitor;
  readonly #scope: ReadScope;
  readonly #factsTrigger: FactsTrigger;
  readonly #resources = new Map<string, KeptResource>();
  readonly #clusterTable: RowTable;
  readonly #clusterState: KeptState;
  readonly #stopping = new AbortController();

  constructor(options: KeptClusterOptions) {
    const { definition, fleet, sources, onBatch, onState } = options;
    const { clock, random } = fleet;
    const cluster = definition.name;
    this.#definition = definition;
    this.connector =
      definition.endpoint &&
      new DefaultClusterConnector({
        cluster,
        endpoint: definition.endpoint,
        clock,
        userAgent: USER_AGENT,
        handshakes: fleet.handshakes,
      });
    const clusters = clustersResource.id;
    this.#clusterTable = new RowTable({
      cluster,
      resource: clusters,
      onBatch,
    });
    this.#clusterState = new KeptState(clock, () => onState(clusters));
    this.#scope = new ReadScope({
      clock,
      configured: definition.namespaces,
      find: () => this.#findNamespaces(),
      onChange: () => {
        this.#resources.forEach(({ source, state }) =>
          this.#reportKind(source, state),
        );
        this.#monitor.review();
      },
    });
    this.#factsTrigger = new FactsTrigger({
      clock,
      onDue: () => this.#monitor.review(),
    });
    this.#monitor = new ClusterMonitor({
      definition,
      connector: this.connector,
      clock,
      random,
      kinds: sources.filter(({ keep }) => keep === 'always').length,
      nodes: () => this.#knownNodes(),
      namespaces: () => this.#scope.namespaces,
      onRow: row => {
        this.#clusterTable.upsert(row);
        this.#clusterTable.flush();
      },
      onNewIncarnation: () => {
        fleet.logger.info(
          `Cluster '${cluster}' is another one than before: reading it anew`,
        );
        this.#resources.forEach(resource => resource.startOver());
      },
    });
    for (const source of sources) {
      const resource = source.ref.id;
      const state = new KeptState(clock, () => {
        this.#reportKind(source, state);
        onState(resource);
      });
      this.#resources.set(
        resource,
        new KeptResource({
          source,
          table: new RowTable({
            cluster,
            resource,
            onBatch:
              resource === nodesResource.id
                ? batch => {
                    onBatch(batch);
                    this.#factsTrigger.nodesChanged(batch.changes);
                  }
                : onBatch,
          }),
          state,
          fleet,
          connection: this.connector && {
            connector: this.connector,
            monitor: this.#monitor,
            scope: this.#scope,
          },
        }),
      );
    }
  }

  get definition(): ClusterDefinition {
    return this.#definition;
  }

  /**
   * Goes by another definition and keeps the rows: they stay true if the same cluster is found there, and are read anew if not. Answers false when
   * that cannot be done, and the cluster has to be made anew.
   */
  redefine(definition: ClusterDefinition): boolean {
    const before = this.#definition;
    const { endpoint } = definition;
    if (
      !before.endpoint ||
      !endpoint ||
      !this.connector ||
      !isDeepStrictEqual(scopeOf(before), scopeOf(definition))
    ) {
      return false;
    }
    const elsewhere = !sameEndpoint(before.endpoint, endpoint);
    this.#definition = definition;
    if (elsewhere) {
      this.connector.use(endpoint);
    }
    this.#monitor.redefine(definition, elsewhere);
    if (elsewhere) void this.#scope.reconsider();
    return true;
  }

  start(): void {
    this.#clusterState.live();
    this.#monitor.start();
    const { problem } = this.#definition;
    for (const resource of this.#resources.values()) {
      if (problem) {
        resource.state.failed('invalid', problem.message);
      } else if (resource.source.keep === 'always') {
        resource.start();
      }
    }
  }

  async stop(): Promise<void> {
    this.#scope.stop();
    this.#factsTrigger.stop();
    this.#stopping.abort(new Error('Stopped'));
    await Promise.all([
      this.#monitor.stop(),
      ...Array.from(this.#resources.values(), resource => resource.stop()),
    ]);
    this.connector?.close();
  }

  /** Lets all rows go, and says so at once: another cluster may take the name. */
  async remove(): Promise<void> {
    this.#resources.forEach(({ table }) => table.close());
    this.#clusterTable.close();
    await this.stop();
  }

  /** Begins to keep what is kept while viewed. */
  keep(resource: string): void {
    this.#resources.get(resource)?.start();
  }

  /** Ends it. */
  async letGo(resource: string): Promise<void> {
    const kept = this.#resources.get(resource);
    if (kept?.source.keep === 'while-viewed' && !this.#definition.problem) {
      await kept.drop();
    }
  }

  rows(resource: string) {
    return this.#tableOf(resource)?.rows;
  }

  state(resource: string): ResourceState | undefined {
    if (resource === clustersResource.id) {
      const { lastContact } = this.#monitor.row;
      return { ...this.#clusterState.current, lastContact };
    }
    const kept = this.#resources.get(resource);
    const state = kept?.state.current;
    const contact = this.connector?.lastContact;
    // On a shared connection every byte proves that the watch is alive, so its rows are as new as the last one.
    return state?.phase === 'live' &&
      this.#isWatched(kept!.source) &&
      this.connector?.multiplexed &&
      contact
      ? { ...state, lastContact: contact }
      : state;
  }

  #tableOf(resource: string): RowTable | undefined {
    return resource === clustersResource.id
      ? this.#clusterTable
      : this.#resources.get(resource)?.table;
  }

  #isWatched({ source, ref }: ResourceSource): boolean {
    const { namespaces } = this.#scope;
    return (
      source === 'watch' && (ref.scope === 'cluster' || !isListed(namespaces))
    );
  }

  /** A credential for some namespaces cannot read what belongs to the cluster, and nothing is wrong with that. */
  #isOutOfScope({ ref }: ResourceSource): boolean {
    return ref.scope === 'cluster' && this.#scope.namespaces !== undefined;
  }

  async #findNamespaces(): Promise<readonly string[] | undefined> {
    return (
      this.connector &&
      findNamespaces(this.connector, {
        contextNamespace: this.#definition.contextNamespace,
        signal: this.#stopping.signal,
      })
    );
  }

  #knownNodes(): readonly NodeRow[] | undefined {
    const nodes = this.#resources.get(nodesResource.id);
    return nodes?.state.known
      ? ([...nodes.table.rows.values()] as NodeRow[])
      : undefined;
  }

  #reportKind(source: ResourceSource, state: KeptState): void {
    if (source.keep !== 'always') return;
    const { phase, reason, message } = state.current;
    // While the connection is down, all kinds fail by it, which says nothing of them.
    const ofKind =
      !this.#monitor.failure &&
      reason !== 'not-installed' &&
      !(reason === 'forbidden' && this.#isOutOfScope(source));
    const failed =
      phase === 'failed' && reason && ofKind
        ? { reason, message: message ?? '' }
        : undefined;
    this.#monitor.reportKind(source.ref.id, failed);
  }
}

/** What of a definition decides which namespaces are read. */
function scopeOf({ namespaces, contextNamespace }: ClusterDefinition) {
  return { namespaces, contextNamespace };
}
