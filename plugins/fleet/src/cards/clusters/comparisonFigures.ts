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
  CapacityRow,
  ClusterHealthRow,
  formatBytes,
  formatCores,
  formatCount,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { formatShare, shareOf } from '../capacityMeasures';

/** What is known of a cluster that is compared. */
export interface ComparedCluster {
  name: string;
  health: ClusterHealthRow | undefined;
  capacity: CapacityRow | undefined;
}

/** One line of the comparison. */
export interface ComparisonFigure {
  id:
    | 'version'
    | 'distribution'
    | 'region'
    | 'environment'
    | 'nodes'
    | 'nodesNotReady'
    | 'pods'
    | 'podErrors'
    | 'podWarnings'
    | 'deploymentsUnavailable'
    | 'cpu'
    | 'cpuRequested'
    | 'cpuUsed'
    | 'memory'
    | 'memoryRequested'
    | 'memoryUsed'
    | 'gpus';
  /** A share is drawn as a part of its whole, an amount against the largest of the clusters. */
  kind: 'text' | 'amount' | 'share';
  /** More than none of it is a state. */
  tone?: 'error' | 'warning';
  value: (cluster: ComparedCluster) => string | number | undefined;
  format: (value: number | undefined) => string;
  /** What a share is made of. */
  detail?: (cluster: ComparedCluster) => string;
}

function fact(id: 'distribution' | 'region' | 'environment'): ComparisonFigure {
  return {
    id,
    kind: 'text',
    value: ({ health }) => health?.facts[id]?.value,
    format: formatCount,
  };
}

function count(
  id:
    | 'nodes'
    | 'pods'
    | 'podErrors'
    | 'podWarnings'
    | 'deploymentsUnavailable'
    | 'gpus',
  tone?: 'error' | 'warning',
): ComparisonFigure {
  return {
    id,
    kind: 'amount',
    tone,
    value: ({ health }) => health?.[id],
    format: formatCount,
  };
}

function share(
  id: 'cpuRequested' | 'cpuUsed' | 'memoryRequested' | 'memoryUsed',
  whole: 'cpuAllocatable' | 'memoryAllocatable',
  format: (value: number | undefined) => string,
): ComparisonFigure {
  return {
    id,
    kind: 'share',
    value: ({ capacity }) => shareOf(capacity?.[id], capacity?.[whole]),
    format: formatShare,
    detail: ({ capacity }) =>
      `${format(capacity?.[id])} / ${format(capacity?.[whole])}`,
  };
}

/** What clusters are compared by, in the order in which it is shown. */
export const comparisonFigures: readonly ComparisonFigure[] = [
  {
    id: 'version',
    kind: 'text',
    value: ({ health }) => health?.version,
    format: formatCount,
  },
  fact('distribution'),
  fact('region'),
  fact('environment'),
  count('nodes'),
  {
    id: 'nodesNotReady',
    kind: 'amount',
    tone: 'error',
    value: ({ health }) =>
      health?.nodes === undefined || health.nodesReady === undefined
        ? undefined
        : health.nodes - health.nodesReady,
    format: formatCount,
  },
  count('pods'),
  count('podErrors', 'error'),
  count('podWarnings', 'warning'),
  count('deploymentsUnavailable', 'warning'),
  {
    id: 'cpu',
    kind: 'amount',
    value: ({ capacity }) => capacity?.cpuAllocatable,
    format: formatCores,
  },
  share('cpuRequested', 'cpuAllocatable', formatCores),
  share('cpuUsed', 'cpuAllocatable', formatCores),
  {
    id: 'memory',
    kind: 'amount',
    value: ({ capacity }) => capacity?.memoryAllocatable,
    format: formatBytes,
  },
  share('memoryRequested', 'memoryAllocatable', formatBytes),
  share('memoryUsed', 'memoryAllocatable', formatBytes),
  count('gpus'),
];

/** Whether the clusters differ in a figure as it is shown. What is not known of a cluster is no difference. */
export function differs(
  figure: ComparisonFigure,
  clusters: readonly ComparedCluster[],
): boolean {
  const known = clusters.flatMap(cluster => {
    const value = figure.value(cluster);
    if (value === undefined) return [];
    return typeof value === 'string' ? value : figure.format(value);
  });
  return new Set(known).size > 1;
}

/** The largest amount of the clusters, which the others are drawn against; undefined when it is none. */
export function largest(
  figure: ComparisonFigure,
  clusters: readonly ComparedCluster[],
): number | undefined {
  const amounts = clusters.flatMap(cluster => {
    const value = figure.value(cluster);
    return typeof value === 'number' ? value : [];
  });
  return Math.max(0, ...amounts) || undefined;
}
