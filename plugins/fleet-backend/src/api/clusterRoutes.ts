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
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  QueryPermissionRequest,
} from '@backstage/plugin-permission-common';
import {
  ActionRef,
  ClusterRow,
  clustersResource,
  fleetAdminPermission,
  fleetAuditReadPermission,
  Whoami,
} from '@quarterdeck/backstage-plugin-fleet-common';
import express from 'express';
import Router from 'express-promise-router';
import { Inventory } from '../inventory/Inventory';
import { NamespaceDirectory } from '../permissions/NamespaceDirectory';
import { Viewer } from '../permissions/Viewer';
import { ViewerResolver } from '../permissions/ViewerResolver';

/** The clusters, and what the caller may do. */
export function createClusterRoutes(options: {
  auth: AuthService;
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  permissions: PermissionsService;
  resolver: ViewerResolver;
  inventory: Inventory;
  directory: NamespaceDirectory;
  actions: readonly ActionRef[];
}): express.Router {
  const { auth, httpAuth, userInfo, permissions, resolver } = options;
  const { inventory, directory, actions } = options;
  const router = Router();

  router.get('/clusters', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const viewer = await resolver.resolve(credentials);
    const items = inventory
      .clusters()
      .filter(cluster => viewer.cluster(cluster))
      .flatMap(cluster => [
        ...inventory.rows<ClusterRow>(clustersResource.id, cluster).values(),
      ]);
    res.json({ items });
  });

  router.get('/whoami', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const viewer = await resolver.resolve(credentials);
    const [ownership, granted] = await Promise.all([
      ownershipOf(credentials),
      grantedOf(credentials),
    ]);
    const whoami: Whoami = {
      user: viewer.ref,
      ownership,
      clusters: inventory
        .clusters()
        .map(cluster => visibilityOf(viewer, cluster))
        .filter(part => part.clusterScoped || part.visibleNamespaces > 0),
      ...granted,
    };
    res.json(whoami);
  });

  async function ownershipOf(
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    return auth.isPrincipal(credentials, 'user')
      ? (await userInfo.getUserInfo(credentials)).ownershipEntityRefs
      : [];
  }

  async function grantedOf(
    credentials: BackstageCredentials,
  ): Promise<Pick<Whoami, 'actions' | 'audit' | 'admin'>> {
    const basic = await permissions.authorize(
      [
        { permission: fleetAuditReadPermission },
        { permission: fleetAdminPermission },
      ],
      { credentials },
    );
    const ofActions =
      actions.length > 0
        ? await permissions.authorizeConditional(
            actions.map(({ permission }) => ({
              permission,
            })) as QueryPermissionRequest[],
            { credentials },
          )
        : [];
    return {
      actions: actions
        .filter((_, i) => ofActions[i].result !== AuthorizeResult.DENY)
        .map(action => action.id),
      audit: basic[0].result === AuthorizeResult.ALLOW,
      admin: basic[1].result === AuthorizeResult.ALLOW,
    };
  }

  function visibilityOf(viewer: Viewer, cluster: string) {
    const namespaces = [...directory.namespaces(cluster)];
    return {
      name: cluster,
      clusterScoped: viewer.cluster(cluster),
      visibleNamespaces: namespaces.filter(name =>
        viewer.namespace(cluster, name),
      ).length,
      namespaces: namespaces.length,
    };
  }

  return router;
}
