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
  clusterStateSchema,
  deploymentsView,
  eventsView,
  formatBytes,
  formatCores,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  cardText,
  FleetStatBlueprint,
  FleetStatParams,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';
import {
  useClusters,
  useCpuRequested,
  useDeploymentsUnavailable,
  useErrors,
  useGpusRequested,
  useHealthy,
  useMemoryRequested,
  useNamespaces,
  useNodes,
  usePodErrors,
  usePods,
  usePodWarnings,
  useUnhealthy,
  useWarningEvents,
} from './readings';

/** Id of one of the fleet plugin's own figures. */
export function coreStatId(name: string): string {
  return `fleet-stat:fleet/${name}`;
}

const NOT_HEALTHY = clusterStateSchema.options.filter(
  state => state !== 'healthy',
);

type StatDefinition = FleetStatParams & { name: string; order: number };

const health = { view: clustersHealthView };
// The page of clusters shows of each what is asked for and what there is.
const capacity = { view: capacityView, path: 'clusters' };

/** The fleet plugin's own figures, for both frontend systems. */
export const coreStatDefinitions: readonly StatDefinition[] = [
  {
    ...health,
    name: 'clusters',
    order: 10,
    title: cardText(fleetTranslationRef, 'stats.clusters'),
    explanation: cardText(fleetTranslationRef, 'stats.clustersHint'),
    useReading: useClusters,
    path: 'clusters',
  },
  {
    ...health,
    name: 'healthy',
    order: 20,
    title: cardText(fleetTranslationRef, 'stats.healthy'),
    explanation: cardText(fleetTranslationRef, 'stats.healthyHint'),
    useReading: useHealthy,
    path: 'clusters?state=healthy',
  },
  {
    ...health,
    name: 'unhealthy',
    order: 30,
    title: cardText(fleetTranslationRef, 'stats.unhealthy'),
    explanation: cardText(fleetTranslationRef, 'stats.unhealthyHint'),
    useReading: useUnhealthy,
    path: `clusters?${NOT_HEALTHY.map(state => `state=${state}`).join('&')}`,
  },
  {
    ...health,
    name: 'nodes',
    series: 'nodes.all',
    order: 40,
    title: cardText(fleetTranslationRef, 'stats.nodes'),
    explanation: cardText(fleetTranslationRef, 'stats.nodesHint'),
    useReading: useNodes,
    path: 'nodes',
  },
  {
    ...health,
    name: 'namespaces',
    series: 'namespaces.all',
    order: 50,
    title: cardText(fleetTranslationRef, 'stats.namespaces'),
    explanation: cardText(fleetTranslationRef, 'stats.namespacesHint'),
    useReading: useNamespaces,
    path: 'namespaces',
  },
  {
    ...health,
    name: 'pods',
    series: 'pods.all',
    order: 60,
    title: cardText(fleetTranslationRef, 'stats.pods'),
    explanation: cardText(fleetTranslationRef, 'stats.podsHint'),
    useReading: usePods,
    path: 'pods',
  },
  {
    ...health,
    name: 'errors',
    order: 70,
    title: cardText(fleetTranslationRef, 'stats.errors'),
    explanation: cardText(fleetTranslationRef, 'stats.errorsHint'),
    useReading: useErrors,
    // Of three kinds, which no list has together: the clusters with theirs, the worst first.
    path: 'clusters',
  },
  {
    ...health,
    name: 'pod-errors',
    series: 'pods.errors',
    order: 80,
    title: cardText(fleetTranslationRef, 'stats.podErrors'),
    explanation: cardText(fleetTranslationRef, 'stats.podErrorsHint'),
    useReading: usePodErrors,
    path: 'pods?status=error',
  },
  {
    ...health,
    name: 'pod-warnings',
    series: 'pods.warnings',
    order: 90,
    title: cardText(fleetTranslationRef, 'stats.podWarnings'),
    explanation: cardText(fleetTranslationRef, 'stats.podWarningsHint'),
    useReading: usePodWarnings,
    path: 'pods?status=warning',
  },
  {
    name: 'deployments-unavailable',
    series: 'deployments.unavailable',
    order: 100,
    title: cardText(fleetTranslationRef, 'stats.deploymentsUnavailable'),
    explanation: cardText(
      fleetTranslationRef,
      'stats.deploymentsUnavailableHint',
    ),
    view: deploymentsView,
    useReading: useDeploymentsUnavailable,
    path: 'workloads?kind=Deployment&status=error,warning',
  },
  {
    name: 'warning-events',
    order: 110,
    title: cardText(fleetTranslationRef, 'stats.warningEvents'),
    explanation: cardText(fleetTranslationRef, 'stats.warningEventsHint'),
    view: eventsView,
    params: { type: 'Warning' },
    useReading: useWarningEvents,
    path: 'events?type=Warning',
  },
  {
    ...capacity,
    name: 'cpu-requested',
    series: 'cpu.requested',
    order: 120,
    title: cardText(fleetTranslationRef, 'stats.cpuRequested'),
    explanation: cardText(fleetTranslationRef, 'stats.cpuRequestedHint'),
    useReading: useCpuRequested,
    format: formatCores,
  },
  {
    ...capacity,
    name: 'memory-requested',
    series: 'memory.requested',
    order: 130,
    title: cardText(fleetTranslationRef, 'stats.memoryRequested'),
    explanation: cardText(fleetTranslationRef, 'stats.memoryRequestedHint'),
    useReading: useMemoryRequested,
    format: formatBytes,
  },
  {
    ...capacity,
    name: 'gpus-requested',
    series: 'gpus.requested',
    order: 140,
    title: cardText(fleetTranslationRef, 'stats.gpusRequested'),
    explanation: cardText(fleetTranslationRef, 'stats.gpusRequestedHint'),
    useReading: useGpusRequested,
  },
];

export const coreStats = coreStatDefinitions.map(({ name, ...params }) =>
  FleetStatBlueprint.make({ name, params }),
);
