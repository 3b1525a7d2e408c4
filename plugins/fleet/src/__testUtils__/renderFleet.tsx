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

import { fetchApiRef, FrontendFeature } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { JsonObject } from '@backstage/types';
import fleetPlugin from '..';
import { FleetTestServer } from './FleetTestServer';

/** Renders the portal with the fleet plugin on its page, talking to a backend of the test's making. */
export function renderFleet(
  server: FleetTestServer,
  options: {
    features?: FrontendFeature[];
    extensions?: JsonObject[];
    /** Where the tab is opened. */
    path?: string;
    /** Configuration of the portal beside that of its extensions. */
    config?: JsonObject;
  } = {},
) {
  const { features = [], extensions = [], path = '/fleet', config } = options;
  return renderTestApp({
    features: [fleetPlugin, ...features],
    apis: [
      [fetchApiRef, server.fetchApi],
      mockApis.identity({ userEntityRef: 'user:default/anne' }),
    ],
    initialRouteEntries: [path],
    config: { ...config, app: { extensions } },
  });
}
