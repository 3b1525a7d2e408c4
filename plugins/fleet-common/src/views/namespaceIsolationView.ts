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

/** Of how many pods a direction is isolated by policies: of `all`, of `some`, of `none`. @public */
export const isolationSchema = z.enum(['all', 'some', 'none']);

/** @public */
export type Isolation = z.infer<typeof isolationSchema>;

const figures = {
  namespaces: z.number().int(),
  /** With a policy that isolates all pods for ingress. */
  ingress: z.number().int(),
  /** With a policy that isolates all pods for egress. */
  egress: z.number().int(),
  /** Without any policy. */
  open: z.number().int(),
} as const;

/**
 * Which namespaces network policies isolate. A policy that selects pods isolates those in its direction, whatever it lets through; whether the network of the
 * cluster enforces policies is not known.
 *
 * @public
 */
export const namespaceIsolationView = createViewRef({
  id: 'namespaces.isolation',
  title: 'Network policies',
  params: z.object({
    /** Leaves out those that Kubernetes and the distribution made (`kube-*`, `openshift-*`, …). */
    hideSystem: z.boolean().default(true),
    /** Only those without any policy. */
    onlyOpen: z.boolean().default(false),
  }),
  row: z.object({
    cluster: z.string(),
    namespace: z.string(),
    policies: z.number().int(),
    ingress: isolationSchema,
    egress: isolationSchema,
  }),
  summary: z.object({
    ...figures,
    /** The same of each cluster whose policies are known, most open first. */
    clusters: z.array(z.object({ cluster: z.string(), ...figures })),
  }),
  key: row => `${row.cluster}/${row.namespace}`,
});
