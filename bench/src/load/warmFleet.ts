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

import { FleetCluster } from '../processes/FleetProcess';
import { ClusterClient } from './ClusterClient';

const LISTS = [
  '/api/v1/pods',
  '/api/v1/nodes',
  '/api/v1/namespaces',
  '/apis/apps/v1/deployments',
  '/api/v1/events',
];

/** Has each cluster encode its objects once, as a real API server has long done for others. */
export async function warmFleet(
  clusters: readonly FleetCluster[],
): Promise<void> {
  for (const cluster of clusters) {
    const client = new ClusterClient(cluster);
    for (const list of LISTS) await client.discard(list);
    client.close();
  }
}
