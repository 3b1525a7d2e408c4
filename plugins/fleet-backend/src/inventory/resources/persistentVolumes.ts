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
  PersistentVolumeRow,
  persistentVolumesResource,
  Severity,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { objectHead, ObjectMetadata } from './objectHead';
import { knownQuantity } from './quantity';

interface PersistentVolume {
  metadata: ObjectMetadata;
  spec?: {
    capacity?: { storage?: string };
    storageClassName?: string;
    persistentVolumeReclaimPolicy?: string;
  };
  status?: { phase?: string; message?: string };
}

const SEVERITIES: Readonly<Record<string, Severity>> = {
  Failed: 'error',
  Released: 'warning',
  Pending: 'progress',
};

/** PersistentVolumes, watched while somebody looks. */
export const persistentVolumes = watchedResource(persistentVolumesResource, {
  group: '',
  version: 'v1',
  plural: 'persistentvolumes',
  keep: 'while-viewed',
  fields: [
    'metadata.creationTimestamp',
    'metadata.deletionTimestamp',
    'spec.capacity.storage',
    'spec.storageClassName',
    'spec.persistentVolumeReclaimPolicy',
    'status.phase',
    'status.message',
  ],
  project: persistentVolumeRow,
});

function persistentVolumeRow(
  { metadata, spec, status }: PersistentVolume,
  context: ProjectionContext,
): PersistentVolumeRow {
  const phase = context.intern(status?.phase ?? 'Unknown');
  return {
    ...objectHead(metadata, context),
    status: phase,
    severity: SEVERITIES[phase],
    message: status?.message || undefined,
    storageClass: context.intern(spec?.storageClassName ?? ''),
    capacity: knownQuantity(spec?.capacity?.storage),
    reclaimPolicy: context.intern(
      spec?.persistentVolumeReclaimPolicy ?? 'Unknown',
    ),
  };
}
