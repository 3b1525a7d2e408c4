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
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ActionImplementation } from './actions/ActionImplementation';
import { ResourceSource } from './resources/ResourceSource';
import { SampleSeries } from './samples/SampleSeries';
import { ViewImplementation } from './views/ViewImplementation';

/**
 * What a pack adds to the fleet plugin's backend. Ids must be unique; a second registration of one fails the start with its name.
 *
 * @public
 */
export interface FleetExtensionPoint {
  addResource(...sources: ResourceSource<any>[]): void;
  addView(...views: ViewImplementation[]): void;
  addAction(...actions: ActionImplementation[]): void;
  addSeries(...series: SampleSeries[]): void;
}

/**
 * Extension point of the fleet plugin for packs.
 *
 * @public
 */
export const fleetExtensionPoint = createExtensionPoint<FleetExtensionPoint>({
  id: 'fleet.packs',
});
