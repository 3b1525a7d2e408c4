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

import { ClusterHealthRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { byTroubleAndName } from '../clusterHealthOrder';

/** A cluster that a card was told to show, with its row where it is known. */
export interface ChosenCluster {
  name: string;
  row: ClusterHealthRow | undefined;
}

/** The clusters that were chosen, in that order; where none was, the first of all with troubled ones first. */
export function chooseClusters(
  rows: readonly ClusterHealthRow[],
  wanted: readonly string[],
  most: number,
): ChosenCluster[] {
  if (wanted.length > 0) {
    return wanted
      .slice(0, most)
      .map(name => ({ name, row: rows.find(row => row.cluster === name) }));
  }
  return [...rows]
    .sort(byTroubleAndName)
    .slice(0, most)
    .map(row => ({ name: row.cluster, row }));
}
