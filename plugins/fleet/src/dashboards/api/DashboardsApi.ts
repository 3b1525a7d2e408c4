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

import { createApiRef } from '@backstage/core-plugin-api';
import {
  CardHistoryEntry,
  CardHistoryInput,
  Dashboard,
  DashboardChange,
  DashboardInput,
  DashboardPreferences,
  DashboardSummary,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetRequestOptions } from '@quarterdeck/backstage-plugin-fleet-react';

/**
 * The dashboards that people own, their own choices about them and what became of their cards.
 *
 * @remarks
 *
 * Requests reject with `ResponseError` when the backend refuses (its `statusCode` is 404 for what the viewer does not see, 409 for a
 * revision that is no longer the present one or an address that is taken, 400 for input that it does not accept, each with a message
 * that can be shown) and with `ServiceUnavailableError` when it does not answer in time.
 */
export interface DashboardsApi {
  /** Those that the viewer sees, by title. */
  list(options?: FleetRequestOptions): Promise<DashboardSummary[]>;
  get(idOrSlug: string, options?: FleetRequestOptions): Promise<Dashboard>;
  create(
    input: DashboardInput,
    options?: FleetRequestOptions,
  ): Promise<Dashboard>;
  change(
    id: string,
    change: DashboardChange,
    options?: FleetRequestOptions,
  ): Promise<Dashboard>;
  remove(id: string, options?: FleetRequestOptions): Promise<void>;

  preferences(options?: FleetRequestOptions): Promise<DashboardPreferences>;
  /** Replaces all of them. */
  savePreferences(
    preferences: DashboardPreferences,
    options?: FleetRequestOptions,
  ): Promise<DashboardPreferences>;

  /** What became of the viewer's cards, the latest first. */
  history(
    query?: { limit?: number },
    options?: FleetRequestOptions,
  ): Promise<CardHistoryEntry[]>;
  remember(
    entry: CardHistoryInput,
    options?: FleetRequestOptions,
  ): Promise<CardHistoryEntry>;
  /** Forgets an entry; one that is gone already is no error. */
  forget(id: string, options?: FleetRequestOptions): Promise<void>;
}

/** Reference to the {@link DashboardsApi}, for both frontend systems. */
export const fleetDashboardsApiRef = createApiRef<DashboardsApi>({
  id: 'plugin.fleet.dashboards',
});
