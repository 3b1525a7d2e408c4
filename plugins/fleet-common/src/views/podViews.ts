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
import { podRowSchema } from '../resources/pods';
import { severitySchema } from '../resources/severity';
import { createViewRef } from './ViewRef';
import { rowKey } from './rowKey';

/** Counts over the pods that match. @public */
export const podSummarySchema = z.object({
  errors: z.number().int(),
  warnings: z.number().int(),
  progress: z.number().int(),
});

/** All pods. @public */
export const podsView = createViewRef({
  id: 'pods.list',
  title: 'Pods',
  params: z.object({
    node: z.string().max(253).optional(),
    phase: z.string().max(64).optional(),
    /** A label selector as kubectl takes it. */
    selector: z.string().max(1024).optional(),
    /** Pods of one workload, by the kind and the name of its controller; a Deployment's pods count as its own. */
    workload: z
      .object({ kind: z.string().max(63), name: z.string().max(253) })
      .optional(),
  }),
  row: podRowSchema,
  summary: podSummarySchema,
  key: rowKey,
  sorts: ['name', 'status', 'restarts', 'age', 'cluster', 'namespace', 'node'],
});

/** Pods with a problem, worst first. @public */
export const podIssuesView = createViewRef({
  id: 'pods.issues',
  title: 'Pod issues',
  params: z.object({
    severities: z.array(severitySchema).default(['error', 'warning']),
  }),
  row: podRowSchema,
  summary: podSummarySchema,
  key: rowKey,
  sorts: ['severity', 'restarts', 'age', 'name', 'cluster', 'namespace'],
});
