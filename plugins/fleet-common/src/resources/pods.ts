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
import { severitySchema } from './severity';

/**
 * One pod.
 *
 * @remarks
 *
 * `status` is the word that `kubectl get pods` prints in its STATUS column (a waiting or terminated reason of a container where there is
 * one, else the phase). `severity` is set when that status is a problem. Requests are summed over the containers as the scheduler
 * does it: the larger of the sum of the containers and of the largest init container. Times are epoch milliseconds by the cluster's clock.
 *
 * @public
 */
export const podRowSchema = z.object({
  ...resourceRowShape,
  status: z.string(),
  phase: z.string(),
  severity: severitySchema.optional(),
  message: z.string().optional(),
  node: z.string(),
  owner: z.string(),
  ownerKind: z.string(),
  /** The workload behind the owner: the Deployment of a ReplicaSet, else the owner itself. */
  workload: z.string(),
  workloadKind: z.string(),
  labels: z.record(z.string(), z.string()),
  ready: z.number().int(),
  containers: z.number().int(),
  restarts: z.number().int(),
  lastRestart: z.number().optional(),
  cpuRequest: z.number(),
  memoryRequest: z.number(),
  gpuRequest: z.number(),
  created: z.number(),
});

/** @public */
export type PodRow = z.infer<typeof podRowSchema>;

/** Pods of every namespace. @public */
export const podsResource = createResourceRef({
  id: 'pods',
  title: 'Pods',
  scope: 'namespace',
  row: podRowSchema,
});
