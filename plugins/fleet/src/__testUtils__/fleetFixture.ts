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
  Coverage,
  EventRow,
  FleetTotals,
  PodRow,
  ViewAnswer,
  Whoami,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';

const MINUTE = 60_000;
const started = Date.now();

export const whoami: Whoami = {
  user: 'user:default/anne',
  ownership: ['user:default/anne', 'group:default/platform'],
  clusters: [
    {
      name: 'eu-west',
      clusterScoped: true,
      visibleNamespaces: 12,
      namespaces: 12,
    },
  ],
  actions: ['workload.scale'],
  audit: true,
  admin: true,
};

export const fullCoverage: Coverage = {
  asked: 2,
  answered: 2,
  failed: [],
  asOf: started,
  demo: false,
};

export const partialCoverage: Coverage = {
  ...fullCoverage,
  answered: 1,
  failed: [
    {
      cluster: 'us-east',
      reason: 'unreachable',
      message: 'connect ETIMEDOUT 10.0.0.1:6443',
      lastContact: started - 3 * MINUTE,
    },
  ],
};

export const healthyCluster: ClusterHealthRow = {
  cluster: 'eu-west',
  title: 'eu-west',
  state: 'healthy',
  since: started - 60 * MINUTE,
  lastContact: started,
  version: 'v1.36.1',
  aliases: [],
  facts: {
    region: {
      value: 'eu-west-1',
      evidence: 'label topology.kubernetes.io/region of its nodes',
    },
  },
  source: 'kubeconfig',
  server: 'https://eu-west.example:6443/',
  auth: 'token',
  labels: { region: 'eu-west-1' },
  demo: false,
  nodes: 8,
  nodesReady: 8,
  nodesCordoned: 1,
  namespaces: 12,
  pods: 12_345,
  podsRunning: 12_300,
  podErrors: 0,
  podWarnings: 0,
};

export const lostCluster: ClusterHealthRow = {
  ...healthyCluster,
  cluster: 'us-east',
  title: 'us-east',
  state: 'unreachable',
  reason: 'unreachable',
  message: 'connect ETIMEDOUT 10.0.0.1:6443',
  advice: 'Check the network to the API server.',
  lastContact: started - 3 * MINUTE,
  facts: {},
  labels: {},
  nodes: 4,
  nodesReady: 3,
  nodesCordoned: 0,
  pods: undefined,
  podsRunning: undefined,
  podErrors: undefined,
  podWarnings: undefined,
};

export const pod: PodRow = {
  uid: 'p1',
  cluster: 'eu-west',
  namespace: 'shop',
  name: 'checkout-7d9f8b6c5-x2x4z',
  status: 'CrashLoopBackOff',
  phase: 'Running',
  severity: 'error',
  message: 'back-off 5m0s restarting failed container',
  node: 'node-1',
  owner: 'checkout',
  ownerKind: 'Deployment',
  workload: 'checkout',
  workloadKind: 'Deployment',
  labels: { app: 'checkout' },
  ready: 0,
  containers: 1,
  restarts: 17,
  cpuRequest: 0.1,
  memoryRequest: 128 * 1024 ** 2,
  gpuRequest: 0,
  created: started - 50 * MINUTE,
};

export const cart: WorkloadRow = {
  uid: 'd1',
  cluster: 'eu-west',
  namespace: 'shop',
  name: 'cart-api',
  kind: 'Deployment',
  labels: {},
  controller: '',
  status: 'Available',
  replicas: 3,
  ready: 3,
  updated: 3,
  available: 3,
  images: ['cart-api:1.4.2'],
  created: started - 3 * 24 * 60 * MINUTE,
};

export const search: WorkloadRow = {
  ...cart,
  uid: 'd2',
  name: 'search',
  status: 'Failed',
  severity: 'error',
  message: 'ProgressDeadlineExceeded',
  ready: 1,
  available: 1,
};

export const event: EventRow = {
  uid: 'e1',
  cluster: 'eu-west',
  namespace: 'shop',
  name: 'checkout.17c',
  type: 'Warning',
  reason: 'BackOff',
  message: 'Back-off restarting failed container',
  objectKind: 'Pod',
  objectName: 'checkout-7d9f8b6c5-x2x4z',
  source: 'kubelet',
  count: 42,
  first: started - 40 * MINUTE,
  last: started - 1 * MINUTE,
};

function answer<TRow extends object, TSummary extends object>(
  rows: TRow[],
  summary: TSummary,
  coverage: Coverage = fullCoverage,
): ViewAnswer<TRow, TSummary> {
  return { rows, total: rows.length, summary, coverage };
}

/** Totals as the backend reckons them over these clusters. */
export function totalsOf(
  rows: ClusterHealthRow[],
  podErrors: number,
): FleetTotals {
  const sum = (key: 'nodes' | 'nodesReady' | 'nodesCordoned' | 'pods') => {
    const known = rows.map(row => row[key]).filter(it => it !== undefined);
    return known.length ? known.reduce((a, b) => a + b) : undefined;
  };
  const [nodes, nodesReady] = [sum('nodes'), sum('nodesReady')];
  const failing = rows.filter(row => row.state === 'unreachable').length;
  return {
    clusters: rows.length,
    clustersHealthy: rows.filter(row => row.state === 'healthy').length,
    nodes,
    nodesReady,
    nodesCordoned: sum('nodesCordoned'),
    namespaces: rows.length ? 12 : undefined,
    pods: sum('pods'),
    podsRunning: rows.length ? 12_300 : undefined,
    podErrors,
    errors: failing + (nodes ?? 0) - (nodesReady ?? 0) + podErrors,
  };
}

/** What a fleet answers of which one cluster is lost and some workloads are in trouble. */
export function troubledFleet(): Record<string, ViewAnswer> {
  const clusters = [healthyCluster, lostCluster];
  return {
    'clusters.health': answer(clusters, totalsOf(clusters, 2), partialCoverage),
    'pods.issues': answer(
      [pod],
      { errors: 1, warnings: 0, progress: 0 },
      partialCoverage,
    ),
    'deployments.status': answer(
      [search, cart],
      {
        available: 1,
        progressing: 0,
        degraded: 0,
        failed: 1,
        paused: 0,
        scaledToZero: 0,
      },
      partialCoverage,
    ),
    'events.recent': answer(
      [event],
      { warnings: 1, normal: 0 },
      partialCoverage,
    ),
  };
}

/** What a fleet answers in which all is well. */
export function healthyFleet(): Record<string, ViewAnswer> {
  return {
    ...troubledFleet(),
    'clusters.health': answer([healthyCluster], totalsOf([healthyCluster], 0)),
    'pods.issues': answer([], { errors: 0, warnings: 0, progress: 0 }),
  };
}

/** What the backend answers when no cluster is configured. */
export function emptyFleet(): Record<string, ViewAnswer> {
  const coverage = { asked: 0, answered: 0, failed: [], demo: false };
  return {
    'clusters.health': answer([], totalsOf([], 0), coverage),
    'pods.issues': answer([], {}, coverage),
    'deployments.status': answer([], {}, coverage),
    'events.recent': answer([], {}, coverage),
  };
}
