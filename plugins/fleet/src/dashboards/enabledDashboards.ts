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
import { ConfigApi } from '@backstage/frontend-plugin-api';
import {
  FleetDashboardTemplate,
  FleetDashboardTemplatesApi,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { OPERATIONS } from './templates/coreTemplates';

// What everything else is reached from.
const ALWAYS = ['dashboard', 'dashboards', OPERATIONS];

/** Whether a section of the rail or a template, by its slug, is offered in this portal. */
export function enabledDashboards(
  config: ConfigApi,
): (name: string) => boolean {
  const names = config.getOptionalStringArray('fleet.enabledDashboards');
  if (!names) return () => true;
  const enabled = new Set([...ALWAYS, ...names]);
  return name => enabled.has(name);
}

/** The templates that are offered. */
export function enabledTemplates(
  config: ConfigApi,
  templates: readonly FleetDashboardTemplate[],
): FleetDashboardTemplatesApi {
  const isEnabled = enabledDashboards(config);
  const offered = templates.filter(({ slug }) => isEnabled(slug));
  return { list: () => offered };
}
