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

import type { DemoCluster } from '@quarterdeck/demo-fleet';
import { coreResources } from '../systems/fleetParts';
import { asSent, SentRow } from './compareRows';

/** The kinds that the fleet plugin watches, always or while somebody looks. */
export const watchedKinds = coreResources.filter(
  source => source.source === 'watch',
);

/** What must be kept of a kind, made from the objects of the API server by the same projection. */
export function expectedRows(cluster: DemoCluster, kind: string): SentRow[] {
  const source = watchedKinds.find(({ ref }) => ref.id === kind)!;
  const { store } = cluster;
  const type = store.types.find(source.group, source.version, source.plural)!;
  const rows = store
    .list(type)
    .map(object =>
      source.project(object, { cluster: cluster.name, intern: text => text }),
    )
    .filter(row => row !== undefined);
  return asSent(rows) as SentRow[];
}
