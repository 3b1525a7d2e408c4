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
  compareSeverity,
  DeploymentRow,
  deploymentsResource,
  deploymentsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, byText, inOrder } from './orders';

const byName = byText<DeploymentRow>(deployment => deployment.name);

const COUNTER_OF = {
  Available: 'available',
  Progressing: 'progressing',
  Degraded: 'degraded',
  Failed: 'failed',
  Paused: 'paused',
  'Scaled to zero': 'scaledToZero',
} as const;

/** Deployments and where their rollouts stand. */
export const deployments = collectionView(deploymentsView, {
  resource: deploymentsResource,
  visibility: 'rows',
  filter:
    ({ onlyTroubled }) =>
    deployment =>
      !onlyTroubled || deployment.severity !== undefined,
  sorts: {
    severity: inOrder<DeploymentRow>(
      (a, b) => compareSeverity(a.severity, b.severity),
      byName,
    ),
    name: byName,
    cluster: inOrder(
      byText<DeploymentRow>(deployment => deployment.cluster),
      byName,
    ),
    namespace: inOrder(
      byText<DeploymentRow>(deployment => deployment.namespace),
      byName,
    ),
    replicas: inOrder(
      byLargest<DeploymentRow>(deployment => deployment.replicas),
      byName,
    ),
    age: inOrder(
      byLargest<DeploymentRow>(deployment => deployment.created),
      byName,
    ),
  },
  counters: [
    'available',
    'progressing',
    'degraded',
    'failed',
    'paused',
    'scaledToZero',
  ],
  count: (deployment, add) => add(COUNTER_OF[deployment.status]),
  summarise: counters => ({ ...counters }),
});
