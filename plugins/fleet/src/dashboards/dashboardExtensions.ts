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
  ApiBlueprint,
  configApiRef,
  createExtensionInput,
} from '@backstage/frontend-plugin-api';
import {
  fleetDashboardDataRef,
  fleetDashboardTemplatesApiRef,
  fleetStatDataRef,
  fleetStatsApiRef,
  inOrder,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { enabledTemplates } from './enabledDashboards';

/** Collects the dashboard templates of every plugin, of which the portal may offer only some. */
export const fleetDashboardTemplatesApi = ApiBlueprint.makeWithOverrides({
  name: 'dashboard-templates',
  inputs: { templates: createExtensionInput([fleetDashboardDataRef]) },
  factory(originalFactory, { inputs }) {
    const templates = inOrder(
      inputs.templates.map(input => input.get(fleetDashboardDataRef)),
    );
    return originalFactory(defineParams =>
      defineParams({
        api: fleetDashboardTemplatesApiRef,
        deps: { configApi: configApiRef },
        factory: ({ configApi }) => enabledTemplates(configApi, templates),
      }),
    );
  },
});

/** Collects the figures of every plugin. */
export const fleetStatsApi = ApiBlueprint.makeWithOverrides({
  name: 'stats',
  inputs: { stats: createExtensionInput([fleetStatDataRef]) },
  factory(originalFactory, { inputs }) {
    const stats = inOrder(
      inputs.stats.map(input => input.get(fleetStatDataRef)),
    );
    return originalFactory(defineParams =>
      defineParams({
        api: fleetStatsApiRef,
        deps: {},
        factory: () => ({ list: () => stats }),
      }),
    );
  },
});
