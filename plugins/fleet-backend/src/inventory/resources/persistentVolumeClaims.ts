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
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { objectHead, ObjectMetadata } from './objectHead';
import { knownQuantity } from './quantity';

const OLD_CLASS = 'volume.beta.kubernetes.io/storage-class';

interface PersistentVolumeClaim {
  metadata: ObjectMetadata & { annotations?: Record<string, string> };
  spec?: {
    accessModes?: string[];
    storageClassName?: string;
    volumeName?: string;
    resources?: { requests?: { storage?: string } };
  };
  status?: {
    phase?: string;
    accessModes?: string[];
    capacity?: { storage?: string };
    conditions?: { type?: string; status?: string; message?: string }[];
  };
}

const SHORT_MODES: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};

const RESIZES = new Set(['Resizing', 'FileSystemResizePending']);

/** PersistentVolumeClaims of every namespace, watched while somebody looks. */
export const persistentVolumeClaims = watchedResource(
  persistentVolumeClaimsResource,
  {
    group: '',
    version: 'v1',
    plural: 'persistentvolumeclaims',
    keep: 'while-viewed',
    fields: [
      'metadata.creationTimestamp',
      'metadata.deletionTimestamp',
      `metadata.annotations[${OLD_CLASS}]`,
      'spec.accessModes',
      'spec.storageClassName',
      'spec.volumeName',
      'spec.resources.requests.storage',
      'status.phase',
      'status.accessModes',
      'status.capacity.storage',
      'status.conditions.type',
      'status.conditions.status',
      'status.conditions.message',
    ],
    project: persistentVolumeClaimRow,
  },
);

function persistentVolumeClaimRow(
  claim: PersistentVolumeClaim,
  context: ProjectionContext,
): PersistentVolumeClaimRow {
  const { metadata, spec, status } = claim;
  const { intern } = context;
  const className = spec?.storageClassName ?? metadata.annotations?.[OLD_CLASS];
  return {
    ...objectHead(metadata, context),
    ...standing(claim, intern),
    storageClass: intern(className ?? ''),
    volume: spec?.volumeName,
    requested: knownQuantity(spec?.resources?.requests?.storage),
    capacity: knownQuantity(status?.capacity?.storage),
    accessModes: (status?.accessModes ?? spec?.accessModes ?? []).map(mode =>
      intern(SHORT_MODES[mode] ?? mode),
    ),
  };
}

function standing(
  { metadata, status }: PersistentVolumeClaim,
  intern: (text: string) => string,
): Pick<PersistentVolumeClaimRow, 'status' | 'phase' | 'severity' | 'message'> {
  const phase = intern(status?.phase ?? 'Unknown');
  if (metadata.deletionTimestamp) {
    return { status: 'Terminating', phase, severity: 'progress' };
  }
  if (phase === 'Lost') return { status: phase, phase, severity: 'error' };
  if (phase !== 'Bound') return { status: phase, phase, severity: 'warning' };
  const { failed, resizing } = resizeOf(status?.conditions ?? []);
  if (failed) {
    const message = failed.message;
    return { status: phase, phase, severity: 'warning', message };
  }
  return resizing
    ? { status: phase, phase, severity: 'progress', message: resizing.message }
    : { status: phase, phase };
}

function resizeOf(
  conditions: NonNullable<
    NonNullable<PersistentVolumeClaim['status']>['conditions']
  >,
) {
  const present = conditions.filter(({ status }) => status === 'True');
  return {
    failed: present.find(({ type }) => type?.endsWith('ResizeError')),
    resizing: present.find(({ type }) => RESIZES.has(type ?? '')),
  };
}
