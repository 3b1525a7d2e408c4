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

import { DashboardInput } from '@quarterdeck/backstage-plugin-fleet-common';

/** Cards of all core sections; most of them change with every pod. */
const CARDS = [
  'cluster-health',
  'cluster-metrics',
  'cluster-comparison',
  'pod-issues',
  'pod-phases',
  'top-pods',
  'restarts',
  'deployment-status',
  'rollouts',
  'stateful-sets',
  'daemon-sets',
  'jobs',
  'node-map',
  'resource-capacity',
  'node-status',
  'requests-against-use',
  'namespace-overview',
  'events-timeline',
  'event-stream',
  'warning-events',
];

const COLUMNS = 4;
const ROWS = 3;

/** Four in a row, so that all of them are in sight of {@link WHOLE_DASHBOARD}. */
export const twentyCards: DashboardInput = {
  title: 'Twenty cards',
  content: {
    cards: CARDS.map((name, index) => ({
      id: name,
      card: `fleet-card:fleet/${name}`,
      placement: {
        x: (index % COLUMNS) * (12 / COLUMNS),
        y: Math.floor(index / COLUMNS) * ROWS,
        width: 12 / COLUMNS,
        height: ROWS,
      },
    })),
    stats: ['clusters', 'nodes', 'pods', 'pod-errors'].map(name => ({
      block: `fleet-stat:fleet/${name}`,
    })),
  },
};

/** A window in which nothing of it is below the fold. */
export const WHOLE_DASHBOARD = { width: 1_920, height: 1_800 };
