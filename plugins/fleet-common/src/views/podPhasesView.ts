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

const count = z.number().int().optional();

/** Phases of pods, absent while pods were never read. @public */
export const podPhaseCountsSchema = z.object({
  pods: count,
  running: count,
  pending: count,
  failed: count,
  unknown: count,
  succeeded: count,
});

/** @public */
export type PodPhaseCounts = z.infer<typeof podPhaseCountsSchema>;

/**
 * Why pods neither run well nor have finished well, with how many there are of each.
 *
 * @remarks
 *
 * The words are those of `kubectl get pods`, but for pods that run without being ready (`NotReady`), that no node can take
 * (`Unschedulable`), and for init containers (`Init`, or the reason why they fail). What is rare is counted as `Other`.
 *
 * @public
 */
export const podReasonsSchema = z.record(z.string(), z.number().int());

/** How many pods of each cluster are in which phase, and why. Counts only pods that the viewer may read. @public */
export const podPhasesView = createViewRef({
  id: 'pods.phases',
  title: 'Pod phases',
  params: z.object({}),
  row: podPhaseCountsSchema.extend({
    cluster: z.string(),
    title: z.string(),
    reasons: podReasonsSchema,
  }),
  summary: podPhaseCountsSchema.extend({ reasons: podReasonsSchema }),
  key: row => row.cluster,
});
