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
  clusterRequestsView,
  namespaceRequestsView,
  podMetricsResource,
  podsResource,
  RequestFigures,
  RequestRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  aggregateView,
  ClusterCounters,
  contribution,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { FigureSources, knownSums } from './knownSums';
import { byLargest, byText, inOrder } from './orders';

type Figure = keyof RequestFigures;

const SOURCES: FigureSources<Figure> = {
  pods: [podsResource],
  cpuRequested: [podsResource],
  memoryRequested: [podsResource],
  measured: [podMetricsResource],
  cpuUsed: [podMetricsResource],
  memoryUsed: [podMetricsResource],
};

const ENDED = new Set(['Succeeded', 'Failed']);

const shared = {
  counters: Object.keys(SOURCES) as Figure[],
  contributions: [
    contribution<any, Figure>(podsResource, (pod, add) => {
      if (ENDED.has(pod.phase)) return;
      add('pods');
      add('cpuRequested', pod.cpuRequest);
      add('memoryRequested', pod.memoryRequest);
    }),
    contribution<any, Figure>(podMetricsResource, (pod, add) => {
      add('measured');
      add('cpuUsed', pod.cpu);
      add('memoryUsed', pod.memory);
    }),
  ],
  summarise: (parts: readonly ClusterCounters<Figure>[]) => {
    const measured = parts.filter(isMeasured);
    return {
      clusters: parts.length,
      usedClusters: measured.length,
      ...figures(measured),
    };
  },
};

/** What the pods of whole clusters ask for and use. */
export const clusterRequests = aggregateView(clusterRequestsView, {
  ...shared,
  visibility: 'cluster',
  row: part => ({ cluster: part.cluster, ...figures([part]) }),
});

/** What the pods of each namespace ask for and use, the largest difference of CPU first. */
export const namespaceRequests = aggregateView(namespaceRequestsView, {
  ...shared,
  visibility: 'rows',
  namespaceRow: part =>
    part.counters.pods > 0
      ? {
          cluster: part.cluster,
          namespace: part.namespace,
          ...figures([part]),
        }
      : undefined,
  compare: inOrder<RequestRow>(
    byLargest(({ cpuRequested, cpuUsed }) =>
      cpuRequested === undefined || cpuUsed === undefined
        ? -1
        : Math.abs(cpuRequested - cpuUsed),
    ),
    byText(row => row.namespace ?? ''),
  ),
});

function isMeasured(part: ClusterCounters<Figure>): boolean {
  return part.known(podMetricsResource) && part.counters.measured > 0;
}

/** Where none of the pods has been measured, the use is not none: it is not known. */
function figures(parts: readonly ClusterCounters<Figure>[]): RequestFigures {
  const sums = knownSums(parts, SOURCES);
  if (sums.measured) return sums;
  const { cpuUsed: _, memoryUsed: __, ...rest } = sums;
  return rest;
}
