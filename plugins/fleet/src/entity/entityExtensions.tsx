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

import { FilterPredicate } from '@backstage/filter-predicates';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { KUBERNETES_CLUSTER_TYPE } from '@quarterdeck/backstage-plugin-fleet-common';
import { RiShipLine } from '@remixicon/react';

// Data, not functions, so that the configuration of the app can put others in their place.
const isCluster = { kind: 'resource', 'spec.type': KUBERNETES_CLUSTER_TYPE };

const hasWorkloads: FilterPredicate = {
  $any: [
    { 'metadata.annotations.backstage.io/kubernetes-id': { $exists: true } },
    {
      'metadata.annotations.backstage.io/kubernetes-label-selector': {
        $exists: true,
      },
    },
  ],
};

/** What the fleet adds to the pages of catalog entities. */
export const entityExtensions = [
  EntityContentBlueprint.make({
    name: 'workloads',
    params: {
      path: 'fleet',
      title: 'Fleet',
      group: 'deployment',
      icon: <RiShipLine />,
      filter: hasWorkloads,
      loader: () =>
        import('./EntityWorkloadsContent').then(m => (
          <m.EntityWorkloadsContent />
        )),
    },
  }),
  EntityContentBlueprint.make({
    name: 'cluster',
    params: {
      path: 'fleet-cluster',
      title: 'Fleet',
      icon: <RiShipLine />,
      filter: isCluster,
      loader: () =>
        import('./EntityClusterContent').then(m => <m.EntityClusterContent />),
    },
  }),
  EntityCardBlueprint.make({
    name: 'workloads',
    params: {
      type: 'content',
      filter: hasWorkloads,
      loader: () =>
        import('./EntityWorkloadsSummary').then(m => (
          <m.EntityWorkloadsSummary />
        )),
    },
  }),
  EntityCardBlueprint.make({
    name: 'cluster',
    params: {
      type: 'content',
      filter: isCluster,
      loader: () =>
        import('./EntityClusterSummary').then(m => <m.EntityClusterSummary />),
    },
  }),
];
