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

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { clusterMessages } from './clusters/messages';
import { connectMessages } from './connect/messages';
import { pageMessages } from './page/messages';
import { limitMessages } from './cards/limits/messages';
import { clusterCardMessages } from './cards/clusters/messages';
import { cardMessages } from './cards/messages';
import { networkMessages } from './cards/network/messages';
import { computeCardMessages } from './cards/nodes/messages';
import { settingMessages } from './cards/settingMessages';
import { storageMessages } from './cards/storage/messages';
import { warningCardMessages } from './cards/warnings/messages';
import { workloadCardMessages } from './cards/workloads/messages';
import { objectMessages } from './objects/messages';
import { catalogueMessages } from './dashboard/catalogue/messages';
import { gridMessages } from './dashboard/grid/messages';
import { cardHistoryMessages } from './dashboard/history/messages';
import { dashboardMessages } from './dashboards/messages';
import { filterMessages } from './filters/messages';
import { entityMessages } from './entity/messages';
import { trendMessages } from './trends/messages';

/**
 * The texts of the fleet's pages and cards.
 *
 * @public
 */
export const fleetTranslationRef = createTranslationRef({
  id: 'fleet',
  messages: {
    ...cardMessages,
    ...clusterCardMessages,
    ...workloadCardMessages,
    ...computeCardMessages,
    ...warningCardMessages,
    ...trendMessages,
    ...settingMessages,
    ...storageMessages,
    ...networkMessages,
    ...limitMessages,
    ...objectMessages,
    ...entityMessages,
    ...pageMessages,
    ...clusterMessages,
    ...connectMessages,
    ...dashboardMessages,
    ...gridMessages,
    ...catalogueMessages,
    ...cardHistoryMessages,
    ...filterMessages,
    connection: {
      stream: 'Live',
      streamHint: 'Changes arrive as they happen.',
      poll: 'Polling',
      pollHint:
        'The live stream is not available: the data is asked for again every few seconds.',
      offline: 'Offline',
      offlineHint:
        'The backend does not answer. What you see is the last that was known.',
      connecting: 'Connecting',
      connectingHint: 'The backend has been asked and has not answered yet.',
    },
    status: {
      healthy: 'All healthy',
      issues: 'Issues found',
      connecting: 'Connecting to clusters',
      unknown: 'Not known yet',
    },
    stats: {
      label: 'Fleet at a glance',
      clusters: 'Clusters',
      clustersHint: 'Clusters that you may read, reachable or not.',
      healthy: 'Healthy',
      healthyHint:
        'Clusters that answer and of which every kind of object can be read.',
      nodes: 'Nodes',
      nodesHint: 'Nodes of the clusters that have answered.',
      nodesNotReady: '{{nodes}} not ready',
      nodesCordoned: '{{nodes}} cordoned',
      namespaces: 'Namespaces',
      namespacesHint: 'Namespaces that you may read.',
      pods: 'Pods',
      podsHint: 'Pods of the namespaces that you may read, in any phase.',
      podsNotRunning: '{{pods}} not running',
      errors: 'Errors',
      errorsHint:
        'Pods in error, nodes that are not ready, and clusters that are unreachable, refuse the credential or have an invalid definition.',
      errorClusters_one: '{{count}} cluster',
      errorClusters_other: '{{count}} clusters',
      errorNodes_one: '{{count}} node',
      errorNodes_other: '{{count}} nodes',
      errorPods_one: '{{count}} pod',
      errorPods_other: '{{count}} pods',
      unhealthy: 'Unhealthy',
      unhealthyHint:
        'Clusters that do not answer or have not answered yet, or of which some kind of object cannot be read.',
      podErrors: 'Pod errors',
      podErrorsHint: 'Pods that cannot run or keep failing.',
      podWarnings: 'Pod warnings',
      podWarningsHint: 'Pods that run, and not as they should.',
      deploymentsUnavailable: 'Deployments down',
      deploymentsUnavailableHint:
        'Deployments whose rollout has failed or that have too few replicas.',
      warningEvents: 'Warnings',
      warningEventsHint:
        'Warning events that the clusters still keep, an hour unless told otherwise.',
      cpuRequested: 'CPU requested',
      cpuRequestedHint: 'Cores that pods ask for, of what nodes offer.',
      memoryRequested: 'Memory requested',
      memoryRequestedHint: 'Memory that pods ask for, of what nodes offer.',
      gpusRequested: 'GPUs requested',
      gpusRequestedHint: 'GPUs that pods ask for, of what nodes offer.',
    },
    none: {
      title: 'No cluster is connected',
      text: 'Name one under fleet.clusters in app-config.yaml and start the backend again. A kubeconfig file is enough:',
      hiddenTitle: 'There is no cluster that you may see',
      hiddenText:
        'Either none is connected, or you lack the permission fleet.cluster.read. An administrator of the portal can tell, and give it to you.',
      deniedTitle: 'You may not see the fleet',
      deniedText:
        'It needs the permission fleet.cluster.read or fleet.namespace.read. Ask an administrator of the portal for it.',
      noCards: 'No card is on this dashboard',
      noCardsText:
        'All of them are hidden under app.extensions in the configuration of the app.',
    },
    column: {
      state: 'State',
      status: 'Status',
      cluster: 'Cluster',
      namespace: 'Namespace',
      version: 'Version',
      nodes: 'Nodes',
      pods: 'Pods',
      problems: 'Problems',
      contact: 'Contact',
      pod: 'Pod',
      restarts: 'Restarts',
      age: 'Age',
      deployment: 'Deployment',
      ready: 'Ready',
      type: 'Type',
      reason: 'Reason',
      object: 'Object',
      message: 'Message',
      count: 'Count',
      last: 'Last',
    },
    clusterHealth: {
      live: 'Live',
      title: 'Cluster health',
      description: 'Every cluster, whether it answers, and its figures.',
      nodesReady: '{{ready}} of {{nodes}} nodes ready, {{cordoned}} cordoned',
      cordoned: '{{cordoned}} cordoned',
      podsRunning: '{{running}} of {{pods}} pods running',
      errors: '{{errors}} pods in error',
      warnings: '{{warnings}} pods with a warning',
      noProblems: 'none',
      lastKnown: 'Last known figures',
    },
    clusterState: {
      connecting: 'Connecting',
      healthy: 'Healthy',
      degraded: 'Degraded',
      unreachable: 'Unreachable',
      denied: 'Denied',
      invalid: 'Invalid',
    },
    podIssues: {
      title: 'Pod issues',
      description: 'Pods with an error or a warning, worst first.',
      none: 'No pod has a problem',
      noneText: 'Every pod that you may see runs or has finished well.',
    },
    deployments: {
      title: 'Deployment status',
      description: 'Where the rollout of every deployment stands.',
      none: 'There is no deployment',
      noneText: 'None exists in the namespaces that you may see.',
      ready: '{{available}} of {{replicas}} replicas available',
    },
    deploymentStatus: {
      available: 'Available',
      progressing: 'Progressing',
      degraded: 'Degraded',
      failed: 'Failed',
      paused: 'Paused',
      scaledToZero: 'Scaled to zero',
      running: 'Running',
      complete: 'Complete',
      scheduled: 'Scheduled',
      suspended: 'Suspended',
    },
    events: {
      title: 'Event stream',
      description: 'What the clusters report, newest first.',
      none: 'No event has been reported',
      noneText: 'Kubernetes keeps events for an hour, unless told otherwise.',
      normal: 'Normal',
      warning: 'Warning',
    },
    scale: {
      action: 'Scale',
      title: 'Scale {{name}}',
      replicas: 'Replicas',
      now_one: '{{count}} replica wanted now',
      now_other: '{{count}} replicas wanted now',
      confirm: 'Scale to {{replicas}}',
      confirmNothing: 'Scale',
    },
  },
});
