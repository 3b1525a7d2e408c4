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

/* eslint-disable @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports -- the suite gives the parts a clock of its own and reads what they count; the bench is no plugin */
export { createRouter } from '@quarterdeck/backstage-plugin-fleet-backend/src/api/createRouter';
export { createClusterRoutes } from '@quarterdeck/backstage-plugin-fleet-backend/src/api/clusterRoutes';
export { createViewRoutes } from '@quarterdeck/backstage-plugin-fleet-backend/src/api/viewRoutes';
export type { ClusterDefinition } from '@quarterdeck/backstage-plugin-fleet-backend/src/clusters/ClusterDefinition';
export { StaticCredentials } from '@quarterdeck/backstage-plugin-fleet-backend/src/clusters/credentials/ClusterCredentials';
export {
  createInventory,
  type FleetInventory,
} from '@quarterdeck/backstage-plugin-fleet-backend/src/inventory/createInventory';
export { coreResources } from '@quarterdeck/backstage-plugin-fleet-backend/src/inventory/resources/coreResources';
export {
  systemClock,
  type Clock,
} from '@quarterdeck/backstage-plugin-fleet-backend/src/inventory/scheduling/Clock';
export { NamespaceDirectory } from '@quarterdeck/backstage-plugin-fleet-backend/src/permissions/NamespaceDirectory';
export { ViewerResolver } from '@quarterdeck/backstage-plugin-fleet-backend/src/permissions/ViewerResolver';
export { StreamHub } from '@quarterdeck/backstage-plugin-fleet-backend/src/stream/StreamHub';
export { coreViews } from '@quarterdeck/backstage-plugin-fleet-backend/src/views/core/coreViews';
export { ViewEngine } from '@quarterdeck/backstage-plugin-fleet-backend/src/views/ViewEngine';
// The client alone: the package around it is made for browsers.
export {
  createFleetClient,
  type FleetClient,
  type FleetClientOptions,
} from '@quarterdeck/backstage-plugin-fleet-react/src/client/FleetClient';
export type { LiveView } from '@quarterdeck/backstage-plugin-fleet-react/src/client/FleetApi';
export { createStreamSlots } from '@quarterdeck/backstage-plugin-fleet-react/src/client/StreamSlots';
export type { StreamSlots } from '@quarterdeck/backstage-plugin-fleet-react/src/client/StreamSlots';
export type { PageActivity } from '@quarterdeck/backstage-plugin-fleet-react/src/client/PageActivity';
export type { ViewState } from '@quarterdeck/backstage-plugin-fleet-react/src/client/ViewState';
