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
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ownerRef } from './ownerRef';

/** How long what the catalog said is used. */
const REFRESH_MS = 5 * 60_000;
/** How soon the catalog is asked again after it did not answer. */
const RETRY_MS = 30_000;

/** The fields of an entity that say whose a namespace is. */
export interface OwningEntity {
  readonly metadata: { readonly annotations?: Record<string, string> };
  readonly spec?: { readonly owner?: unknown };
}

/** Finds the entities that name a namespace. */
export type FindOwningEntities = () => Promise<readonly OwningEntity[]>;

/** By the name of a namespace: owners in all clusters (the empty name) and in one. */
type Owners = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/**
 * Whose namespaces are, by the entities of the catalog that name them. Keeps the last answer while the catalog does not give one.
 */
export class CatalogOwners {
  readonly #find: FindOwningEntities;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  #owners: Owners = new Map();
  #reading: Promise<void> | undefined;
  #readAgainAt = 0;

  constructor(options: {
    find: FindOwningEntities;
    logger: LoggerService;
    now?: () => number;
  }) {
    this.#find = options.find;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  /** The owner of each of the namespaces of a cluster that has one and only one. */
  async of(
    cluster: string,
    namespaces: Iterable<string>,
  ): Promise<{ namespace: string; owner: string }[]> {
    await this.#refresh();
    const found: { namespace: string; owner: string }[] = [];
    for (const namespace of namespaces) {
      const owners = this.#owners.get(namespace);
      const candidates = owners?.get(cluster) ?? owners?.get('');
      if (candidates?.size === 1) {
        found.push({ namespace, owner: [...candidates][0] });
      }
    }
    return found;
  }

  /** One reading for all who ask meanwhile. */
  async #refresh(): Promise<void> {
    if (this.#now() < this.#readAgainAt) {
      return;
    }
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    await this.#reading;
  }

  async #read(): Promise<void> {
    try {
      this.#owners = ownersOf(await this.#find());
      this.#readAgainAt = this.#now() + REFRESH_MS;
    } catch (error) {
      this.#readAgainAt = this.#now() + RETRY_MS;
      this.#logger.debug(
        `Owners of namespaces are not read from the catalog: ${error}`,
      );
    }
  }
}

function ownersOf(entities: readonly OwningEntity[]): Owners {
  const owners = new Map<string, Map<string, Set<string>>>();
  for (const { metadata, spec } of entities) {
    const namespace = metadata.annotations?.[KUBERNETES_NAMESPACE_ANNOTATION];
    const owner =
      typeof spec?.owner === 'string' ? ownerRef(spec.owner) : undefined;
    if (!namespace || !owner) continue;
    const cluster = metadata.annotations?.[KUBERNETES_CLUSTER_ANNOTATION] ?? '';
    const ofNamespace = owners.get(namespace) ?? new Map();
    owners.set(namespace, ofNamespace);
    const ofCluster = ofNamespace.get(cluster) ?? new Set();
    ofNamespace.set(cluster, ofCluster);
    ofCluster.add(owner);
  }
  return owners;
}
