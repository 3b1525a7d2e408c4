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

/** Texts of the cards about capacity, nodes, time and namespaces. */
export const cardMessages = {
  measure: {
    cpu: 'CPU',
    memory: 'Memory',
    gpus: 'GPUs',
    pods: 'Pods',
    requested: 'Requested',
    used: 'Used',
    allocatable: 'Allocatable',
    ofCapacity: '{{part}} of {{whole}} {{what}} ({{share}})',
    unknown: 'not known',
  },
  capacity: {
    title: 'Resource capacity',
    description:
      'What nodes offer to pods, what pods ask for, and what they use.',
    legend: 'Requested and used, as parts of what nodes offer',
    byCluster: 'Capacity of each cluster',
    usedOf: 'Use is known of {{known}} of {{clusters}} clusters.',
    none: 'No node has been read',
    noneText: 'Capacity shows as soon as the nodes of a cluster are known.',
  },
  nodeStatus: {
    title: 'Node status',
    description: 'How many nodes are ready, and which clusters have trouble.',
    ready: 'Ready',
    notReady: 'Not ready',
    unknown: 'Unknown',
    cordoned: 'Cordoned',
    pressure: 'Under pressure',
    bar: '{{cluster}}: {{ready}} of {{nodes}} nodes ready',
    totals: 'Nodes by state',
    none: 'No node has been read',
    noneText: 'Nodes show as soon as a cluster that you may read has answered.',
  },
  timeline: {
    title: 'Events timeline',
    description: 'How many events the clusters reported, and when.',
    warnings: 'Warnings',
    normal: 'Normal',
    time: 'Time',
    reasons: 'Most frequent warnings',
    none: 'No event in the last hour',
    noneText: 'Kubernetes keeps events for an hour, unless told otherwise.',
  },
  topPods: {
    title: 'Top pods',
    description: 'Pods by what they use, measured by the metrics API.',
    none: 'No use has been measured',
    noneText:
      'Use is read from the API metrics.k8s.io, which metrics-server serves. Install it in the clusters where it is missing.',
  },
  namespaceOverview: {
    title: 'Namespaces',
    description: 'Namespaces, who owns them, and how they are.',
    none: 'There is no namespace that you may see',
    noneText: 'It needs the permission fleet.namespace.read.',
    quota: '{{used}} of {{hard}} {{resource}}',
    more: 'Shows {{shown}} of {{total}}, troubled first.',
    all: 'All namespaces',
    terminating: 'Terminating',
    fine: 'Fine',
    troubled: 'Troubled',
  },
  rollouts: {
    title: 'Rollouts',
    description: 'Rollouts under way or stuck, and those of the last day.',
    none: 'No rollout in the last day',
    noneText: 'Nothing is under way, stuck or paused either.',
    progress: '{{updated}} of {{replicas}} replicas updated',
  },
  cardColumn: {
    cpu: 'CPU',
    memory: 'Memory',
    owner: 'Owner',
    workloads: 'Workloads',
    quota: 'Quota',
    workload: 'Workload',
    progress: 'Progress',
    changed: 'Changed',
  },
} as const;
