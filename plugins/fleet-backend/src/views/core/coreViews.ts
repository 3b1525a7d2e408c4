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

import { ViewImplementation } from '@quarterdeck/backstage-plugin-fleet-node';
import { autoscalers } from './autoscalers';
import { capacity } from './capacity';
import { claims } from './claims';
import { clustersHealth } from './clustersHealth';
import { clusterVersions } from './clusterVersions';
import { deployments } from './deployments';
import { events } from './events';
import { eventsTimeline } from './eventsTimeline';
import { ingresses } from './ingresses';
import { cronJobs, jobs } from './jobs';
import { topNodes, topPods } from './metrics';
import { namespaceIsolation } from './namespaceIsolation';
import { namespaces } from './namespaces';
import { networkOverview } from './networkOverview';
import { nodeConditions } from './nodeConditions';
import { nodeLoad, nodeMap } from './nodeMap';
import { nodeStatus } from './nodeStatus';
import { nodes } from './nodes';
import { podPhases } from './podPhases';
import { podRestarts } from './podRestarts';
import { podIssues, pods } from './pods';
import { clusterRequests, namespaceRequests } from './requests';
import { quotaUsage } from './quotaUsage';
import { resourceQuotas } from './resourceQuotas';
import { daemonSets, statefulSets } from './rolledOutStatus';
import { rollouts } from './rollouts';
import { sharedWarnings, warningReasons } from './warnings';
import { services } from './services';
import { storageOverview } from './storageOverview';
import { workloads } from './workloads';

/** The views that the fleet plugin brings itself. */
export const coreViews: readonly ViewImplementation[] = [
  clustersHealth,
  capacity,
  pods,
  podIssues,
  topPods,
  nodes,
  nodeStatus,
  topNodes,
  namespaces,
  workloads,
  rollouts,
  deployments,
  autoscalers,
  resourceQuotas,
  quotaUsage,
  storageOverview,
  claims,
  networkOverview,
  services,
  ingresses,
  namespaceIsolation,
  events,
  eventsTimeline,
  clusterVersions,
  podPhases,
  podRestarts,
  statefulSets,
  daemonSets,
  jobs,
  cronJobs,
  nodeMap,
  nodeLoad,
  nodeConditions,
  clusterRequests,
  namespaceRequests,
  warningReasons,
  sharedWarnings,
];
