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

/** Texts of the cards that are about whole clusters. */
export const clusterCardMessages = {
  comparison: {
    title: 'Cluster comparison',
    description: 'The figures of up to four clusters side by side.',
    none: 'No cluster to show',
    noneText: 'Clusters show as soon as one that you may read is connected.',
    figure: 'Figure',
    differs: 'The clusters differ',
    missing: 'Not found',
    missingHint:
      'It is not connected under this name, or you may not see it. It may have been renamed or removed.',
    first:
      'Shows {{shown}} of {{total}} clusters, troubled first. Choose others in the settings of the card.',
    tooMany: 'Shows the first {{shown}} of the {{total}} chosen clusters.',
    version: 'Version',
    distribution: 'Distribution',
    region: 'Region',
    environment: 'Environment',
    nodes: 'Nodes',
    nodesNotReady: 'Nodes not ready',
    pods: 'Pods',
    podErrors: 'Pods in error',
    podWarnings: 'Pods with a warning',
    deploymentsUnavailable: 'Deployments down',
    cpu: 'CPU cores',
    cpuRequested: 'CPU requested',
    cpuUsed: 'CPU used',
    memory: 'Memory',
    memoryRequested: 'Memory requested',
    memoryUsed: 'Memory used',
    gpus: 'GPUs',
  },
  focus: {
    title: 'Cluster focus',
    description:
      'One cluster in detail: the chosen one, or the first in trouble.',
    cluster: 'Cluster',
    clusterHint: 'While none is chosen, the first in trouble is shown.',
    first: 'No cluster is chosen: this is the first in trouble, if any is.',
    nodes: 'Nodes',
    pods: 'Pods',
    podErrors: 'Pods in error',
    podWarnings: 'Pods with a warning',
    deploymentsUnavailable: 'Deployments down',
    namespaces: 'Namespaces',
    ready: '{{good}} ready',
    running: '{{good}} running',
  },
  locations: {
    title: 'Cluster locations',
    description:
      'Where in the world the clusters are, as far as their regions tell.',
    regions: 'Regions with clusters',
    mark_one:
      '{{region}} ({{place}}): {{count}} cluster, {{nodes}} nodes, {{worst}}',
    mark_other:
      '{{region}} ({{place}}): {{count}} clusters, {{nodes}} nodes, worst: {{worst}}',
    elsewhere: 'Not on the map: their region is not known',
    noRegion: 'no region',
  },
  upgrade: {
    title: 'Upgrade status',
    description:
      'Versions of API servers and kubelets, the oldest first, and whether they may run together.',
    none: 'No cluster has said its version',
    noneText:
      'Versions show as soon as a cluster that you may read has answered.',
    spread: 'Versions of the fleet',
    minor: 'Version',
    servers: 'API servers',
    kubelets: 'Kubelets',
    server: 'API server',
    skew: 'Skew',
    kubelet: '{{version}}: {{nodes}} nodes',
    same: 'Same version',
    behind: '{{minors}} behind',
    atTheLimit:
      'No kubelet may be further behind: upgrade the nodes before the API server.',
    unsupported: 'Too far behind',
    newer: 'Newer than server',
    outside:
      '{{nodes}} nodes run a kubelet that Kubernetes does not support with this API server.',
    unknown: 'Not known',
    policy:
      'A kubelet may be up to three minor versions older than the API server, and never newer.',
    policyLink: 'Version skew policy of Kubernetes',
  },
} as const;
