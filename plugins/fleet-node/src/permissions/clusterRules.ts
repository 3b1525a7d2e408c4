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
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { matchesName } from './namePatterns';
import { clusterPermissionResource } from './permissionResources';

/** Clusters whose name matches one of the patterns. @public */
export const clusterNamedRule = createPermissionRule({
  name: 'NAMED',
  description: 'Clusters whose name matches one of the patterns (* for any)',
  resourceRef: clusterPermissionResource,
  paramsSchema: z.object({ names: z.array(z.string()) }),
  apply: (cluster, { names }) => matchesName(cluster.name, names),
  toQuery: () => ({ readsMetadata: false }),
});

/** Clusters that carry a label, with a value when one is given. @public */
export const clusterHasLabelRule = createPermissionRule({
  name: 'HAS_LABEL',
  description: 'Clusters that carry a label, with a value when one is given',
  resourceRef: clusterPermissionResource,
  paramsSchema: z.object({ label: z.string(), value: z.string().optional() }),
  apply: (cluster, { label, value }) =>
    label in cluster.labels &&
    (value === undefined || cluster.labels[label] === value),
  toQuery: () => ({ readsMetadata: true }),
});

/** Clusters that one of the entities owns. @public */
export const clusterOwnedByRule = createPermissionRule({
  name: 'OWNED_BY',
  description: 'Clusters that one of the entities owns',
  resourceRef: clusterPermissionResource,
  paramsSchema: z.object({ owners: z.array(z.string()) }),
  apply: (cluster, { owners }) =>
    cluster.owner !== undefined && owners.includes(cluster.owner),
  toQuery: () => ({ readsMetadata: true }),
});

/** All rules of clusters. @public */
export const clusterRules = [
  clusterNamedRule,
  clusterHasLabelRule,
  clusterOwnedByRule,
] as const;

const conditionExports = createConditionExports({
  resourceRef: clusterPermissionResource,
  rules: {
    named: clusterNamedRule,
    hasLabel: clusterHasLabelRule,
    ownedBy: clusterOwnedByRule,
  },
});

/** Conditions on clusters for policies. @public */
export const clusterConditions = conditionExports.conditions;

/** Makes the conditional decision of a policy on clusters. @public */
export const createClusterConditionalDecision =
  conditionExports.createConditionalDecision;
