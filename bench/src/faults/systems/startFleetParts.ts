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

import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  clusterPermissionResource,
  clusterRules,
  namespaceRules,
} from '@quarterdeck/backstage-plugin-fleet-node';
import express from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClusterAddress } from './FaultSystem';
import {
  ClusterDefinition,
  coreResources,
  coreViews,
  createInventory,
  createRouter,
  createClusterRoutes,
  createViewRoutes,
  NamespaceDirectory,
  StaticCredentials,
  StreamHub,
  systemClock,
  ViewEngine,
  ViewerResolver,
} from './fleetParts';
import type { FleetServer, StartFleetServerOptions } from './FleetServer';
import { RatedClock } from './RatedClock';

const OBJECT_BYTES = 10 * 1024 * 1024;

export interface StartFleetPartsOptions extends StartFleetServerOptions {
  /** How many times as fast the clock of the inventory goes. */
  readonly clockRate?: number;
  readonly random?: () => number;
}

/** Knows the rules of the plugin, which is all that is asked of it here. */
const permissionsRegistry = {
  getPermissionRuleset: (ref: unknown) => ({
    getRuleByName: (name: string) =>
      (ref === clusterPermissionResource ? clusterRules : namespaceRules).find(
        rule => rule.name === name,
      ),
  }),
} as unknown as PermissionsRegistryService;

/** The parts of the fleet's backend that keep, answer and stream, put together as the plugin does. */
export async function startFleetParts(
  options: StartFleetPartsOptions,
): Promise<FleetServer> {
  const { clusters, pageSize, clockRate, random } = options;
  const logger = mockServices.rootLogger({ level: 'none' });
  const inventory = createInventory({
    definitions: clusters.map(definitionOf),
    sources: coreResources,
    logger,
    limits: {
      pageSize,
      concurrentLists: 8,
      objectBytes: options.objectBytes ?? OBJECT_BYTES,
    },
    clock: clockRate === undefined ? systemClock : new RatedClock(clockRate),
    random,
  });
  const auth = mockServices.auth();
  const httpAuth = mockServices.httpAuth();
  const permissions = mockServices.permissions();
  const directory = new NamespaceDirectory(inventory);
  const resolver = new ViewerResolver({
    auth,
    permissions,
    permissionsRegistry,
    directory,
  });
  const engine = new ViewEngine({ inventory, directory, views: coreViews });
  const hub = new StreamHub({ engine, resolver, logger });
  const app = express();
  app.use(
    '/api/fleet',
    createRouter({
      openApi: () => ({}),
      routes: [
        createClusterRoutes({
          auth,
          httpAuth,
          permissions,
          userInfo: mockServices.userInfo(),
          resolver,
          inventory,
          directory,
          actions: [],
        }),
        createViewRoutes({ httpAuth, resolver, engine, hub }),
      ],
    }),
  );
  const server = createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  inventory.start();
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/fleet`,
    inventory,
    streams: () => hub.streamCount,
    async stop() {
      hub.stop();
      engine.stop();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await inventory.stop();
    },
  };
}

function definitionOf({
  name,
  url,
  ca,
  tokens,
}: ClusterAddress): ClusterDefinition {
  return {
    name,
    title: name,
    aliases: [],
    labels: {},
    demo: true,
    source: 'kubeconfig',
    auth: 'token',
    endpoint: {
      server: new URL(url),
      insecureSkipTlsVerify: false,
      credentials: new StaticCredentials({
        token: tokens.admin,
        authority: ca,
      }),
    },
  };
}
