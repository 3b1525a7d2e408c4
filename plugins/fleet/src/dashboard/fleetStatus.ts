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
  ClusterHealthRow,
  FleetTotals,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** The one word for the whole fleet. */
export type FleetStatus = 'healthy' | 'issues' | 'connecting' | 'unknown';

/**
 * Judges the fleet. Only when every cluster is healthy and nothing is in error is all healthy: what is not known is not well.
 */
export function fleetStatus(
  rows: readonly ClusterHealthRow[],
  totals: FleetTotals | undefined,
): FleetStatus {
  if (!totals || totals.clusters === 0) return 'unknown';
  if (
    (totals.errors ?? 0) > 0 ||
    rows.some(row => row.state !== 'healthy' && row.state !== 'connecting')
  ) {
    return 'issues';
  }
  return totals.errors === undefined || totals.clustersHealthy < totals.clusters
    ? 'connecting'
    : 'healthy';
}
