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
import { namespacePermissionResource } from './permissionResources';

/** Namespaces of clusters whose name matches one of the patterns. @public */
export const namespaceInClusterRule = createPermissionRule({
  name: 'IN_CLUSTER',
  description:
    'Namespaces of clusters whose name matches one of the patterns (* for any)',
  resourceRef: namespacePermissionResource,
  paramsSchema: z.object({ clusters: z.array(z.string()) }),
  apply: (namespace, { clusters }) =>
    matchesName(namespace.cluster.name, clusters),
  toQuery: () => ({ readsMetadata: false }),
});

/** Namespaces whose name matches one of the patterns. @public */
export const namespaceNamedRule = createPermissionRule({
  name: 'NAMED',
  description: 'Namespaces whose name matches one of the patterns (* for any)',
  resourceRef: namespacePermissionResource,
  paramsSchema: z.object({ names: z.array(z.string()) }),
  apply: (namespace, { names }) => matchesName(namespace.name, names),
  toQuery: () => ({ readsMetadata: false }),
});

/** Namespaces that carry a label, with a value when one is given. @public */
export const namespaceHasLabelRule = createPermissionRule({
  name: 'HAS_LABEL',
  description: 'Namespaces that carry a label, with a value when one is given',
  resourceRef: namespacePermissionResource,
  paramsSchema: z.object({ label: z.string(), value: z.string().optional() }),
  apply: (namespace, { label, value }) =>
    label in namespace.labels &&
    (value === undefined || namespace.labels[label] === value),
  toQuery: () => ({ readsMetadata: true }),
});

/** Namespaces that one of the entities owns. @public */
export const namespaceOwnedByRule = createPermissionRule({
  name: 'OWNED_BY',
  description: 'Namespaces that one of the entities owns',
  resourceRef: namespacePermissionResource,
  paramsSchema: z.object({ owners: z.array(z.string()) }),
  apply: (namespace, { owners }) =>
    namespace.owner !== undefined && owners.includes(namespace.owner),
  toQuery: () => ({ readsMetadata: true }),
});

/** All rules of namespaces. @public */
export const namespaceRules = [
  namespaceInClusterRule,
  namespaceNamedRule,
  namespaceHasLabelRule,
  namespaceOwnedByRule,
] as const;

const conditionExports = createConditionExports({
  resourceRef: namespacePermissionResource,
  rules: {
    inCluster: namespaceInClusterRule,
    named: namespaceNamedRule,
    hasLabel: namespaceHasLabelRule,
    ownedBy: namespaceOwnedByRule,
  },
});

/** Conditions on namespaces for policies. @public */
export const namespaceConditions = conditionExports.conditions;

/** Makes the conditional decision of a policy on namespaces. @public */
export const createNamespaceConditionalDecision =
  conditionExports.createConditionalDecision;
