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

/** Texts of the cards about nodes and what pods ask of them. */
export const computeCardMessages = {
  nodeMap: {
    title: 'Node map',
    description: 'Every node as a square, by cluster.',
    by: 'Colour by',
    byState: 'State',
    byCpu: 'CPU requested',
    byMemory: 'Memory requested',
    full: 'Full from',
    fullHint: 'Nodes of which so much is asked for are marked.',
    keys: 'Arrow keys go from node to node, Page Up and Page Down from cluster to cluster, Enter opens the node. The table after it holds the same.',
    line: 'Node',
    point: 'Point at a node to see which it is.',
    pointLoad: 'A square is filled as far as its node is asked for.',
    requested: '{{cpu}} of CPU and {{memory}} of memory requested',
    table: 'Nodes of each cluster by state',
    troubled: 'Not ready, under pressure or cordoned',
  },
  nodeConditions: {
    title: 'Node conditions',
    description: 'Nodes that are not as they should be, and since when.',
    conditions: 'Conditions',
    node: 'Node',
    since: 'Since',
    totals: 'Nodes by condition',
    ready: 'Ready',
    notReady: 'Not ready',
    unknown: 'Unknown',
    memoryPressure: 'Memory pressure',
    diskPressure: 'Disk pressure',
    pidPressure: 'PID pressure',
    networkUnavailable: 'No network',
    cordoned: 'Cordoned',
    fine: 'Every node is ready',
    fineText: 'None lacks anything, and none is cordoned.',
  },
  requests: {
    title: 'Requests against use',
    description:
      'What pods ask for against what they use: too little first, then too much.',
    by: 'Compare',
    byNamespace: 'Namespaces',
    byCluster: 'Clusters',
    resource: 'Resource',
    overFrom: 'Too much from',
    overFromHint: 'In percent of the use.',
    verdict: 'Requests',
    short: 'Too little',
    over: 'Too much',
    fits: 'Fitting',
    unknown: 'Not measured',
    unknownHint: 'The use of these pods is not known.',
    gapShort: 'Uses {{amount}} more than it asks for',
    gapOver: 'Asks for {{amount}} that it does not use',
    bar: '{{used}} used of {{requested}} requested',
    totals: 'Use of what is requested',
    total: '{{what}}: {{used}} used of {{requested}} requested',
    totalDetail: '{{used}} used of {{requested}}',
    unmeasured: 'No use has been measured.',
    measured:
      'Use is known of {{known}} of {{clusters}} clusters; totals are over these.',
    more: 'Shows {{shown}} of {{total}}.',
    none: 'No pod has been read',
    noneText: 'Requests show as soon as the pods of a cluster are known.',
  },
} as const;
