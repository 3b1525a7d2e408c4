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
  NamespaceOverviewRow,
  NamespaceRow,
  namespaceOwnersResource,
  namespacesResource,
  namespacesView,
  podsResource,
  ResourceQuotaRow,
  resourceQuotasResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  aggregateView,
  ClusterCounters,
  contribution,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { namespaceOwner } from '../../owners/namespaceOwner';
import { ownerRef } from '../../owners/ownerRef';
import { FigureSources, knownSums } from './knownSums';
import { byLargest, byText, inOrder } from './orders';
import { isSystemNamespace } from './systemNamespaces';
import { workloadResources } from './workloads';

const SOURCES = {
  pods: [podsResource],
  podErrors: [podsResource],
  podWarnings: [podsResource],
  cpuRequest: [podsResource],
  memoryRequest: [podsResource],
  workloads: workloadResources,
  workloadsTroubled: workloadResources,
} as const;

type Figure = keyof typeof SOURCES;

const ENDED = new Set(['Succeeded', 'Failed']);

/** Namespaces with their figures, troubled first. */
export const namespaces = aggregateView(namespacesView, {
  visibility: 'rows',
  counters: Object.keys(SOURCES) as Figure[],
  contributions: [
    contribution(podsResource, (pod, add) => {
      add('pods');
      if (pod.severity === 'error') add('podErrors');
      if (pod.severity === 'warning') add('podWarnings');
      if (ENDED.has(pod.phase)) return;
      add('cpuRequest', pod.cpuRequest);
      add('memoryRequest', pod.memoryRequest);
    }),
    ...workloadResources.map(resource =>
      contribution<any, Figure>(resource, ({ severity }, add) => {
        add('workloads');
        if (severity === 'error' || severity === 'warning') {
          add('workloadsTroubled');
        }
      }),
    ),
  ],
  reads: {
    namespaces: namespacesResource,
    quotas: resourceQuotasResource,
    owners: namespaceOwnersResource,
  },
  namespaceRow: (part, { hideSystem, owner }) => {
    const namespace: NamespaceRow | undefined = part.rows.namespaces[0];
    if (!namespace || (hideSystem && isSystemNamespace(part.namespace))) {
      return undefined;
    }
    const owned = namespaceOwner(namespace, part.rows.owners[0]?.owner);
    if (owner !== undefined && owned.owner !== ownerRef(owner)) {
      return undefined;
    }
    return {
      cluster: part.cluster,
      namespace: part.namespace,
      phase: namespace.phase,
      ...owned,
      ...figures(part),
      quota: mostUsed(part.rows.quotas),
      created: namespace.created,
    };
  },
  compare: inOrder<NamespaceOverviewRow>(
    byLargest(row => row.podErrors ?? 0),
    byLargest(row => row.workloadsTroubled ?? 0),
    byLargest(row => row.podWarnings ?? 0),
    byText(row => row.namespace),
  ),
  summarise: (_, __, rows) => ({
    namespaces: rows.length,
    troubled: rows.filter(isTroubled).length,
    owned: rows.filter(row => row.owner !== undefined).length,
    terminating: rows.filter(row => row.phase === 'Terminating').length,
  }),
});

function figures(part: ClusterCounters<Figure>) {
  return knownSums([part], SOURCES as FigureSources<Figure>);
}

function isTroubled(row: NamespaceOverviewRow): boolean {
  return (
    (row.podErrors ?? 0) + (row.podWarnings ?? 0) > 0 ||
    (row.workloadsTroubled ?? 0) > 0
  );
}

/** What is nearest to its limit. A limit of zero forbids, and is no share of anything. */
function mostUsed(
  quotas: readonly ResourceQuotaRow[],
): NamespaceOverviewRow['quota'] {
  let most: NamespaceOverviewRow['quota'];
  for (const { resource, hard, used } of quotas.flatMap(({ items }) => items)) {
    if (used === undefined || hard <= 0) continue;
    if (!most || used / hard > most.used / most.hard) {
      most = { resource, used, hard };
    }
  }
  return most;
}
