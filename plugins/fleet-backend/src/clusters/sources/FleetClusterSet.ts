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
import {
  ClusterRow,
  clustersResource,
  nodesResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetInventory } from '../../inventory/createInventory';
import { ClusterDefinition } from '../ClusterDefinition';
import { ClusterSource } from './ClusterSource';
import { mergeClusters, SourceReport } from './mergeClusters';

/** Sources often report together. */
const SETTLE = 50;

/**
 * Joins the clusters of all sources and keeps the inventory in step with them. Where two connections turn out to lead to one cluster (the same uid of
 * kube-system and the same nodes; the uid alone is shared by clusters restored from one backup), the later becomes an alias of the earlier.
 */
export class FleetClusterSet {
  readonly #sources: readonly ClusterSource[];
  readonly #inventory: FleetInventory;
  readonly #logger: LoggerService;
  readonly #reports = new Map<ClusterSource, readonly ClusterDefinition[]>();
  /** By name, with the definitions that it was found out for. */
  readonly #sameAs = new Map<string, { name: string; of: string }>();
  readonly #unsubscribe: Array<() => void> = [];
  #definitions: readonly ClusterDefinition[] = [];
  #settling: NodeJS.Timeout | undefined;
  #comparing: NodeJS.Timeout | undefined;

  constructor(options: {
    /** In order of precedence. */
    sources: readonly ClusterSource[];
    inventory: FleetInventory;
    logger: LoggerService;
  }) {
    this.#sources = options.sources;
    this.#inventory = options.inventory;
    this.#logger = options.logger;
  }

  /** What is connected, or would be if it could. */
  get definitions(): readonly ClusterDefinition[] {
    return this.#definitions;
  }

  start(): void {
    for (const source of this.#sources) {
      source.start(definitions => {
        this.#reports.set(source, definitions);
        this.#settling ??= setTimeout(() => this.#apply(), SETTLE);
      });
    }
    // What is known at once is connected at once.
    this.#apply();
    this.#unsubscribe.push(
      this.#inventory.onState((_, resource) => {
        if (resource === nodesResource.id) {
          this.#comparing ??= setTimeout(() => this.#compare(), SETTLE);
        }
      }),
    );
  }

  async stop(): Promise<void> {
    clearTimeout(this.#settling);
    clearTimeout(this.#comparing);
    this.#unsubscribe.splice(0).forEach(end => end());
    await Promise.all(this.#sources.map(source => source.stop()));
  }

  #apply(): void {
    clearTimeout(this.#settling);
    this.#settling = undefined;
    const reports: SourceReport[] = this.#sources.map(source => ({
      key: source.key,
      definitions: this.#reports.get(source) ?? [],
    }));
    const separate = mergeClusters(reports);
    for (const [name, { name: first, of }] of this.#sameAs) {
      // Either leads elsewhere now: whether they are the same has to be found out again.
      if (of !== fingerprints(separate, first, name)) {
        this.#sameAs.delete(name);
      }
    }
    const sameAs = new Map(
      Array.from(this.#sameAs, ([name, { name: first }]) => [name, first]),
    );
    this.#definitions = mergeClusters(reports, sameAs);
    this.#inventory.setClusters(this.#definitions);
  }

  #compare(): void {
    this.#comparing = undefined;
    const seen = new Map<string, string>();
    let found = false;
    for (const { name } of this.#definitions) {
      const identity = this.#identity(name);
      const first = identity && seen.get(identity);
      if (first) {
        this.#logger.info(
          `Cluster '${name}' is '${first}' under another address: it becomes an alias`,
        );
        this.#sameAs.set(name, {
          name: first,
          of: fingerprints(this.#definitions, first, name),
        });
        found = true;
      } else if (identity) {
        seen.set(identity, name);
      }
    }
    if (found) this.#apply();
  }

  /** What only one cluster has; undefined while it is not known. */
  #identity(name: string): string | undefined {
    const row = this.#inventory
      .rows<ClusterRow>(clustersResource.id, name)
      .values()
      .next().value;
    const state = this.#inventory.state(nodesResource.id, name);
    const nodes = this.#inventory.rows(nodesResource.id, name);
    return row?.incarnation && state.phase === 'live' && nodes.size > 0
      ? [row.incarnation, ...[...nodes.keys()].sort()].join()
      : undefined;
  }
}

function fingerprints(
  definitions: readonly ClusterDefinition[],
  ...names: string[]
): string {
  return names
    .map(name => {
      const endpoint = definitions.find(each => each.name === name)?.endpoint;
      return endpoint?.fingerprint ?? endpoint?.server.href ?? 'none';
    })
    .join();
}
