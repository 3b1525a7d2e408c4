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
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { fleetRouteRef } from '@quarterdeck/backstage-plugin-fleet-react';
import { RiShipLine } from '@remixicon/react';
import { fleetCardsApi, fleetClientApi, fleetDashboardsApi } from './apis';
import { fleetCards } from './cards';
import {
  fleetDashboardTemplatesApi,
  fleetStatsApi,
} from './dashboards/dashboardExtensions';
import { coreTemplates } from './dashboards/templates/coreTemplates';
import { entityExtensions } from './entity/entityExtensions';
import { homeWidgets } from './home/homeWidgets';
import { fleetSignOut } from './signOut';
import { coreStats } from './stats/coreStats';

const fleetPage = PageBlueprint.make({
  params: {
    path: '/fleet',
    title: 'Fleet',
    icon: <RiShipLine />,
    routeRef: fleetRouteRef,
    noHeader: true,
    loader: () => import('./page/FleetPage').then(m => <m.FleetPage />),
  },
});

/**
 * Dashboards, pages and cards of a Kubernetes fleet.
 *
 * @public
 */
export const fleetPlugin = createFrontendPlugin({
  pluginId: 'fleet',
  title: 'Fleet',
  icon: <RiShipLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: fleetRouteRef },
  extensions: [
    fleetPage,
    fleetSignOut,
    fleetClientApi,
    fleetDashboardsApi,
    fleetCardsApi,
    fleetDashboardTemplatesApi,
    fleetStatsApi,
    ...fleetCards,
    ...coreTemplates,
    ...coreStats,
    ...entityExtensions,
    ...homeWidgets,
  ],
});
