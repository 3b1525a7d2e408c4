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
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  fleetAdminPermission,
  fleetDashboardCreatePermission,
  fleetDashboardDeletePermission,
  fleetDashboardReadPermission,
  fleetDashboardUpdatePermission,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  dashboardPermissionResource,
  DashboardResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { Request } from 'express';
import { principalRef } from '../permissions/ViewerResolver';

type Owned = DashboardResource;

/** Who asks about dashboards, and what the permissions and the ownership of dashboards let them do. */
export interface DashboardCaller {
  /** Entity ref of the person, or `plugin:<id>` of a service. */
  readonly ref: string;
  /** Whether it is a person, who has preferences and a history. */
  readonly isPerson: boolean;
  /** Entity refs of the person and the person's groups, in lower case. */
  readonly owners: readonly string[];
  /** Holds the permission `fleet.admin`. */
  readonly isAdmin: boolean;
  readonly mayCreate: boolean;
  readonly request: Request<any, any, any, any, any>;
  sees(dashboard: Owned): boolean;
  /** Whether it is theirs to change and to delete, whatever the permissions say. */
  holds(dashboard: Owned): boolean;
  may(action: 'update' | 'delete', dashboard: Owned): boolean;
}

/** Finds out who asks. */
export class DashboardCallers {
  readonly #auth: AuthService;
  readonly #httpAuth: HttpAuthService;
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;
  readonly #allows: ReturnType<typeof createAuthorizer>;

  /** The resource type must be registered already. */
  constructor(options: {
    auth: AuthService;
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    userInfo: UserInfoService;
  }) {
    this.#auth = options.auth;
    this.#httpAuth = options.httpAuth;
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    this.#allows = createAuthorizer(options.permissionsRegistry);
  }

  /**
   * @param allow - people alone for what is kept of each person.
   * @throws NotAllowedError when the caller may not read any dashboard.
   */
  async of(
    request: DashboardCaller['request'],
    allow: ('user' | 'service')[] = ['user', 'service'],
  ): Promise<DashboardCaller> {
    const credentials = await this.#httpAuth.credentials(request, { allow });
    const [[read, update, remove], [create, admin], owners] = await Promise.all(
      [
        this.#permissions.authorizeConditional(
          [
            { permission: fleetDashboardReadPermission },
            { permission: fleetDashboardUpdatePermission },
            { permission: fleetDashboardDeletePermission },
          ],
          { credentials },
        ),
        this.#permissions.authorize(
          [
            { permission: fleetDashboardCreatePermission },
            { permission: fleetAdminPermission },
          ],
          { credentials },
        ),
        this.#auth.isPrincipal(credentials, 'user')
          ? this.#ownersOf(credentials)
          : undefined,
      ],
    );
    if (read.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(
        `Dashboards need the permission ${fleetDashboardReadPermission.name}`,
      );
    }
    const isAdmin = admin.result === AuthorizeResult.ALLOW;
    const owns = ({ owner }: Owned) => owners?.includes(owner) ?? false;
    return {
      ref: principalRef(this.#auth, credentials),
      isPerson: owners !== undefined,
      owners: owners ?? [],
      isAdmin,
      mayCreate: create.result === AuthorizeResult.ALLOW,
      request,
      sees: dashboard =>
        (dashboard.visibility === 'everyone' || owns(dashboard)) &&
        this.#allows(read, dashboard),
      holds: dashboard => isAdmin || owns(dashboard),
      may: (action, dashboard) =>
        this.#allows(action === 'update' ? update : remove, dashboard),
    };
  }

  async #ownersOf(
    credentials: Parameters<UserInfoService['getUserInfo']>[0],
  ): Promise<string[]> {
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    const refs = [userEntityRef, ...ownershipEntityRefs];
    return [...new Set(refs.map(ref => ref.toLocaleLowerCase('en-US')))];
  }
}

function createAuthorizer(registry: PermissionsRegistryService) {
  return createConditionAuthorizer(
    registry.getPermissionRuleset(dashboardPermissionResource),
  );
}
