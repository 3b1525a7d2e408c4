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
import { dashboardPermissionResource } from './permissionResources';

/** Dashboards that one of the entities owns. @public */
export const dashboardOwnedByRule = createPermissionRule({
  name: 'OWNED_BY',
  description: 'Dashboards that one of the entities owns',
  resourceRef: dashboardPermissionResource,
  paramsSchema: z.object({ owners: z.array(z.string()) }),
  apply: (dashboard, { owners }) => owners.includes(dashboard.owner),
  toQuery: () => ({ readsMetadata: true }),
});

/** Dashboards that their owners show to everyone. @public */
export const dashboardVisibleToEveryoneRule = createPermissionRule({
  name: 'VISIBLE_TO_EVERYONE',
  description: 'Dashboards that their owners show to everyone',
  resourceRef: dashboardPermissionResource,
  apply: dashboard => dashboard.visibility === 'everyone',
  toQuery: () => ({ readsMetadata: true }),
});

/** All rules of dashboards. @public */
export const dashboardRules = [
  dashboardOwnedByRule,
  dashboardVisibleToEveryoneRule,
] as const;

const conditionExports = createConditionExports({
  resourceRef: dashboardPermissionResource,
  rules: {
    ownedBy: dashboardOwnedByRule,
    visibleToEveryone: dashboardVisibleToEveryoneRule,
  },
});

/** Conditions on dashboards for policies. @public */
export const dashboardConditions = conditionExports.conditions;

/** Makes the conditional decision of a policy on dashboards. @public */
export const createDashboardConditionalDecision =
  conditionExports.createConditionalDecision;
