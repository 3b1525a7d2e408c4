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
  CapacityFigures,
  capacityView,
  nodeMetricsResource,
  nodesResource,
  podsResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  aggregateView,
  contribution,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { FigureSources, knownSums } from './knownSums';

type Figure = keyof CapacityFigures;

const SOURCES: FigureSources<Figure> = {
  cpuAllocatable: [nodesResource],
  cpuRequested: [podsResource],
  cpuUsed: [nodeMetricsResource],
  memoryAllocatable: [nodesResource],
  memoryRequested: [podsResource],
  memoryUsed: [nodeMetricsResource],
  gpusAllocatable: [nodesResource],
  gpusRequested: [podsResource],
  podCapacity: [nodesResource],
  pods: [podsResource],
};

const ENDED = new Set(['Succeeded', 'Failed']);

/** What the nodes of each cluster offer, what is asked for and what is used. */
export const capacity = aggregateView(capacityView, {
  visibility: 'cluster',
  counters: Object.keys(SOURCES) as Figure[],
  contributions: [
    contribution(nodesResource, (node, add) => {
      add('cpuAllocatable', node.cpu);
      add('memoryAllocatable', node.memory);
      add('gpusAllocatable', node.gpus);
      add('podCapacity', node.podCapacity);
    }),
    contribution(podsResource, (pod, add) => {
      if (ENDED.has(pod.phase)) return;
      add('pods');
      add('cpuRequested', pod.cpuRequest);
      add('memoryRequested', pod.memoryRequest);
      add('gpusRequested', pod.gpuRequest);
    }),
    contribution(nodeMetricsResource, (node, add) => {
      add('cpuUsed', node.cpu);
      add('memoryUsed', node.memory);
    }),
  ],
  row: part =>
    part.connection && {
      cluster: part.cluster,
      title: part.connection.title,
      ...knownSums([part], SOURCES),
    },
  summarise: parts => ({
    clusters: parts.length,
    usedClusters: parts.filter(part => part.known(nodeMetricsResource)).length,
    ...knownSums(parts, SOURCES),
  }),
});
