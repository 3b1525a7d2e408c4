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
import { createActionRef } from './ActionRef';

/** Names as Kubernetes allows them for namespaces: DNS labels. @public */
export const namespaceNameSchema = z
  .string()
  .max(63)
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 'must be a DNS label');

/** Names as Kubernetes allows them for workloads: DNS subdomains. @public */
export const objectNameSchema = z
  .string()
  .max(253)
  .regex(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
    'must be a DNS subdomain',
  );

/** Most replicas that {@link scaleWorkloadAction} will ask for; a guard against slips of the finger. @public */
export const MAX_REPLICAS = 10_000;

/** Sets the number of replicas of a workload through its scale subresource. @public */
export const scaleWorkloadAction = createActionRef({
  id: 'workload.scale',
  title: 'Scale workload',
  description:
    'Sets how many replicas a Deployment, StatefulSet or ReplicaSet shall have. Use it to add or remove capacity of one workload in one cluster. A HorizontalPodAutoscaler that owns the workload may change the number again.',
  scope: 'namespace',
  input: z.object({
    cluster: z.string().min(1).max(253).describe('Name of the cluster'),
    namespace: namespaceNameSchema.describe('Namespace of the workload'),
    kind: z
      .enum(['Deployment', 'StatefulSet', 'ReplicaSet'])
      .default('Deployment')
      .describe('Kind of the workload'),
    name: objectNameSchema.describe('Name of the workload'),
    replicas: z
      .number()
      .int()
      .min(0)
      .max(MAX_REPLICAS)
      .describe('Replicas wanted from now on'),
  }),
  result: z.object({
    before: z.number().int(),
    after: z.number().int(),
  }),
  target: ({ cluster, namespace, kind, name }) => ({
    cluster,
    namespace,
    kind,
    name,
  }),
});
