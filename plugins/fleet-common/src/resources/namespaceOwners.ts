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
 * Whom the catalog names as the owner of a namespace, as an entity ref.
 *
 * @remarks
 *
 * Only for showing: no permission rule looks at it, since whoever may register an entity may write any namespace into it.
 *
 * @public
 */
export const namespaceOwnerRowSchema = z.object({
  ...resourceRowShape,
  owner: z.string(),
});

/** @public */
export type NamespaceOwnerRow = z.infer<typeof namespaceOwnerRowSchema>;

/** Owners of namespaces by the catalog. @public */
export const namespaceOwnersResource = createResourceRef({
  id: 'owners.namespaces',
  title: 'Owners of namespaces',
  scope: 'namespace',
  row: namespaceOwnerRowSchema,
});
