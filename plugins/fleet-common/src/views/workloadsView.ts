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
import { workloadKindSchema, workloadRowSchema } from '../resources/workloads';
import { minutesBackSchema } from './lookBack';
import { createViewRef } from './ViewRef';
import { rowKey } from './rowKey';

const summary = z.object({
  workloads: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  progress: z.number().int(),
});

/** Workloads of all kinds over all clusters. @public */
export const workloadsView = createViewRef({
  id: 'workloads.list',
  title: 'Workloads',
  params: z.object({
    kinds: z.array(workloadKindSchema).optional(),
    onlyTroubled: z.boolean().default(false),
    /** A label selector as kubectl takes it, over the workload's own labels. */
    selector: z.string().max(1024).optional(),
    /** An entity ref: workloads whose own annotation names it. */
    owner: z.string().max(300).optional(),
    name: z.string().max(253).optional(),
  }),
  row: workloadRowSchema,
  summary,
  key: rowKey,
  sorts: [
    'severity',
    'name',
    'kind',
    'cluster',
    'namespace',
    'replicas',
    'age',
  ],
});

/** Deployments, StatefulSets and DaemonSets by when their rollout last moved; those under way or stuck first. @public */
export const rolloutsView = createViewRef({
  id: 'workloads.rollouts',
  title: 'Rollouts',
  params: z.object({
    /** Leaves out rollouts that ended longer ago; those under way, stuck or paused always stay. */
    minutes: minutesBackSchema.default(24 * 60),
    selector: z.string().max(1024).optional(),
  }),
  row: workloadRowSchema,
  summary: z.object({
    progressing: z.number().int(),
    failed: z.number().int(),
    paused: z.number().int(),
    done: z.number().int(),
  }),
  key: rowKey,
  sorts: ['progress', 'changed', 'name', 'cluster', 'namespace'],
});
