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

import type { PodRow } from '@quarterdeck/backstage-plugin-fleet-common';
import type { ToldChange } from './FaultSystem';

/** What a step from some rows to others tells. A row that did not change stays the same object. */
export function toldOf(
  before: readonly PodRow[],
  after: readonly PodRow[],
): ToldChange[] {
  const known = new Map(before.map(row => [row.uid, row]));
  const told: ToldChange[] = [];
  for (const row of after) {
    const previous = known.get(row.uid);
    known.delete(row.uid);
    if (previous !== row) {
      const change = previous ? 'changed' : 'added';
      told.push({ change, uid: row.uid, name: row.name });
    }
  }
  for (const { uid, name } of known.values()) {
    told.push({ change: 'removed', uid, name });
  }
  return told;
}
