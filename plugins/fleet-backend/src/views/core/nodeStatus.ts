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
  nodesResource,
  nodeStatusView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  aggregateView,
  contribution,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { FigureSources, knownSums } from './knownSums';

const SOURCES = {
  nodes: [nodesResource],
  ready: [nodesResource],
  notReady: [nodesResource],
  unknown: [nodesResource],
  cordoned: [nodesResource],
  pressure: [nodesResource],
} as const;

type Figure = keyof typeof SOURCES;

const PRESSURES = new Set(['MemoryPressure', 'DiskPressure', 'PIDPressure']);

/** How the nodes of each cluster stand. */
export const nodeStatus = aggregateView(nodeStatusView, {
  visibility: 'cluster',
  counters: Object.keys(SOURCES) as Figure[],
  contributions: [
    contribution(nodesResource, (node, add) => {
      add('nodes');
      if (node.ready === undefined) add('unknown');
      else add(node.ready ? 'ready' : 'notReady');
      if (!node.schedulable) add('cordoned');
      if (node.pressures.some(type => PRESSURES.has(type))) add('pressure');
    }),
  ],
  row: part =>
    part.connection && {
      cluster: part.cluster,
      title: part.connection.title,
      ...knownSums([part], SOURCES as FigureSources<Figure>),
    },
  summarise: parts => knownSums(parts, SOURCES as FigureSources<Figure>),
});
