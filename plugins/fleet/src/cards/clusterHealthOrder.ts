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
  ClusterState,
} from '@quarterdeck/backstage-plugin-fleet-common';

const ranks: Record<ClusterState, number> = {
  unreachable: 0,
  denied: 0,
  invalid: 0,
  degraded: 1,
  connecting: 2,
  healthy: 3,
};

/** Troubled clusters first, then by title, so that a healthy list stands still. */
export function byTroubleAndName(
  a: ClusterHealthRow,
  b: ClusterHealthRow,
): number {
  return (
    ranks[a.state] - ranks[b.state] ||
    a.title.localeCompare(b.title) ||
    a.cluster.localeCompare(b.cluster)
  );
}

/** Whether the figures of a cluster are the last known, not the present ones. */
export function isLastKnown(row: ClusterHealthRow): boolean {
  return ranks[row.state] === 0;
}

/** What a change of a row is worth a glow for: not the running counts, nor the time of the last contact. */
export function visibleFacts(row: ClusterHealthRow): string {
  const { state, version, nodes, nodesReady, nodesCordoned, podErrors } = row;
  return [state, version, nodes, nodesReady, nodesCordoned, podErrors].join();
}
