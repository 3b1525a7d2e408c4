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
  PersistentVolumeClaimRow,
  persistentVolumeClaimsResource,
  PersistentVolumeRow,
  persistentVolumesResource,
  storageClassesResource,
  StorageClassUseRow,
  StorageFigures,
  storageOverviewView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { computedView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, byText, inOrder } from './orders';

const FIGURES: readonly (keyof StorageFigures)[] = [
  'claims',
  'bound',
  'pending',
  'lost',
  'requested',
  'requestedBound',
  'requestedPending',
  'requestedLost',
  'volumes',
  'provisioned',
  'unclaimed',
];

/** What is asked for and provided of each storage class of each cluster. */
export const storageOverview = computedView(storageOverviewView, {
  visibility: 'rows',
  reads: {
    claims: persistentVolumeClaimsResource,
    volumes: persistentVolumesResource,
    classes: storageClassesResource,
  },
  maxRows: 50_000,
  compute: (reads, { storageClass }, cluster, _now, known) => {
    const claims = grouped(reads.claims, claim => claim.storageClass);
    const volumes = grouped(reads.volumes, volume => volume.storageClass);
    const classes = new Map(reads.classes.map(each => [each.name, each]));
    const names = new Set([
      ...claims.keys(),
      ...volumes.keys(),
      ...classes.keys(),
    ]);
    return [...names]
      .filter(name => storageClass === undefined || name === storageClass)
      .map((name): StorageClassUseRow => {
        const found = classes.get(name);
        return {
          cluster,
          storageClass: name,
          ...(found && { provisioner: found.provisioner }),
          isDefault: found?.isDefault ?? false,
          missing:
            known(storageClassesResource) &&
            name !== '' &&
            !found &&
            // Volumes made by hand name a class that need not exist.
            !volumes.has(name),
          ...(known(persistentVolumeClaimsResource) &&
            claimFigures(claims.get(name) ?? [])),
          ...(known(persistentVolumesResource) &&
            volumeFigures(volumes.get(name) ?? [])),
        };
      });
  },
  compare: inOrder<StorageClassUseRow>(
    byLargest(row => row.requested ?? -1),
    byLargest(row => row.provisioned ?? -1),
    byText(row => row.storageClass),
    byText(row => row.cluster),
  ),
  summarise: rows => ({
    ...totals(rows),
    missing: rows.filter(row => row.missing).length,
  }),
});

function grouped<TRow>(
  rows: readonly TRow[],
  keyOf: (row: TRow) => string,
): Map<string, TRow[]> {
  const groups = new Map<string, TRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function claimFigures(claims: readonly PersistentVolumeClaimRow[]) {
  const inPhase = (phase: string) =>
    claims.filter(claim => claim.phase === phase);
  const requested = (some: readonly PersistentVolumeClaimRow[]) =>
    some.reduce((sum, claim) => sum + (claim.requested ?? 0), 0);
  const bound = inPhase('Bound');
  const pending = inPhase('Pending');
  const lost = inPhase('Lost');
  return {
    claims: claims.length,
    bound: bound.length,
    pending: pending.length,
    lost: lost.length,
    requested: requested(claims),
    requestedBound: requested(bound),
    requestedPending: requested(pending),
    requestedLost: requested(lost),
  };
}

function volumeFigures(volumes: readonly PersistentVolumeRow[]) {
  const capacity = (some: readonly PersistentVolumeRow[]) =>
    some.reduce((sum, volume) => sum + (volume.capacity ?? 0), 0);
  return {
    volumes: volumes.length,
    provisioned: capacity(volumes),
    unclaimed: capacity(volumes.filter(({ status }) => status !== 'Bound')),
  };
}

/** A figure that no row knows is left out. */
function totals(rows: readonly StorageClassUseRow[]): StorageFigures {
  const sums: StorageFigures = {};
  for (const figure of FIGURES) {
    const known = rows.flatMap(row => row[figure] ?? []);
    if (known.length > 0) {
      sums[figure] = known.reduce((sum, amount) => sum + amount, 0);
    }
  }
  return sums;
}
