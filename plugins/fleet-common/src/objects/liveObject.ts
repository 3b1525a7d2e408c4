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
import { objectAddressSchema } from './objectAddress';

/**
 * One object as the API server held it when it was asked, as YAML, with every value masked that may be a secret.
 *
 * @public
 */
export const liveObjectSchema = z.object({
  address: objectAddressSchema,
  apiVersion: z.string(),
  kind: z.string(),
  /** Without `metadata.managedFields`. */
  yaml: z.string(),
  /** Paths of the values that were masked, as in `.data.password`, each with the reason in words. */
  masked: z.array(z.object({ path: z.string(), reason: z.string() })),
  resourceVersion: z.string(),
  created: z.number().optional(),
  /** Controllers and other owners in the same namespace or the cluster. `address` is absent for kinds that the cluster does not serve. */
  owners: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      controller: z.boolean(),
      address: objectAddressSchema.optional(),
    }),
  ),
  conditions: z.array(
    z.object({
      type: z.string(),
      status: z.string(),
      reason: z.string().optional(),
      message: z.string().optional(),
      since: z.number().optional(),
    }),
  ),
  /** Epoch milliseconds by the backend's clock. */
  readAt: z.number(),
});

/** @public */
export type LiveObject = z.infer<typeof liveObjectSchema>;
