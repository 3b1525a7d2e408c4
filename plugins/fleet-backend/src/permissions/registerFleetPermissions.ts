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

import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  ActionRef,
  fleetAdminPermission,
  fleetAuditReadPermission,
  fleetClusterReadPermission,
  fleetNamespaceReadPermission,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  clusterPermissionResource,
  clusterRules,
  namespacePermissionResource,
  namespaceRules,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { Inventory } from '../inventory/Inventory';
import { NamespaceDirectory } from './NamespaceDirectory';

/** Tells the permission framework of the fleet's permissions, those of its actions among them, and of clusters and namespaces. */
export function registerFleetPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  actions: readonly ActionRef[];
  inventory: Inventory;
  directory: NamespaceDirectory;
}): void {
  const { permissionsRegistry, actions, inventory, directory } = options;
  const ofScope = (scope: ActionRef['scope']) =>
    actions
      .filter(action => action.scope === scope)
      .map(action => action.permission);
  permissionsRegistry.addPermissions([
    fleetAuditReadPermission,
    fleetAdminPermission,
  ]);
  permissionsRegistry.addResourceType({
    resourceRef: clusterPermissionResource,
    permissions: [fleetClusterReadPermission, ...ofScope('cluster')],
    rules: [...clusterRules],
    getResources: async refs =>
      refs.map(ref =>
        inventory.clusters().includes(ref)
          ? directory.clusterResource(ref)
          : undefined,
      ),
  });
  permissionsRegistry.addResourceType({
    resourceRef: namespacePermissionResource,
    permissions: [fleetNamespaceReadPermission, ...ofScope('namespace')],
    rules: [...namespaceRules],
    getResources: async refs =>
      refs.map(ref => {
        const [cluster, namespace, ...rest] = ref.split('/');
        return inventory.clusters().includes(cluster) &&
          namespace &&
          rest.length === 0
          ? directory.namespaceResource(cluster, namespace)
          : undefined;
      }),
  });
}
