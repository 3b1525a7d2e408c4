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
 * One node. CPU in cores, memory in bytes, both allocatable, i.e. what pods may ask for.
 *
 * @public
 */
export const nodeRowSchema = z.object({
  ...resourceRowShape,
  status: z.string(),
  ready: z.boolean().optional(),
  schedulable: z.boolean(),
  severity: severitySchema.optional(),
  pressures: z.array(z.string()),
  /** When each of the conditions began that is not as it should be (`Ready` too), by type; epoch milliseconds. Absent when all are well. */
  since: z.record(z.string(), z.number()).optional(),
  roles: z.array(z.string()),
  version: z.string(),
  providerId: z.string(),
  region: z.string(),
  zone: z.string(),
  /** Those of its labels by which its platform can be told, such as `eks.amazonaws.com/nodegroup`. */
  platformLabels: z.record(z.string(), z.string()).optional(),
  instanceType: z.string(),
  cpu: z.number(),
  memory: z.number(),
  gpus: z.number(),
  podCapacity: z.number(),
  created: z.number(),
});

/** @public */
export type NodeRow = z.infer<typeof nodeRowSchema>;

/** Nodes of every cluster. @public */
export const nodesResource = createResourceRef({
  id: 'nodes',
  title: 'Nodes',
  scope: 'cluster',
  row: nodeRowSchema,
});
