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

import { z } from 'zod';
import { createResourceRef, resourceRowShape } from './ResourceRef';
import { severitySchema } from './severity';

/**
 * One PersistentVolume, in bytes.
 *
 * @remarks
 *
 * `status` is the phase that Kubernetes reports: `Available`, `Bound`, `Released` (its claim is gone and nobody may have it yet), `Failed`. The claim is left
 * out: who may read the cluster may not read every namespace.
 *
 * @public
 */
export const persistentVolumeRowSchema = z.object({
  ...resourceRowShape,
  status: z.string(),
  severity: severitySchema.optional(),
  message: z.string().optional(),
  storageClass: z.string(),
  capacity: z.number().optional(),
  reclaimPolicy: z.string(),
  created: z.number(),
});

/** @public */
export type PersistentVolumeRow = z.infer<typeof persistentVolumeRowSchema>;

/** PersistentVolumes of every cluster. @public */
export const persistentVolumesResource = createResourceRef({
  id: 'persistentvolumes',
  title: 'PersistentVolumes',
  scope: 'cluster',
  row: persistentVolumeRowSchema,
});
