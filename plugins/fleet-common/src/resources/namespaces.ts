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

/**
 * One namespace. Its row belongs to itself: `namespace` equals `name`, so that who may read the namespace sees it.
 *
 * @public
 */
export const namespaceRowSchema = z.object({
  ...resourceRowShape,
  phase: z.string(),
  owner: z.string().optional(),
  labels: z.record(z.string(), z.string()),
  created: z.number(),
});

/** @public */
export type NamespaceRow = z.infer<typeof namespaceRowSchema>;

/** Namespaces of every cluster. @public */
export const namespacesResource = createResourceRef({
  id: 'namespaces',
  title: 'Namespaces',
  scope: 'namespace',
  row: namespaceRowSchema,
});
