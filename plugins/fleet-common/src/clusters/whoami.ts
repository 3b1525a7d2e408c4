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

/**
 * What the backend knows of the caller.
 *
 * @public
 */
export const whoamiSchema = z.object({
  user: z.string(),
  ownership: z.array(z.string()),
  /** Clusters that the caller may read, wholly or in part. */
  clusters: z.array(
    z.object({
      name: z.string(),
      /** May read its nodes and other cluster-scoped rows. */
      clusterScoped: z.boolean(),
      visibleNamespaces: z.number().int(),
      namespaces: z.number().int(),
    }),
  ),
  /** Ids of actions that the caller may run somewhere. */
  actions: z.array(z.string()),
  audit: z.boolean(),
  admin: z.boolean(),
});

/** @public */
export type Whoami = z.infer<typeof whoamiSchema>;
