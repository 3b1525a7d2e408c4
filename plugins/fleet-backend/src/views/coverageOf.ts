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
  ClusterRow,
  clustersResource,
  Coverage,
  CoverageFailure,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Inventory, ResourceState } from '../inventory/Inventory';
import { QueryScope } from './QueryScope';

/**
 * Says what an answer rests on, but for the time of its data: see {@link timeOfData}.
 */
export function coverageOf(options: {
  inventory: Inventory;
  scope: QueryScope;
  reads: readonly string[];
  /** What people call the resources, by id. */
  titles: ReadonlyMap<string, string>;
  namespaced: boolean;
  failures: readonly CoverageFailure[];
}): Coverage {
  const { inventory, scope } = options;
  const failed: CoverageFailure[] = [];
  let asked = 0;
  let answered = 0;
  let demo = false;
  let visible = 0;
  let all = 0;
  for (const cluster of inventory.clusters()) {
    if (!scope.admitsCluster(cluster)) {
      continue;
    }
    asked += 1;
    const connection = inventory
      .rows<ClusterRow>(clustersResource.id, cluster)
      .values()
      .next().value;
    demo ||= connection?.demo ?? false;
    const own = options.failures.filter(failure => failure.cluster === cluster);
    const failures =
      own.length > 0
        ? own
        : clusterFailures({ ...options, cluster, connection });
    failed.push(...failures);
    // Not to have a kind is an answer too.
    if (failures.every(({ reason }) => reason === 'not-installed')) {
      answered += 1;
    }
    if (options.namespaced) {
      const namespaces = scope.namespaceCoverage(cluster);
      visible += namespaces.visible;
      all += namespaces.all;
    }
  }
  return {
    asked,
    answered,
    failed,
    ...(visible < all && {
      limited: { visibleNamespaces: visible, namespaces: all },
    }),
    demo,
  };
}

/**
 * The oldest last contact among the clusters that answered.
 */
export function timeOfData(options: {
  inventory: Inventory;
  scope: QueryScope;
  reads: readonly string[];
  coverage: Coverage;
}): number | undefined {
  const { inventory, scope, reads, coverage } = options;
  const silent = new Set(
    coverage.failed
      .filter(({ reason }) => reason !== 'not-installed')
      .map(({ cluster }) => cluster),
  );
  let asOf: number | undefined;
  for (const cluster of inventory.clusters()) {
    if (!silent.has(cluster) && scope.admitsCluster(cluster)) {
      const contact = leastContact(inventory, cluster, reads);
      asOf = contact === undefined ? asOf : Math.min(asOf ?? contact, contact);
    }
  }
  return asOf;
}

function clusterFailures(options: {
  inventory: Inventory;
  cluster: string;
  reads: readonly string[];
  titles: ReadonlyMap<string, string>;
  connection: ClusterRow | undefined;
}): CoverageFailure[] {
  const { inventory, cluster, reads, titles, connection } = options;
  const failing = reads
    .filter(resource => resource !== clustersResource.id)
    .map(resource => ({ resource, state: inventory.state(resource, cluster) }))
    .filter(({ state }) => state.phase !== 'live');
  if (
    connection &&
    ['unreachable', 'denied', 'invalid'].includes(connection.state)
  ) {
    return [
      {
        cluster,
        reason: connection.reason ?? 'unreachable',
        message: connection.message ?? 'The cluster does not answer',
        ...(connection.lastContact !== undefined && {
          lastContact: connection.lastContact,
        }),
      },
    ];
  }
  if (
    failing.length > 0 &&
    failing.every(({ state }) => state.phase !== 'failed')
  ) {
    return [
      {
        cluster,
        reason: 'syncing',
        message: 'The first list of the cluster is under way',
        ...contactOf(failing.map(({ state }) => state)),
      },
    ];
  }
  return failing
    .filter(({ state }) => state.phase === 'failed')
    .map(({ resource, state }) => ({
      cluster,
      resource,
      reason: state.reason ?? 'degraded',
      message:
        state.message ?? `${titles.get(resource) ?? resource} cannot be read`,
      ...contactOf([state]),
    }));
}

function contactOf(states: ResourceState[]): { lastContact?: number } {
  const contacts = states.flatMap(state =>
    state.lastContact === undefined ? [] : [state.lastContact],
  );
  return contacts.length > 0 ? { lastContact: Math.max(...contacts) } : {};
}

function leastContact(
  inventory: Inventory,
  cluster: string,
  reads: readonly string[],
): number | undefined {
  let least: number | undefined;
  // The row of the cluster is renewed more slowly than its watches hear from it.
  const watched = reads.filter(resource => resource !== clustersResource.id);
  for (const resource of watched.length > 0 ? watched : reads) {
    const contact = inventory.state(resource, cluster).lastContact;
    if (contact !== undefined) {
      least = Math.min(least ?? contact, contact);
    }
  }
  return least;
}
