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
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  fleetDashboardCreatePermission,
  fleetDashboardDeletePermission,
  fleetDashboardReadPermission,
  fleetDashboardUpdatePermission,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  dashboardPermissionResource,
  dashboardRules,
} from '@quarterdeck/backstage-plugin-fleet-node';
import express from 'express';
import { Knex } from 'knex';
import { createDashboardRoutes } from '../api/dashboardRoutes';
import { CardHistoryStore } from './CardHistoryStore';
import { DashboardCallers } from './DashboardCaller';
import { DashboardPreferenceStore } from './DashboardPreferenceStore';
import { Dashboards } from './Dashboards';
import { DashboardStore } from './DashboardStore';

/** Registers the permissions of dashboards that people own, and answers with the routes to them. The database must be migrated already. */
export function createDashboards(options: {
  auditor: AuditorService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  userInfo: UserInfoService;
  tables: Knex;
  clock: () => number;
}): express.Router {
  const { auditor, logger, permissionsRegistry, tables, clock } = options;
  const store = new DashboardStore({ database: tables, clock });
  permissionsRegistry.addPermissions([fleetDashboardCreatePermission]);
  permissionsRegistry.addResourceType({
    resourceRef: dashboardPermissionResource,
    permissions: [
      fleetDashboardReadPermission,
      fleetDashboardUpdatePermission,
      fleetDashboardDeletePermission,
    ],
    rules: [...dashboardRules],
    getResources: async refs => {
      const found = await store.findMany(refs);
      return refs.map(ref => found.find(({ id }) => id === ref));
    },
  });
  return createDashboardRoutes({
    callers: new DashboardCallers(options),
    dashboards: new Dashboards({
      store,
      preferences: new DashboardPreferenceStore({ database: tables }),
      auditor,
      logger,
    }),
    history: new CardHistoryStore({ database: tables, clock }),
  });
}
