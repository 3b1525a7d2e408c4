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
import { FleetCardAction } from '../cards/FleetCardAction';

/**
 * What the fleet plugin collects from extensions that do something with cards.
 *
 * @public
 */
export const fleetCardActionDataRef =
  createExtensionDataRef<FleetCardAction>().with({ id: 'fleet.card-action' });

/**
 * Parameters of {@link FleetCardActionBlueprint}.
 *
 * @public
 */
export type FleetCardActionParams = Omit<FleetCardAction, 'id'>;

/**
 * Offers something to do with cards: a button in their frame and an entry in its menu, which open a dialog. Any plugin may.
 *
 * @example
 * ```tsx
 * export const diagnoseAction = FleetCardActionBlueprint.make({
 *   name: 'diagnose',
 *   params: {
 *     slot: 'diagnose',
 *     title: 'Diagnose',
 *     appliesTo: card => card.view.id === 'pods.issues',
 *     loader: () => import('./DiagnosePods').then(m => m.DiagnosePods),
 *   },
 * });
 * ```
 *
 * @public
 */
export const FleetCardActionBlueprint = createExtensionBlueprint({
  kind: 'fleet-card-action',
  attachTo: { id: 'api:fleet/cards', input: 'actions' },
  output: [fleetCardActionDataRef],
  dataRefs: { action: fleetCardActionDataRef },
  *factory(params: FleetCardActionParams, { node }) {
    yield fleetCardActionDataRef({ ...params, id: node.spec.id });
  },
});
