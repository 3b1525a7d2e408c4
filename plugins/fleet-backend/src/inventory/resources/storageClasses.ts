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
  StorageClassRow,
  storageClassesResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { objectHead, ObjectMetadata } from './objectHead';

const DEFAULT = 'storageclass.kubernetes.io/is-default-class';

interface StorageClass {
  metadata: ObjectMetadata & { annotations?: Record<string, string> };
  provisioner?: string;
  volumeBindingMode?: string;
  allowVolumeExpansion?: boolean;
}

/** StorageClasses, watched while somebody looks. */
export const storageClasses = watchedResource(storageClassesResource, {
  group: 'storage.k8s.io',
  version: 'v1',
  plural: 'storageclasses',
  keep: 'while-viewed',
  fields: [
    'metadata.creationTimestamp',
    `metadata.annotations[${DEFAULT}]`,
    'provisioner',
    'volumeBindingMode',
    'allowVolumeExpansion',
  ],
  project: storageClassRow,
});

function storageClassRow(
  storageClass: StorageClass,
  context: ProjectionContext,
): StorageClassRow {
  const { metadata, provisioner, volumeBindingMode } = storageClass;
  return {
    ...objectHead(metadata, context),
    provisioner: context.intern(provisioner ?? ''),
    isDefault: metadata.annotations?.[DEFAULT] === 'true',
    waits: volumeBindingMode === 'WaitForFirstConsumer',
    expandable: storageClass.allowVolumeExpansion ?? false,
  };
}
