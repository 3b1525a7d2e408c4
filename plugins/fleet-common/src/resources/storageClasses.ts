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

/** One StorageClass. `waits` says that volumes are made only for a claim that a pod uses. @public */
export const storageClassRowSchema = z.object({
  ...resourceRowShape,
  provisioner: z.string(),
  isDefault: z.boolean(),
  waits: z.boolean(),
  expandable: z.boolean(),
  created: z.number(),
});

/** @public */
export type StorageClassRow = z.infer<typeof storageClassRowSchema>;

/** StorageClasses of every cluster. @public */
export const storageClassesResource = createResourceRef({
  id: 'storageclasses',
  title: 'StorageClasses',
  scope: 'cluster',
  row: storageClassRowSchema,
});
