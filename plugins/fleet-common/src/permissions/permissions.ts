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
  BasicPermission,
  createPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  FLEET_CLUSTER_RESOURCE_TYPE,
  FLEET_DASHBOARD_RESOURCE_TYPE,
  FLEET_NAMESPACE_RESOURCE_TYPE,
} from './resourceTypes';

/** Shows a cluster, its health and its cluster-scoped rows such as nodes. @public */
export const fleetClusterReadPermission = createPermission({
  name: 'fleet.cluster.read',
  attributes: { action: 'read' },
  resourceType: FLEET_CLUSTER_RESOURCE_TYPE,
});

/** Shows a namespace and its rows. @public */
export const fleetNamespaceReadPermission = createPermission({
  name: 'fleet.namespace.read',
  attributes: { action: 'read' },
  resourceType: FLEET_NAMESPACE_RESOURCE_TYPE,
});

/** Shows the audit log. @public */
export const fleetAuditReadPermission: BasicPermission = createPermission({
  name: 'fleet.audit.read',
  attributes: { action: 'read' },
});

/** Changes settings of the fleet itself, such as its clusters. @public */
export const fleetAdminPermission: BasicPermission = createPermission({
  name: 'fleet.admin',
  attributes: { action: 'update' },
});

/** Shows a dashboard, if its owner does too. @public */
export const fleetDashboardReadPermission = createPermission({
  name: 'fleet.dashboard.read',
  attributes: { action: 'read' },
  resourceType: FLEET_DASHBOARD_RESOURCE_TYPE,
});

/** Changes a dashboard that the caller, or a group of the caller, owns. @public */
export const fleetDashboardUpdatePermission = createPermission({
  name: 'fleet.dashboard.update',
  attributes: { action: 'update' },
  resourceType: FLEET_DASHBOARD_RESOURCE_TYPE,
});

/** Deletes a dashboard that the caller, or a group of the caller, owns. @public */
export const fleetDashboardDeletePermission = createPermission({
  name: 'fleet.dashboard.delete',
  attributes: { action: 'delete' },
  resourceType: FLEET_DASHBOARD_RESOURCE_TYPE,
});

/** Makes dashboards. @public */
export const fleetDashboardCreatePermission: BasicPermission = createPermission(
  { name: 'fleet.dashboard.create', attributes: { action: 'create' } },
);

/**
 * The permission of an action: `fleet.action.<id>` on a cluster or on a namespace.
 *
 * @public
 */
export function createActionPermission(
  actionId: string,
  scope: 'cluster',
): ResourcePermission<typeof FLEET_CLUSTER_RESOURCE_TYPE>;
/** @public */
export function createActionPermission(
  actionId: string,
  scope: 'namespace',
): ResourcePermission<typeof FLEET_NAMESPACE_RESOURCE_TYPE>;
/** @public */
export function createActionPermission(
  actionId: string,
  scope: 'cluster' | 'namespace',
): ResourcePermission;
export function createActionPermission(
  actionId: string,
  scope: 'cluster' | 'namespace',
): ResourcePermission {
  return createPermission({
    name: `fleet.action.${actionId}`,
    attributes: { action: 'update' },
    resourceType:
      scope === 'cluster'
        ? FLEET_CLUSTER_RESOURCE_TYPE
        : FLEET_NAMESPACE_RESOURCE_TYPE,
  });
}

/** Permissions that exist whatever packs are installed; each action adds its own. @public */
export const fleetPermissions = [
  fleetClusterReadPermission,
  fleetNamespaceReadPermission,
  fleetAuditReadPermission,
  fleetAdminPermission,
  fleetDashboardReadPermission,
  fleetDashboardUpdatePermission,
  fleetDashboardDeletePermission,
  fleetDashboardCreatePermission,
];
