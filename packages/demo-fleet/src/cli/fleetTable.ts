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

import { describeCluster } from '../control/startControlServer';
import type { DemoCluster } from '../DemoCluster';

/** The clusters as lines of text, for people. */
export function fleetTable(clusters: readonly DemoCluster[]): string {
  const rows = clusters.map(cluster => {
    const { nodes, pods } = describeCluster(cluster);
    const notes = [
      ...(cluster.latencyMs > 0 ? [`slow: ${cluster.latencyMs} ms`] : []),
      ...(cluster.running ? [] : ['refuses connections']),
    ];
    return [
      cluster.name,
      cluster.provider ?? '',
      cluster.region ?? '',
      String(nodes),
      String(pods),
      cluster.url,
      notes.join(', '),
    ];
  });
  const header = ['CLUSTER', 'PROVIDER', 'REGION', 'NODES', 'PODS', 'URL', ''];
  const all = [header, ...rows];
  const widths = header.map((_, column) =>
    Math.max(...all.map(row => row[column].length)),
  );
  return all
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
