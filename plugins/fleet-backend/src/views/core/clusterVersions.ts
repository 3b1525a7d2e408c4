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
  clusterVersionsView,
  ClusterVersionsRow,
  compareVersions,
  isSupportedKubelet,
  kubeletSkew,
  minorVersion,
  NodeRow,
  nodesResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { computedView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byText } from './orders';

const byTitle = byText<ClusterVersionsRow>(row => row.title);

/** Versions of API servers and kubelets. */
export const clusterVersions = computedView(clusterVersionsView, {
  visibility: 'cluster',
  reads: { clusters: clustersResource, nodes: nodesResource },
  // Kubernetes itself is made for clusters of up to 5,000 nodes.
  maxRows: 10_000,
  compute: ({ clusters, nodes }, _params, _cluster, _now, known) =>
    clusters.map(cluster => ({
      ...versionsOf(cluster, nodes),
      nodes: known(nodesResource) ? nodes.length : undefined,
    })),
  compare: (a, b) => compareVersions(a.version, b.version) || byTitle(a, b),
  summarise: rows => ({
    minors: minorsOf(rows),
    unknown: rows.filter(row => minorVersion(row.version) === undefined).length,
    outside: rows.filter(row => row.outside).length,
  }),
});

function versionsOf(
  { cluster, title, state, version }: ClusterRow,
  nodes: readonly NodeRow[],
): Omit<ClusterVersionsRow, 'nodes'> {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    counts.set(node.version, (counts.get(node.version) ?? 0) + 1);
  }
  const kubelets = [...counts]
    .sort(([a], [b]) => compareVersions(a, b) || (a < b ? -1 : 1))
    .map(([kubelet, count]) => ({
      version: kubelet,
      nodes: count,
      skew: kubeletSkew(version, kubelet),
    }));
  const skews = kubelets.flatMap(({ skew }) => skew ?? []);
  const judged = kubelets.filter(
    kubelet => isSupportedKubelet(version, kubelet.version) !== undefined,
  );
  return {
    cluster,
    title,
    state,
    version,
    kubelets,
    skew: skews.length > 0 ? furthest(skews) : undefined,
    outside:
      judged.length > 0
        ? judged
            .filter(kubelet => !isSupportedKubelet(version, kubelet.version))
            .reduce((sum, kubelet) => sum + kubelet.nodes, 0)
        : undefined,
  };
}

/** The worst of them: a kubelet that is newer is never allowed, so it comes before any that is older. */
function furthest(skews: readonly number[]): number {
  const newest = Math.min(...skews);
  return newest < 0 ? newest : Math.max(...skews);
}

function minorsOf(rows: readonly ClusterVersionsRow[]) {
  const minors = new Map<string, { clusters: number; nodes: number }>();
  const add = (
    version: string | undefined,
    what: 'clusters' | 'nodes',
    amount: number,
  ) => {
    const minor = minorVersion(version);
    if (minor === undefined) return;
    const sums = minors.get(minor) ?? { clusters: 0, nodes: 0 };
    minors.set(minor, { ...sums, [what]: sums[what] + amount });
  };
  for (const row of rows) {
    add(row.version, 'clusters', 1);
    for (const kubelet of row.kubelets) {
      add(kubelet.version, 'nodes', kubelet.nodes);
    }
  }
  return [...minors]
    .map(([minor, sums]) => ({ minor, ...sums }))
    .sort((a, b) => compareVersions(a.minor, b.minor));
}
