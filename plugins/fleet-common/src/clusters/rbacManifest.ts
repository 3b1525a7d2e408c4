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

const name = z
  .string()
  .max(63)
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);

/**
 * What the generated RBAC manifest grants: always the reading of what the fleet watches, and what is asked for beside it.
 *
 * @public
 */
export const rbacManifestOptionsSchema = z.object({
  serviceAccount: name.default('quarterdeck'),
  serviceAccountNamespace: name.default('quarterdeck'),
  /** Grants in these namespaces only; cluster-wide when left out. */
  namespaces: z.array(name).min(1).max(100).optional(),
  /** List and watch of Secrets, of which the fleet reads metadata only. Kubernetes cannot grant less than the whole Secret. */
  secretsMetadata: z.boolean().default(false),
  /** Get on services/proxy, for Prometheus behind the API server. */
  serviceProxy: z.boolean().default(false),
  /** Ids of actions that the fleet may run. */
  actions: z.array(z.string().max(128)).max(100).default([]),
});

/** @public */
export type RbacManifestOptions = z.input<typeof rbacManifestOptionsSchema>;
