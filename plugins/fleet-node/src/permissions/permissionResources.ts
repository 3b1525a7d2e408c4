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
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  DashboardVisibility,
  FLEET_CLUSTER_RESOURCE_TYPE,
  FLEET_DASHBOARD_RESOURCE_TYPE,
  FLEET_NAMESPACE_RESOURCE_TYPE,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** A cluster as permission rules see it. @public */
export interface ClusterResource {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly owner?: string;
}

/** A namespace of a cluster as permission rules see it. @public */
export interface NamespaceResource {
  readonly cluster: ClusterResource;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly owner?: string;
}

/** A dashboard as permission rules see it. @public */
export interface DashboardResource {
  readonly id: string;
  /** Entity ref of a user or group, in lower case. */
  readonly owner: string;
  readonly visibility: DashboardVisibility;
}

/**
 * Conditions are applied to rows by the fleet plugin itself, so the query form only says whether a resource matches.
 *
 * @public
 */
export interface ResourceQuery {
  /** True when the rule looks at labels or owners, which can change, and not only at names. */
  readonly readsMetadata: boolean;
}

/** @public */
export const clusterPermissionResource = createPermissionResourceRef<
  ClusterResource,
  ResourceQuery
>().with({ pluginId: 'fleet', resourceType: FLEET_CLUSTER_RESOURCE_TYPE });

/** @public */
export const namespacePermissionResource = createPermissionResourceRef<
  NamespaceResource,
  ResourceQuery
>().with({ pluginId: 'fleet', resourceType: FLEET_NAMESPACE_RESOURCE_TYPE });

/** @public */
export const dashboardPermissionResource = createPermissionResourceRef<
  DashboardResource,
  ResourceQuery
>().with({ pluginId: 'fleet', resourceType: FLEET_DASHBOARD_RESOURCE_TYPE });
