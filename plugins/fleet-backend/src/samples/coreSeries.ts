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
  deploymentsResource,
  eventsResource,
  eventsTimelineView,
  namespacesResource,
  nodeMetricsResource,
  nodesResource,
  podsResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  sampleSeries,
  SampleSeries,
} from '@quarterdeck/backstage-plugin-fleet-node';

const RECENT_EVENTS_MS = 10 * 60_000;

const ofNodes = {
  unit: 'count',
  visibility: 'cluster',
  needs: [nodesResource],
} as const;

const ofPods = {
  unit: 'count',
  visibility: 'withheld',
  needs: [podsResource],
} as const;

/** The series that the fleet plugin brings itself; the first ones matter most when the budget does not hold all. */
export const coreSeries: readonly SampleSeries[] = [
  sampleSeries(clustersHealthView, {
    ...ofPods,
    id: 'pods.running',
    title: 'Pods running',
    value: ([row]) => row?.podsRunning,
  }),
  sampleSeries(clustersHealthView, {
    ...ofPods,
    id: 'pods.all',
    title: 'Pods',
    value: ([row]) => row?.pods,
  }),
  sampleSeries(clustersHealthView, {
    ...ofPods,
    id: 'pods.errors',
    title: 'Pods in error',
    value: ([row]) => row?.podErrors,
  }),
  sampleSeries(clustersHealthView, {
    ...ofPods,
    id: 'pods.warnings',
    title: 'Pods with a warning',
    value: ([row]) => row?.podWarnings,
  }),
  sampleSeries(clustersHealthView, {
    ...ofNodes,
    id: 'nodes.all',
    title: 'Nodes',
    value: ([row]) => row?.nodes,
  }),
  sampleSeries(clustersHealthView, {
    ...ofNodes,
    id: 'nodes.ready',
    title: 'Nodes ready',
    value: ([row]) => row?.nodesReady,
  }),
  sampleSeries(capacityView, {
    id: 'cpu.used',
    title: 'CPU used',
    unit: 'cores',
    visibility: 'cluster',
    needs: [nodeMetricsResource],
    value: ([row]) => row?.cpuUsed,
  }),
  sampleSeries(capacityView, {
    id: 'cpu.requested',
    title: 'CPU requested',
    unit: 'cores',
    visibility: 'cluster',
    needs: [podsResource],
    value: ([row]) => row?.cpuRequested,
  }),
  sampleSeries(capacityView, {
    id: 'cpu.allocatable',
    title: 'CPU allocatable',
    unit: 'cores',
    visibility: 'cluster',
    needs: [nodesResource],
    value: ([row]) => row?.cpuAllocatable,
  }),
  sampleSeries(capacityView, {
    id: 'memory.used',
    title: 'Memory used',
    unit: 'bytes',
    visibility: 'cluster',
    needs: [nodeMetricsResource],
    value: ([row]) => row?.memoryUsed,
  }),
  sampleSeries(capacityView, {
    id: 'memory.requested',
    title: 'Memory requested',
    unit: 'bytes',
    visibility: 'cluster',
    needs: [podsResource],
    value: ([row]) => row?.memoryRequested,
  }),
  sampleSeries(capacityView, {
    id: 'memory.allocatable',
    title: 'Memory allocatable',
    unit: 'bytes',
    visibility: 'cluster',
    needs: [nodesResource],
    value: ([row]) => row?.memoryAllocatable,
  }),
  sampleSeries(capacityView, {
    id: 'gpus.requested',
    title: 'GPUs requested',
    unit: 'count',
    visibility: 'cluster',
    needs: [podsResource],
    value: ([row]) => row?.gpusRequested,
  }),
  sampleSeries(capacityView, {
    id: 'gpus.allocatable',
    title: 'GPUs allocatable',
    unit: 'count',
    visibility: 'cluster',
    needs: [nodesResource],
    value: ([row]) => row?.gpusAllocatable,
  }),
  sampleSeries(clustersHealthView, {
    id: 'deployments.unavailable',
    title: 'Deployments not available',
    unit: 'count',
    visibility: 'withheld',
    needs: [deploymentsResource],
    value: ([row]) => row?.deploymentsUnavailable,
  }),
  sampleSeries(clustersHealthView, {
    id: 'deployments.all',
    title: 'Deployments',
    unit: 'count',
    visibility: 'withheld',
    needs: [deploymentsResource],
    value: ([row]) => row?.deployments,
  }),
  sampleSeries(clustersHealthView, {
    id: 'namespaces.all',
    title: 'Namespaces',
    unit: 'count',
    visibility: 'withheld',
    needs: [namespacesResource],
    value: ([row]) => row?.namespaces,
  }),
  sampleSeries(eventsTimelineView, {
    id: 'events.warnings',
    title: 'Warnings in 10 minutes',
    unit: 'count',
    visibility: 'withheld',
    needs: [eventsResource],
    value: (rows, now) =>
      rows.reduce(
        (sum, { start, warnings }) =>
          start > now - RECENT_EVENTS_MS ? sum + warnings : sum,
        0,
      ),
  }),
];
