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

/**
 * The fleet for portals on the old frontend system: a page, and the tabs and cards of catalog entities.
 *
 * @packageDocumentation
 */

import { Entity } from '@backstage/catalog-model';
import {
  configApiRef,
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import {
  DefaultFleetCards,
  fleetCardsApiRef,
  fleetClientFactory,
  fleetDashboardTemplatesApiRef,
  fleetRouteRef,
  fleetStatsApiRef,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetCardDefinitions } from './cards';
import { fleetDashboardsFactory } from './dashboards/api/fleetDashboardsFactory';
import { enabledTemplates } from './dashboards/enabledDashboards';
import { coreTemplateDefinitions } from './dashboards/templates/coreTemplates';
import { entityWorkloads } from './entity/entityWorkloads';
import { coreStatDefinitions, coreStatId } from './stats/coreStats';

/**
 * The fleet plugin.
 *
 * @public
 */
export const fleetPlugin = createPlugin({
  id: 'fleet',
  routes: { root: fleetRouteRef },
  apis: [
    fleetClientFactory,
    fleetDashboardsFactory,
    createApiFactory({
      api: fleetCardsApiRef,
      deps: {},
      factory: () =>
        new DefaultFleetCards(
          fleetCardDefinitions.map(({ name, config, ...card }) => ({
            ...card,
            id: `fleet-card:fleet/${name}`,
            hidden: card.hidden ?? false,
            config: config?.parse({}) ?? {},
            configSchema: config,
          })),
        ),
    }),
    createApiFactory({
      api: fleetDashboardTemplatesApiRef,
      deps: { configApi: configApiRef },
      factory: ({ configApi }) => {
        const templates = coreTemplateDefinitions.map(
          ({ name, stats = [], order = 1000, ...template }) => ({
            ...template,
            id: `fleet-dashboard:fleet/${name}`,
            stats,
            order,
          }),
        );
        return enabledTemplates(configApi, templates);
      },
    }),
    createApiFactory({
      api: fleetStatsApiRef,
      deps: {},
      factory: () => {
        const stats = coreStatDefinitions.map(({ name, ...stat }) => ({
          ...stat,
          id: coreStatId(name),
        }));
        return { list: () => stats };
      },
    }),
  ],
});

/**
 * Everything under `/fleet`.
 *
 * @public
 */
export const FleetPage = fleetPlugin.provide(
  createRoutableExtension({
    name: 'FleetPage',
    component: () => import('./page/FleetPage').then(m => m.FleetPage),
    mountPoint: fleetRouteRef,
  }),
);

/**
 * Tab of a component: its workloads over all clusters.
 *
 * @public
 */
export const EntityFleetWorkloadsContent = fleetPlugin.provide(
  createComponentExtension({
    name: 'EntityFleetWorkloadsContent',
    component: {
      lazy: () =>
        import('./entity/EntityWorkloadsContent').then(
          m => m.EntityWorkloadsContent,
        ),
    },
  }),
);

/**
 * Card on the overview of a component.
 *
 * @public
 */
export const EntityFleetWorkloadsCard = fleetPlugin.provide(
  createComponentExtension({
    name: 'EntityFleetWorkloadsCard',
    component: {
      lazy: () =>
        import('./entity/EntityWorkloadsSummary').then(
          m => m.EntityWorkloadsSummary,
        ),
    },
  }),
);

/**
 * Tab of a Resource of type `kubernetes-cluster`.
 *
 * @public
 */
export const EntityFleetClusterContent = fleetPlugin.provide(
  createComponentExtension({
    name: 'EntityFleetClusterContent',
    component: {
      lazy: () =>
        import('./entity/EntityClusterContent').then(
          m => m.EntityClusterContent,
        ),
    },
  }),
);

/**
 * Card on the overview of a Resource of type `kubernetes-cluster`.
 *
 * @public
 */
export const EntityFleetClusterCard = fleetPlugin.provide(
  createComponentExtension({
    name: 'EntityFleetClusterCard',
    component: {
      lazy: () =>
        import('./entity/EntityClusterSummary').then(
          m => m.EntityClusterSummary,
        ),
    },
  }),
);

/**
 * Whether an entity says where its workloads are: for `EntitySwitch` and `EntityLayout.Route`.
 *
 * @public
 */
export function hasFleetWorkloads(entity: Entity): boolean {
  return entityWorkloads(entity) !== undefined;
}
export { isClusterEntity as isFleetCluster } from './entity/isClusterEntity';
