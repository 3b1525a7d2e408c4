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
  capacityView,
  clustersHealthView,
  deploymentsView,
  eventsTimelineView,
  eventsView,
  namespacesView,
  nodeStatusView,
  podIssuesView,
  rolloutsView,
  topPodsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  cardText,
  clusterSelection,
  FleetCardBlueprint,
  namespaceSelection,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { z } from 'zod';
import { clusterCards } from './cards/clusters/clusterCards';
import { FleetCardDefinition } from './cards/FleetCardDefinition';
import { limitCardDefinitions } from './cards/limits/limitCards';
import { networkCardDefinitions } from './cards/network/networkCards';
import { computeCards } from './cards/nodes/computeCards';
import { storageCardDefinitions } from './cards/storage/storageCards';
import { warningCards } from './cards/warnings/warningCards';
import { workloadCards } from './cards/workloads/workloadCards';
import { fleetTranslationRef } from './translation';
import { trendCardDefinitions } from './trends/trendCards';

/** What a card can be limited to where it is placed. Its slot does that, the card nothing. */
const someClusters = z.object({ clusters: clusterSelection });
const somePlaces = z.object({
  clusters: clusterSelection,
  namespaces: namespaceSelection,
});

/** The cards that the fleet plugin brings itself. */
export const fleetCardDefinitions: readonly FleetCardDefinition[] = [
  {
    name: 'cluster-health',
    title: cardText(fleetTranslationRef, 'clusterHealth.title'),
    description: cardText(fleetTranslationRef, 'clusterHealth.description'),
    category: 'clusters',
    view: clustersHealthView,
    config: someClusters,
    size: { width: 7, height: 4 },
    order: 10,
    loader: () =>
      import('./cards/ClusterHealthCard').then(m => m.ClusterHealthCard),
  },
  {
    name: 'pod-issues',
    title: cardText(fleetTranslationRef, 'podIssues.title'),
    description: cardText(fleetTranslationRef, 'podIssues.description'),
    category: 'workloads',
    view: podIssuesView,
    config: somePlaces,
    size: { width: 5, height: 4 },
    order: 20,
    loader: () => import('./cards/PodIssuesCard').then(m => m.PodIssuesCard),
  },
  {
    name: 'deployment-status',
    title: cardText(fleetTranslationRef, 'deployments.title'),
    description: cardText(fleetTranslationRef, 'deployments.description'),
    category: 'workloads',
    view: deploymentsView,
    config: somePlaces,
    size: { width: 7, height: 6 },
    order: 30,
    loader: () =>
      import('./cards/DeploymentStatusCard').then(m => m.DeploymentStatusCard),
  },
  {
    name: 'event-stream',
    title: cardText(fleetTranslationRef, 'events.title'),
    description: cardText(fleetTranslationRef, 'events.description'),
    category: 'workloads',
    view: eventsView,
    config: somePlaces,
    size: { width: 5, height: 6 },
    order: 40,
    loader: () =>
      import('./cards/EventStreamCard').then(m => m.EventStreamCard),
  },
  {
    name: 'resource-capacity',
    title: cardText(fleetTranslationRef, 'capacity.title'),
    description: cardText(fleetTranslationRef, 'capacity.description'),
    category: 'compute',
    view: capacityView,
    config: someClusters,
    size: { width: 7, height: 5 },
    order: 50,
    loader: () =>
      import('./cards/ResourceCapacityCard').then(m => m.ResourceCapacityCard),
  },
  {
    name: 'node-status',
    title: cardText(fleetTranslationRef, 'nodeStatus.title'),
    description: cardText(fleetTranslationRef, 'nodeStatus.description'),
    category: 'compute',
    view: nodeStatusView,
    config: someClusters,
    size: { width: 5, height: 5 },
    order: 60,
    loader: () => import('./cards/NodeStatusCard').then(m => m.NodeStatusCard),
  },
  {
    name: 'events-timeline',
    title: cardText(fleetTranslationRef, 'timeline.title'),
    description: cardText(fleetTranslationRef, 'timeline.description'),
    category: 'events',
    view: eventsTimelineView,
    config: somePlaces,
    size: { width: 5, height: 4 },
    order: 70,
    loader: () =>
      import('./cards/EventsTimelineCard').then(m => m.EventsTimelineCard),
  },
  {
    name: 'top-pods',
    title: cardText(fleetTranslationRef, 'topPods.title'),
    description: cardText(fleetTranslationRef, 'topPods.description'),
    category: 'compute',
    view: topPodsView,
    config: somePlaces,
    size: { width: 7, height: 4 },
    order: 80,
    loader: () => import('./cards/TopPodsCard').then(m => m.TopPodsCard),
  },
  {
    name: 'namespace-overview',
    title: cardText(fleetTranslationRef, 'namespaceOverview.title'),
    description: cardText(fleetTranslationRef, 'namespaceOverview.description'),
    category: 'namespaces',
    view: namespacesView,
    config: somePlaces,
    size: { width: 7, height: 5 },
    order: 90,
    loader: () =>
      import('./cards/NamespaceOverviewCard').then(
        m => m.NamespaceOverviewCard,
      ),
  },
  {
    name: 'rollouts',
    title: cardText(fleetTranslationRef, 'rollouts.title'),
    description: cardText(fleetTranslationRef, 'rollouts.description'),
    category: 'workloads',
    view: rolloutsView,
    config: somePlaces,
    size: { width: 5, height: 5 },
    order: 100,
    loader: () => import('./cards/RolloutsCard').then(m => m.RolloutsCard),
  },
  ...clusterCards,
  ...workloadCards,
  ...computeCards,
  ...warningCards,
  ...storageCardDefinitions,
  ...networkCardDefinitions,
  ...limitCardDefinitions,
  ...trendCardDefinitions,
];

/** The same as extensions. */
export const fleetCards = fleetCardDefinitions.map(({ name, ...params }) =>
  FleetCardBlueprint.make({ name, params }),
);
