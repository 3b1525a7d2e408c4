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

import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, ResourceEntity } from '@backstage/catalog-model';
import {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  ClusterRow,
  KUBERNETES_CLUSTER_TYPE,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetClustersService } from '@quarterdeck/backstage-plugin-fleet-node';
import { isOwn, ownerOf } from './clusterResource';
import { FleetCatalogOptions } from './FleetCatalogOptions';
import { FleetRows } from './FleetRows';
import { exportable, planResources } from './planResources';
import { Wake } from './Wake';

const NAME = 'fleet';
/** Changes come in swarms while clusters connect. */
const DEBOUNCE = 1_000;
const RETRY = 5_000;
/** Failures in a row before they are worth a warning: the catalog answers itself only after its start. */
const WARN_AT = 4;

export interface FleetClusterProviderOptions {
  readonly options: FleetCatalogOptions;
  readonly clusters: FleetClustersService;
  readonly rows: FleetRows;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly logger: LoggerService;
}

/** What the catalog said some while ago. */
interface CatalogAnswer {
  readonly at: number;
  /** Clusters that were asked about. */
  readonly asked: ReadonlySet<string>;
  /** The Resources of clusters. */
  readonly present: readonly Entity[];
  /** Names of clusters that somebody else's Resources have. */
  readonly taken: ReadonlySet<string>;
}

/** Keeps a Resource in the catalog for each cluster of the fleet. */
export class FleetClusterProvider implements EntityProvider {
  readonly #deps: FleetClusterProviderOptions;
  readonly #stopping = new AbortController();
  readonly #wake = new Wake(this.#stopping.signal);
  #running: Promise<void> | undefined;
  #applied: string | undefined;
  #answer: CatalogAnswer | undefined;
  #joined = '';
  #ownerless = '';

  constructor(options: FleetClusterProviderOptions) {
    this.#deps = options;
  }

  getProviderName(): string {
    return NAME;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#running = this.#run(connection);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(connection: EntityProviderConnection): Promise<void> {
    const { clusters, options, logger } = this.#deps;
    const { signal } = this.#stopping;
    const unsubscribe = clusters.onChange(() => this.#wake.wake());
    const settledBy = Date.now() + options.initialDelay;
    let failures = 0;
    while (!signal.aborted) {
      let pause = options.interval;
      try {
        const done = await this.#sync(connection, Date.now() >= settledBy);
        failures = 0;
        if (!done) pause = Math.min(pause, DEBOUNCE);
      } catch (error) {
        failures++;
        pause = Math.min(pause, RETRY);
        if (failures === WARN_AT && !signal.aborted) {
          logger.warn(
            `The clusters of the fleet cannot be brought into the catalog, and it will be tried again: ${error}`,
          );
        }
      }
      await this.#wake.within(pause);
      await this.#wake.pause(Math.min(DEBOUNCE, pause));
    }
    unsubscribe();
  }

  /** Answers with false when it is too early. */
  async #sync(
    connection: EntityProviderConnection,
    late: boolean,
  ): Promise<boolean> {
    const { options } = this.#deps;
    const rows = await this.#deps.rows.read(this.#stopping.signal);
    if (!rows) {
      return false;
    }
    const candidates = exportable(rows, options);
    const { present, taken } = await this.#askCatalog(candidates);
    const early = this.#applied === undefined && !late;
    if (early && (!present.some(isOwn) || unsettled(candidates))) {
      return false;
    }
    const foreign = present.filter(entity => !isOwn(entity));
    const plan = planResources(rows, foreign, taken, options);
    this.#tell(plan.joined, candidates);
    await this.#apply(connection, plan.resources);
    return true;
  }

  async #apply(
    connection: EntityProviderConnection,
    resources: readonly ResourceEntity[],
  ): Promise<void> {
    const wanted = JSON.stringify(resources);
    if (wanted === this.#applied) {
      return;
    }
    await connection.applyMutation({
      type: 'full',
      entities: resources.map(entity => ({ entity, locationKey: NAME })),
    });
    this.#applied = wanted;
  }

  /** Asks the catalog only now and again: clusters change far more often than what others say of them. */
  async #askCatalog(rows: readonly ClusterRow[]): Promise<CatalogAnswer> {
    const { catalog, auth, options } = this.#deps;
    const answer = this.#answer;
    if (
      answer &&
      this.#applied !== undefined &&
      Date.now() - answer.at < options.interval &&
      rows.every(({ cluster }) => answer.asked.has(cluster))
    ) {
      return answer;
    }
    const credentials = await auth.getOwnServiceCredentials();
    const fields = ['kind', 'metadata', 'spec.type'];
    const { items: present } = await catalog.getEntities(
      {
        filter: { kind: 'Resource', 'spec.type': KUBERNETES_CLUSTER_TYPE },
        fields,
      },
      { credentials },
    );
    const entityRefs = rows.map(
      ({ cluster }) => `resource:${options.namespace}/${cluster}`,
    );
    const { items: named } = await catalog.getEntitiesByRefs(
      { entityRefs, fields },
      { credentials },
    );
    const taken = named.flatMap(entity =>
      entity && !isOwn(entity) ? [entity.metadata.name] : [],
    );
    this.#answer = {
      at: Date.now(),
      asked: new Set(rows.map(({ cluster }) => cluster)),
      present,
      taken: new Set(taken),
    };
    return this.#answer;
  }

  #tell(
    joined: ReadonlyMap<string, string>,
    rows: readonly ClusterRow[],
  ): void {
    const { logger, options } = this.#deps;
    const joins = [...joined]
      .map(([cluster, ref]) => `${cluster} is ${ref}`)
      .join(', ');
    if (joins !== this.#joined) {
      this.#joined = joins;
      logger.info(
        `Clusters of the fleet that the catalog has from elsewhere: ${joins || 'none any longer'}`,
      );
    }
    const ownerless = options.defaultOwner
      ? ''
      : rows
          .filter(row => !joined.has(row.cluster) && !ownerOf(row))
          .map(({ cluster }) => cluster)
          .join(', ');
    if (ownerless !== this.#ownerless) {
      this.#ownerless = ownerless;
      if (ownerless) {
        logger.warn(
          `These clusters have no owner; set catalog.providers.fleet.defaultOwner, or their label backstage.io/owner: ${ownerless}`,
        );
      }
    }
  }
}

/** Whether more is about to become known: entities made too early lack what is, and lose what was. */
function unsettled(rows: readonly ClusterRow[]): boolean {
  return rows.length === 0 || rows.some(({ state }) => state === 'connecting');
}
