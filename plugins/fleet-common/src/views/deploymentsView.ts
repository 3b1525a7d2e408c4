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
import { workloadRowSchema } from '../resources/workloads';
import { createViewRef } from './ViewRef';
import { rowKey } from './rowKey';

/** Deployments and where their rollouts stand, troubled first. @public */
export const deploymentsView = createViewRef({
  id: 'deployments.status',
  title: 'Deployment status',
  params: z.object({
    /** Leaves out those that are available, paused or scaled to zero. */
    onlyTroubled: z.boolean().default(false),
  }),
  row: workloadRowSchema,
  summary: z.object({
    available: z.number().int(),
    progressing: z.number().int(),
    degraded: z.number().int(),
    failed: z.number().int(),
    paused: z.number().int(),
    scaledToZero: z.number().int(),
  }),
  key: rowKey,
  sorts: ['severity', 'name', 'cluster', 'namespace', 'replicas', 'age'],
});
