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

import { DashboardStat } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  cardText,
  FleetDashboardBlueprint,
  FleetDashboardParams,
  TemplateCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { coreStatId } from '../../stats/coreStats';
import { fleetTranslationRef } from '../../translation';

/** The template that is shown as long as a person has chosen nothing else. */
export const OPERATIONS = 'operations';

const numbers = (...blocks: string[]): DashboardStat[] =>
  blocks.map(block => ({ block: coreStatId(block), display: 'number' }));

const core = (name: string, width?: number, height?: number): TemplateCard => ({
  card: `fleet-card:fleet/${name}`,
  width,
  height,
});

/** The fleet plugin's own templates, for both frontend systems. */
export const coreTemplateDefinitions: readonly (FleetDashboardParams & {
  name: string;
})[] = [
  {
    name: OPERATIONS,
    title: cardText(fleetTranslationRef, 'template.operations'),
    description: cardText(fleetTranslationRef, 'template.operationsText'),
    slug: OPERATIONS,
    version: 1,
    order: 10,
    // Cards of packs come in here by themselves, unless their extension or the portal's configuration hides them.
    cards: installed =>
      installed.filter(card => !card.hidden).map(({ id }) => ({ card: id })),
    stats: numbers(
      'clusters',
      'healthy',
      'nodes',
      'namespaces',
      'pods',
      'errors',
    ),
  },
  {
    name: 'clusters',
    title: cardText(fleetTranslationRef, 'template.clusters'),
    description: cardText(fleetTranslationRef, 'template.clustersText'),
    slug: 'clusters',
    version: 1,
    order: 20,
    cards: [
      core('cluster-health', 12, 5),
      core('cluster-locations', 7, 6),
      core('upgrade-status', 5, 6),
      core('cluster-comparison', 7, 5),
      core('cluster-focus', 5, 5),
      core('cluster-metrics', 12, 4),
    ],
    stats: numbers(
      'clusters',
      'healthy',
      'unhealthy',
      'nodes',
      'pods',
      'cpu-requested',
      'memory-requested',
    ),
  },
  {
    name: 'workloads',
    title: cardText(fleetTranslationRef, 'template.workloads'),
    description: cardText(fleetTranslationRef, 'template.workloadsText'),
    slug: 'workloads',
    version: 1,
    order: 30,
    cards: [
      core('deployment-status', 7, 6),
      core('rollouts', 5, 6),
      core('stateful-sets', 6, 4),
      core('daemon-sets', 6, 4),
      core('jobs', 6, 5),
      core('hpa-status', 6, 5),
    ],
    stats: numbers(
      'deployments-unavailable',
      'namespaces',
      'pods',
      'pod-errors',
      'pod-warnings',
    ),
  },
  {
    name: 'pods',
    title: cardText(fleetTranslationRef, 'template.pods'),
    description: cardText(fleetTranslationRef, 'template.podsText'),
    slug: 'pods',
    version: 1,
    order: 40,
    cards: [
      core('pod-issues', 7, 5),
      core('pod-phases', 5, 5),
      core('restarts', 7, 5),
      core('top-pods', 5, 5),
      core('pod-health-trend', 12, 4),
    ],
    stats: numbers('pods', 'pod-errors', 'pod-warnings', 'clusters'),
  },
  {
    name: 'compute',
    title: cardText(fleetTranslationRef, 'template.compute'),
    description: cardText(fleetTranslationRef, 'template.computeText'),
    slug: 'compute',
    version: 1,
    order: 50,
    cards: [
      core('node-map', 12, 6),
      core('resource-capacity', 7, 5),
      core('node-status', 5, 5),
      core('requests-against-use', 7, 5),
      core('node-conditions', 5, 5),
      core('resource-trend', 12, 4),
    ],
    stats: numbers(
      'nodes',
      'cpu-requested',
      'memory-requested',
      'gpus-requested',
      'pods',
    ),
  },
  {
    name: 'storage',
    title: cardText(fleetTranslationRef, 'template.storage'),
    description: cardText(fleetTranslationRef, 'template.storageText'),
    slug: 'storage',
    version: 1,
    order: 60,
    cards: [core('storage-overview', 5, 6), core('pvc-status', 7, 6)],
    stats: numbers('clusters', 'namespaces'),
  },
  {
    name: 'network',
    title: cardText(fleetTranslationRef, 'template.network'),
    description: cardText(fleetTranslationRef, 'template.networkText'),
    slug: 'network',
    version: 1,
    order: 70,
    cards: [
      core('network-overview', 5, 4),
      core('network-policies', 7, 4),
      core('service-status', 12, 5),
      core('ingress-status', 12, 5),
    ],
    stats: numbers('clusters', 'namespaces'),
  },
  {
    name: 'namespaces',
    title: cardText(fleetTranslationRef, 'template.namespaces'),
    description: cardText(fleetTranslationRef, 'template.namespacesText'),
    slug: 'namespaces',
    version: 1,
    order: 80,
    cards: [core('namespace-overview', 7, 6), core('namespace-quotas', 5, 6)],
    stats: numbers('namespaces', 'pods', 'pod-errors'),
  },
  {
    name: 'events',
    title: cardText(fleetTranslationRef, 'template.events'),
    description: cardText(fleetTranslationRef, 'template.eventsText'),
    slug: 'events',
    version: 1,
    order: 90,
    cards: [
      core('events-timeline', 12, 4),
      core('event-stream', 7, 6),
      core('warning-events', 5, 6),
      core('shared-warnings', 12, 5),
    ],
    stats: numbers('warning-events', 'errors', 'clusters'),
  },
];

export const coreTemplates = coreTemplateDefinitions.map(
  ({ name, ...params }) => FleetDashboardBlueprint.make({ name, params }),
);
