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
  ClusterHealthRow,
  clustersHealthView,
  deploymentsResource,
  FleetTotals,
  namespacesResource,
  nodesResource,
  podsResource,
  ResourceRef,
  WorkloadStatus,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  aggregateView,
  ClusterCounters,
  contribution,
} from '@quarterdeck/backstage-plugin-fleet-node';

const COUNTERS = [
  'nodes',
  'nodesReady',
  'nodesCordoned',
  'namespaces',
  'pods',
  'podsRunning',
  'podErrors',
  'podWarnings',
  'deployments',
  'deploymentsUnavailable',
  'cpu',
  'memory',
  'gpus',
] as const;

type Counter = (typeof COUNTERS)[number];

/** Which resource must be known for a counter to say anything. */
const SOURCE: Readonly<Record<Counter, ResourceRef<any>>> = {
  nodes: nodesResource,
  nodesReady: nodesResource,
  nodesCordoned: nodesResource,
  cpu: nodesResource,
  memory: nodesResource,
  gpus: nodesResource,
  namespaces: namespacesResource,
  pods: podsResource,
  podsRunning: podsResource,
  podErrors: podsResource,
  podWarnings: podsResource,
  deployments: deploymentsResource,
  deploymentsUnavailable: deploymentsResource,
};

/** Not those that are being rolled out, which lack replicas for a while. */
const DOWN: ReadonlySet<WorkloadStatus> = new Set(['Degraded', 'Failed']);

/** Every cluster with its health and figures. */
export const clustersHealth = aggregateView(clustersHealthView, {
  visibility: 'rows',
  counters: COUNTERS,
  contributions: [
    contribution(nodesResource, (node, add) => {
      add('nodes');
      if (node.ready) add('nodesReady');
      if (!node.schedulable) add('nodesCordoned');
      add('cpu', node.cpu);
      add('memory', node.memory);
      add('gpus', node.gpus);
    }),
    contribution(namespacesResource, (_, add) => add('namespaces')),
    contribution(podsResource, (pod, add) => {
      add('pods');
      if (pod.phase === 'Running') add('podsRunning');
      if (pod.severity === 'error') add('podErrors');
      if (pod.severity === 'warning') add('podWarnings');
    }),
    contribution(deploymentsResource, (deployment, add) => {
      add('deployments');
      if (DOWN.has(deployment.status)) add('deploymentsUnavailable');
    }),
  ],
  row: part => clusterHealthRow(part),
  summarise: parts => fleetTotals(parts),
});

function clusterHealthRow(
  part: ClusterCounters<Counter>,
): ClusterHealthRow | undefined {
  const connection = part.connection;
  if (!connection) {
    return undefined;
  }
  const { state, reason, message, advice, since, lastContact } = connection;
  const { title, version, labels, demo, aliases, facts } = connection;
  const { source, server, auth, namespaces } = connection;
  return {
    cluster: part.cluster,
    title,
    state,
    reason,
    message,
    advice,
    since,
    lastContact,
    version,
    aliases,
    facts,
    source,
    server,
    auth,
    namespacesOnly: namespaces,
    labels,
    demo,
    ...figures([part]),
  };
}

function fleetTotals(parts: readonly ClusterCounters<Counter>[]): FleetTotals {
  const states = parts.map(part => part.connection?.state);
  const totals = figures(parts);
  const failing = states.filter(
    state =>
      state === 'unreachable' || state === 'denied' || state === 'invalid',
  ).length;
  const known = totals.pods !== undefined || totals.nodes !== undefined;
  return {
    clusters: parts.length,
    clustersHealthy: states.filter(state => state === 'healthy').length,
    ...totals,
    ...((known || failing > 0) && {
      errors:
        failing +
        (totals.podErrors ?? 0) +
        (totals.nodes ?? 0) -
        (totals.nodesReady ?? 0),
    }),
  };
}

/** Sums what is known. A counter that no part knows is left out. */
function figures(
  parts: readonly ClusterCounters<Counter>[],
): Partial<Record<Counter, number>> {
  const sums: Partial<Record<Counter, number>> = {};
  for (const counter of COUNTERS) {
    const knowing = parts.filter(part => part.known(SOURCE[counter]));
    if (knowing.length > 0) {
      const sum = knowing.reduce((s, part) => s + part.counters[counter], 0);
      sums[counter] = counter === 'cpu' ? Math.round(sum * 1000) / 1000 : sum;
    }
  }
  return sums;
}
