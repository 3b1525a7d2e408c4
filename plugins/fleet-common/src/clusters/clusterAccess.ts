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
 * One thing that the fleet does with a cluster, and whether the cluster allows it to the backend's credential. `allowed` is absent when the
 * cluster could not say, and `detail` then tells why.
 *
 * @public
 */
export const clusterCapabilitySchema = z.object({
  /** What it is for: `Read pods`, `Scale workloads`. */
  title: z.string(),
  verb: z.string(),
  group: z.string(),
  /** Plural, with its subresource after a slash: `deployments/scale`. */
  resource: z.string(),
  /** Absent when asked for all namespaces. */
  namespace: z.string().optional(),
  allowed: z.boolean().optional(),
  detail: z.string().optional(),
});

/** @public */
export type ClusterCapability = z.infer<typeof clusterCapabilitySchema>;

/** One rule of a SelfSubjectRulesReview. @public */
export const accessRuleSchema = z.object({
  verbs: z.array(z.string()),
  apiGroups: z.array(z.string()),
  resources: z.array(z.string()),
  resourceNames: z.array(z.string()),
});

/**
 * What the backend's credential may do in a cluster, as the cluster itself says.
 *
 * @public
 */
export const clusterAccessSchema = z.object({
  cluster: z.string(),
  /** Epoch milliseconds by the backend's clock. */
  checkedAt: z.number(),
  /** Who the cluster takes the credential for; absent where it does not say (before Kubernetes 1.28). */
  identity: z
    .object({ username: z.string(), groups: z.array(z.string()) })
    .optional(),
  capabilities: z.array(clusterCapabilitySchema),
  /** The namespace that the rules are about. */
  namespace: z.string(),
  rules: z.array(accessRuleSchema),
  nonResourceUrls: z.array(
    z.object({ verbs: z.array(z.string()), urls: z.array(z.string()) }),
  ),
  /** The cluster could not list all rules; the capabilities above were asked one by one and stand. */
  incomplete: z.boolean(),
  /** Why the rules could not be listed at all. */
  rulesError: z.string().optional(),
  /** More rights than the fleet needs, e.g. `*` on secrets: a hint to narrow them. */
  excessive: z.array(z.string()),
});

/** @public */
export type ClusterAccess = z.infer<typeof clusterAccessSchema>;
