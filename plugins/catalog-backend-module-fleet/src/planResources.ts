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
  Entity,
  ResourceEntity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ClusterRow,
  clusterOfEntity,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { matchesName } from '@quarterdeck/backstage-plugin-fleet-node';
import { createHash } from 'node:crypto';
import { clusterResource } from './clusterResource';
import { FleetCatalogOptions } from './FleetCatalogOptions';

/** Room for a dash and six hexadecimal digits in a name of 63 characters. */
const LONGEST_MARKED = 56;

export interface ResourcePlan {
  readonly resources: readonly ResourceEntity[];
  /** Refs of entities that others made, by the cluster that they stand for. */
  readonly joined: ReadonlyMap<string, string>;
}

/**
 * The entities to make: one a cluster, but none for a cluster that somebody else's entity stands for already, that the catalog itself may have told
 * of, or that cannot be used.
 */
export function planResources(
  rows: readonly ClusterRow[],
  /** The catalog's Resources of clusters that were not made here. */
  foreign: readonly Entity[],
  /** Names that other Resources of the namespace have. */
  taken: ReadonlySet<string>,
  options: FleetCatalogOptions,
): ResourcePlan {
  const joined = new Map<string, string>();
  for (const entity of foreign) {
    const row = clusterOfEntity(entity, rows);
    if (row && !joined.has(row.cluster)) {
      joined.set(row.cluster, stringifyEntityRef(entity));
    }
  }
  const resources = exportable(rows, options)
    .filter(({ cluster }) => !joined.has(cluster))
    .map(row => clusterResource(row, nameOf(row.cluster, taken), options));
  return { resources, joined };
}

/** Rows that may get an entity. */
export function exportable(
  rows: readonly ClusterRow[],
  { exclude }: FleetCatalogOptions,
): readonly ClusterRow[] {
  return rows.filter(
    ({ cluster, source, server }) =>
      source !== 'kubernetes-proxy' &&
      server !== undefined &&
      !matchesName(cluster, exclude),
  );
}

/** The cluster's own name, which the catalog takes too; with a mark that is always the same when another Resource has it. */
function nameOf(cluster: string, taken: ReadonlySet<string>): string {
  if (!taken.has(cluster)) {
    return cluster;
  }
  const mark = createHash('sha256').update(cluster).digest('hex').slice(0, 6);
  return `${cluster.slice(0, LONGEST_MARKED).replace(/-+$/, '')}-${mark}`;
}
