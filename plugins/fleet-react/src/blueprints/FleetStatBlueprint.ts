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
import { FleetStat } from '../stats/FleetStat';

/**
 * What an extension of a figure yields.
 *
 * @public
 */
export const fleetStatDataRef = createExtensionDataRef<FleetStat>().with({
  id: 'fleet.stat',
});

/**
 * Parameters of {@link FleetStatBlueprint}.
 *
 * @public
 */
export interface FleetStatParams extends Omit<FleetStat, 'id' | 'order'> {
  /** Figures come in this order where they are chosen from, lowest first; 1000 when left out. */
  order?: number;
}

/**
 * Adds a figure that people can put into the stats bar of a dashboard.
 *
 * @example
 * ```ts
 * export const freeGpus = FleetStatBlueprint.make({
 *   name: 'free-gpus',
 *   params: {
 *     title: 'Free GPUs',
 *     explanation: 'Devices that no pod has asked for.',
 *     view: gpuNodesView,
 *     useReading: ({ summary }) => ({ value: summary?.free, of: summary?.gpus }),
 *     path: 'nodes',
 *   },
 * });
 * ```
 *
 * @public
 */
export const FleetStatBlueprint = createExtensionBlueprint({
  kind: 'fleet-stat',
  attachTo: { id: 'api:fleet/stats', input: 'stats' },
  output: [fleetStatDataRef],
  dataRefs: { stat: fleetStatDataRef },
  *factory(params: FleetStatParams, { node }) {
    yield fleetStatDataRef({
      ...params,
      id: node.spec.id,
      order: params.order ?? 1000,
    });
  },
});
