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
 * One PersistentVolumeClaim, in bytes.
 *
 * @remarks
 *
 * `status` is the phase that Kubernetes reports (`Pending`, `Bound`, `Lost`), or `Terminating` while it is being deleted. `severity` follows it: a claim that
 * lost its volume is an error, one that waits a warning. `storageClass` is empty where the claim names none. `capacity` is what it got, absent until it is
 * bound, `requested` what it asks for. `message` is why a resize is under way or failed. `accessModes` are short: `RWO`, `ROX`, `RWX`, `RWOP`.
 *
 * @public
 */
export const persistentVolumeClaimRowSchema = z.object({
  ...resourceRowShape,
  status: z.string(),
  phase: z.string(),
  severity: severitySchema.optional(),
  message: z.string().optional(),
  storageClass: z.string(),
  volume: z.string().optional(),
  requested: z.number().optional(),
  capacity: z.number().optional(),
  accessModes: z.array(z.string()),
  created: z.number(),
});

/** @public */
export type PersistentVolumeClaimRow = z.infer<
  typeof persistentVolumeClaimRowSchema
>;

/** PersistentVolumeClaims of every namespace. @public */
export const persistentVolumeClaimsResource = createResourceRef({
  id: 'persistentvolumeclaims',
  title: 'PersistentVolumeClaims',
  scope: 'namespace',
  row: persistentVolumeClaimRowSchema,
});
