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
  NodeMapRow,
  nodeLoadView,
  nodeMapView,
  NodeRow,
  nodesResource,
  NodeSquare,
  nodeStandingSchema,
  PodRow,
  podsResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { computedView } from '@quarterdeck/backstage-plugin-fleet-node';
import { nodeStanding } from './nodeStanding';
import { byText } from './orders';

const ENDED = new Set(['Succeeded', 'Failed']);
const byCluster = byText<NodeMapRow>(row => row.cluster);

/** Every node with how it stands. Names of nodes are for who may read the cluster. */
export const nodeMap = computedView(nodeMapView, {
  visibility: 'cluster',
  reads: { nodes: nodesResource },
  // Kubernetes itself is made for clusters of up to 5,000 nodes.
  maxRows: 10_000,
  compute: ({ nodes }, _params, cluster, _now, known) =>
    known(nodesResource) ? [rowOf(cluster, nodes, () => ({}))] : [],
  compare: byCluster,
  summarise: counts,
});

/** Every node with what its pods ask for, whosever they are. */
export const nodeLoad = computedView(nodeLoadView, {
  visibility: 'cluster',
  reads: { nodes: nodesResource, pods: podsResource },
  maxRows: 60_000,
  compute: ({ nodes, pods }, _params, cluster, _now, known) => {
    if (!known(nodesResource)) return [];
    const asked = known(podsResource) ? requestsByNode(pods) : undefined;
    return [
      rowOf(cluster, nodes, node => {
        if (!asked) return {};
        const { cpu, memory } = asked.get(node.name) ?? { cpu: 0, memory: 0 };
        return {
          cpu: percent(cpu, node.cpu),
          memory: percent(memory, node.memory),
        };
      }),
    ];
  },
  compare: byCluster,
  summarise: counts,
});

function rowOf(
  cluster: string,
  nodes: readonly NodeRow[],
  load: (node: NodeRow) => Pick<NodeSquare, 'cpu' | 'memory'>,
): NodeMapRow {
  const squares = nodes.map(node => ({
    name: node.name,
    standing: nodeStanding(node),
    ...load(node),
  }));
  return { cluster, nodes: squares.sort(byStandingAndName) };
}

const { options: standings } = nodeStandingSchema;
const names = new Intl.Collator('en', { numeric: true });

function byStandingAndName(a: NodeSquare, b: NodeSquare): number {
  return (
    standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
    names.compare(a.name, b.name)
  );
}

function requestsByNode(pods: readonly PodRow[]) {
  const asked = new Map<string, { cpu: number; memory: number }>();
  for (const pod of pods) {
    if (pod.node === '' || ENDED.has(pod.phase)) continue;
    const sums = asked.get(pod.node) ?? { cpu: 0, memory: 0 };
    asked.set(pod.node, sums);
    sums.cpu += pod.cpuRequest;
    sums.memory += pod.memoryRequest;
  }
  return asked;
}

function percent(part: number, whole: number): number | undefined {
  return whole > 0 ? Math.round((part / whole) * 100) : undefined;
}

function counts(rows: readonly NodeMapRow[]) {
  const sums = {
    nodes: 0,
    notReady: 0,
    unknown: 0,
    pressure: 0,
    cordoned: 0,
    ready: 0,
  };
  for (const { standing } of rows.flatMap(row => row.nodes)) {
    sums.nodes += 1;
    sums[standing] += 1;
  }
  return sums;
}
