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
  createExtensionBlueprint,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import { DashboardStat } from '@quarterdeck/backstage-plugin-fleet-common';
import { CardText } from '../cards/CardText';
import { FleetDashboardTemplate } from '../dashboards/FleetDashboardTemplate';

/**
 * What an extension of a template yields.
 *
 * @public
 */
export const fleetDashboardDataRef =
  createExtensionDataRef<FleetDashboardTemplate>().with({
    id: 'fleet.dashboard',
  });

/**
 * Parameters of {@link FleetDashboardBlueprint}.
 *
 * @public
 */
export interface FleetDashboardParams {
  /** A text, or a message by `cardText` where it shall be translated. */
  title: CardText;
  /** What it is for, in a sentence. */
  description?: CardText;
  /** Last part of its address: lower case letters, digits and single dashes, unique over the portal. */
  slug: string;
  /** Raise it when the cards change. */
  version: number;
  /** Templates come in this order, lowest first; 1000 when left out. */
  order?: number;
  cards: FleetDashboardTemplate['cards'];
  stats?: readonly DashboardStat[];
}

/**
 * Adds a template that people make dashboards from.
 *
 * @example
 * ```ts
 * export const gpuDashboard = FleetDashboardBlueprint.make({
 *   name: 'gpu',
 *   params: {
 *     title: 'GPUs',
 *     slug: 'gpu',
 *     version: 1,
 *     cards: [{ card: 'fleet-card:gpu/gpu-nodes', width: 12 }],
 *     stats: [{ block: 'clusters', display: 'number' }],
 *   },
 * });
 * ```
 *
 * @public
 */
export const FleetDashboardBlueprint = createExtensionBlueprint({
  kind: 'fleet-dashboard',
  attachTo: { id: 'api:fleet/dashboard-templates', input: 'templates' },
  output: [fleetDashboardDataRef],
  dataRefs: { template: fleetDashboardDataRef },
  *factory(params: FleetDashboardParams, { node }) {
    yield fleetDashboardDataRef({
      id: node.spec.id,
      title: params.title,
      description: params.description,
      slug: params.slug,
      version: params.version,
      order: params.order ?? 1000,
      cards: params.cards,
      stats: params.stats ?? [],
    });
  },
});
