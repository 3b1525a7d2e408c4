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
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { ActionRef } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  fleetClustersServiceRef,
  fleetExtensionPoint,
} from '@quarterdeck/backstage-plugin-fleet-node';
import packageJson from '../package.json';
import { createActionPipeline } from './actions/createActionPipeline';
import { registerFleetActions } from './actions/registerFleetActions';
import { scaleWorkload } from './actions/scaleWorkload';
import { createClusterAccessRoutes } from './api/clusterAccessRoutes';
import { createActionRoutes } from './api/actionRoutes';
import { createClusterRoutes } from './api/clusterRoutes';
import { createRouter } from './api/createRouter';
import { createSampleRoutes } from './api/sampleRoutes';
import { createStoredClusterRoutes } from './api/storedClusterRoutes';
import { createObjectRoutes } from './api/objectRoutes';
import { createOpenApi } from './api/openApi';
import { OpenResponses } from './api/OpenResponses';
import { createViewRoutes } from './api/viewRoutes';
import { createAudit } from './audit/createAudit';
import { ClusterAccessReader } from './clusters/access/ClusterAccessReader';
import { kubernetesSources } from './clusters/kubernetes/kubernetesSources';
import { publishClusters } from './clusters/publishClusters';
import { FleetClusterSet } from './clusters/sources/FleetClusterSet';
import { readClusterSources } from './clusters/sources/readClusterSources';
import { createStoredClusters } from './clusters/stored/createStoredClusters';
import { createDashboards } from './dashboards/createDashboards';
import { openFleetDatabase } from './database/openFleetDatabase';
import { createInventory } from './inventory/createInventory';
import { readInventoryLimits } from './inventory/InventoryLimits';
import { coreResources } from './inventory/resources/coreResources';
import { FleetLeases } from './leases/FleetLeases';
import { LiveObjectReader } from './objects/LiveObjectReader';
import { CatalogOwners } from './owners/CatalogOwners';
import { findOwningEntities } from './owners/findOwningEntities';
import { namespaceOwners } from './owners/namespaceOwners';
import { PackRegistry } from './PackRegistry';
import { NamespaceDirectory } from './permissions/NamespaceDirectory';
import { registerFleetPermissions } from './permissions/registerFleetPermissions';
import { ViewerResolver } from './permissions/ViewerResolver';
import { fleetAccess } from './rbac/fleetAccess';
import { coreSeries } from './samples/coreSeries';
import { createSamples } from './samples/createSamples';
import { readSampleLimits } from './samples/readSampleLimits';
import { StreamHub } from './stream/StreamHub';
import { coreViews } from './views/core/coreViews';
import { ViewEngine } from './views/ViewEngine';

/**
 * The fleet's backend: connects the clusters, keeps their inventory, answers views, streams them and runs actions.
 *
 * @public
 */
export const fleetPlugin = createBackendPlugin({
  pluginId: 'fleet',
  register(env) {
    const packs = new PackRegistry();
    packs.addResource(...coreResources);
    packs.addView(...coreViews);
    packs.addAction(scaleWorkload);
    packs.addSeries(...coreSeries);
    env.registerExtensionPoint(fleetExtensionPoint, packs);

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        fleetClusters: fleetClustersServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { auth, httpAuth, logger, permissions, permissionsRegistry } =
          services;
        const owners = new CatalogOwners({
          find: findOwningEntities({ catalog: services.catalog, auth }),
          logger,
        });
        // It follows the inventory, which keeps what this adds.
        const known: { directory?: NamespaceDirectory } = {};
        packs.addResource(
          namespaceOwners({
            owners,
            namespaces: cluster => known.directory?.namespaces(cluster) ?? [],
          }),
        );
        const inventory = createInventory({
          sources: packs.resources,
          limits: readInventoryLimits(services.config),
          logger,
        });
        const database = await openFleetDatabase(services.database);
        const leases = new FleetLeases({ database, logger });
        const samples = createSamples({
          database,
          leases,
          inventory,
          series: packs.series,
          limits: readSampleLimits(services.config),
          logger,
        });
        packs.addView(samples.view);
        const audit = createAudit({
          database,
          leases,
          logger,
          clock: Date.now,
        });
        const stored = await createStoredClusters({
          ...services,
          audit,
          inventory,
        });
        const clusters = new FleetClusterSet({
          sources: [
            ...readClusterSources(services),
            ...(await kubernetesSources(services)),
            stored.source,
          ],
          inventory,
          logger,
        });
        const directory = new NamespaceDirectory(inventory);
        known.directory = directory;
        const actions: ActionRef[] = packs.actions.map(({ ref }) => ref);
        registerFleetPermissions({
          permissionsRegistry,
          actions,
          inventory,
          directory,
        });

        const resolver = new ViewerResolver({
          auth,
          permissions,
          permissionsRegistry,
          directory,
        });
        const engine = new ViewEngine({
          inventory,
          directory,
          views: packs.views,
        });
        samples.sampleFrom(engine);
        const hub = new StreamHub({ engine, resolver, logger });
        const pipeline = createActionPipeline({
          actions: packs.actions,
          connection: cluster => inventory.connection(cluster),
          permissions,
          audit,
          auditor: services.auditor,
          logger,
        });
        registerFleetActions({
          actionsRegistry: services.actionsRegistry,
          pipeline,
          auth,
        });

        const access = fleetAccess({
          resources: packs.resources,
          actions: packs.actions,
        });
        const openResponses = new OpenResponses();
        services.httpRouter.use(openResponses.middleware);
        services.httpRouter.use(
          createRouter({
            openApi: () =>
              createOpenApi({
                views: packs.views,
                actions,
                version: packageJson.version,
              }),
            routes: [
              createClusterRoutes({
                ...services,
                resolver,
                inventory,
                directory,
                actions,
              }),
              createClusterAccessRoutes({
                httpAuth,
                resolver,
                access,
                reader: new ClusterAccessReader({ inventory, access }),
              }),
              createObjectRoutes({
                httpAuth,
                resolver,
                reader: new LiveObjectReader({
                  connection: cluster => inventory.connection(cluster),
                }),
              }),
              createStoredClusterRoutes({
                auth,
                httpAuth,
                permissions,
                stored,
              }),
              createDashboards({
                ...services,
                tables: database,
                clock: Date.now,
              }),
              createSampleRoutes({
                httpAuth,
                permissions,
                report: samples.report,
              }),
              createViewRoutes({ httpAuth, resolver, engine, hub }),
              createActionRoutes({
                auth,
                httpAuth,
                permissions,
                pipeline,
                audit,
              }),
            ],
          }),
        );

        // Clusters are connected after the start, so that the portal is ready whatever they do.
        services.lifecycle.addStartupHook(() => {
          leases.start();
          inventory.start();
          clusters.start();
        });
        const stopPublishing = publishClusters({
          to: services.fleetClusters,
          inventory,
          clusters,
        });
        services.lifecycle.addShutdownHook(async () => {
          stopPublishing();
          openResponses.stop();
          hub.stop();
          engine.stop();
          await Promise.all([
            pipeline.stop(),
            clusters.stop(),
            leases.stopWork(),
            samples.stop(),
          ]);
          await Promise.all([inventory.stop(), leases.stop()]);
        });
      },
    });
  },
});
