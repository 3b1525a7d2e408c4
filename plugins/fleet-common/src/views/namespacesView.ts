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
import { createViewRef } from './ViewRef';

/**
 * One namespace with its figures, which are absent where their kind was never read.
 *
 * @remarks
 *
 * `owner` is an entity ref: from the namespace's annotation or label `backstage.io/owner`, else the owner of the catalog entity that names the namespace, with
 * `ownerSource` saying which. `quota` is the most used of the namespace's quotas, as a share of its limit.
 *
 * @public
 */
export const namespaceOverviewRowSchema = z.object({
  cluster: z.string(),
  namespace: z.string(),
  phase: z.string(),
  owner: z.string().optional(),
  ownerSource: z.enum(['annotation', 'label', 'catalog']).optional(),
  pods: z.number().int().optional(),
  podErrors: z.number().int().optional(),
  podWarnings: z.number().int().optional(),
  workloads: z.number().int().optional(),
  workloadsTroubled: z.number().int().optional(),
  cpuRequest: z.number().optional(),
  memoryRequest: z.number().optional(),
  quota: z
    .object({ resource: z.string(), used: z.number(), hard: z.number() })
    .optional(),
  created: z.number(),
});

/** @public */
export type NamespaceOverviewRow = z.infer<typeof namespaceOverviewRowSchema>;

/** Namespaces over all clusters, troubled first. Answers with all its rows. @public */
export const namespacesView = createViewRef({
  id: 'namespaces.overview',
  title: 'Namespaces',
  params: z.object({
    /** Leaves out those that Kubernetes and the distribution made (`kube-*`, `openshift-*`, …). */
    hideSystem: z.boolean().default(false),
    /** Only those of this owner, an entity ref. */
    owner: z.string().max(300).optional(),
  }),
  row: namespaceOverviewRowSchema,
  summary: z.object({
    namespaces: z.number().int(),
    troubled: z.number().int(),
    owned: z.number().int(),
    terminating: z.number().int(),
  }),
  key: row => `${row.cluster}/${row.namespace}`,
});
