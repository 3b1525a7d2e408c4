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

import { ClusterHealthRow } from '@quarterdeck/backstage-plugin-fleet-common';

/** One figure of a cluster. */
export interface ClusterFigure {
  id:
    | 'nodes'
    | 'pods'
    | 'podErrors'
    | 'podWarnings'
    | 'deploymentsUnavailable'
    | 'namespaces';
  value: number | undefined;
  /** How many of them are as they should be. */
  good?: number;
  tone: 'error' | 'warning';
  bad: boolean;
}

/** The figures of a cluster in the order in which they are shown. */
export function clusterFigures(row: ClusterHealthRow): ClusterFigure[] {
  const { nodes, nodesReady, pods, podsRunning } = row;
  return [
    {
      id: 'nodes',
      value: nodes,
      good: nodesReady,
      tone: 'error',
      bad: nodesReady !== undefined && nodesReady < (nodes ?? 0),
    },
    { id: 'pods', value: pods, good: podsRunning, tone: 'warning', bad: false },
    {
      id: 'podErrors',
      value: row.podErrors,
      tone: 'error',
      bad: Boolean(row.podErrors),
    },
    {
      id: 'podWarnings',
      value: row.podWarnings,
      tone: 'warning',
      bad: Boolean(row.podWarnings),
    },
    {
      id: 'deploymentsUnavailable',
      value: row.deploymentsUnavailable,
      tone: 'warning',
      bad: Boolean(row.deploymentsUnavailable),
    },
    { id: 'namespaces', value: row.namespaces, tone: 'warning', bad: false },
  ];
}
