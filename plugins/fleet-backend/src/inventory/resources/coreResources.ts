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

import { ResourceSource } from '@quarterdeck/backstage-plugin-fleet-node';
import { cronJobs } from './cronJobs';
import { daemonSets } from './daemonSets';
import { deployments } from './deployments';
import { events } from './events';
import { horizontalPodAutoscalers } from './horizontalPodAutoscalers';
import { ingresses } from './ingresses';
import { jobs } from './jobs';
import { nodeMetrics, podMetrics } from './metrics';
import { namespaces } from './namespaces';
import { networkPolicies } from './networkPolicies';
import { nodes } from './nodes';
import { persistentVolumeClaims } from './persistentVolumeClaims';
import { persistentVolumes } from './persistentVolumes';
import { pods } from './pods';
import { resourceQuotas } from './resourceQuotas';
import { services } from './services';
import { statefulSets } from './statefulSets';
import { storageClasses } from './storageClasses';

/** The resources that the fleet plugin keeps itself. */
export const coreResources: readonly ResourceSource<any>[] = [
  namespaces,
  nodes,
  pods,
  deployments,
  statefulSets,
  daemonSets,
  jobs,
  cronJobs,
  resourceQuotas,
  events,
  persistentVolumeClaims,
  persistentVolumes,
  storageClasses,
  services,
  ingresses,
  networkPolicies,
  horizontalPodAutoscalers,
  podMetrics,
  nodeMetrics,
];
