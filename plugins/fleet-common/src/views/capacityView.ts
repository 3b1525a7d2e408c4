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

const amount = z.number().optional();

/**
 * What nodes offer, what pods ask for, and what is used, in cores, bytes, devices and pods. Absent is unknown: `used` where metrics.k8s.io is not
 * installed, the others where their kind was never read. Requests leave out pods that have ended.
 *
 * @public
 */
export const capacityFiguresSchema = z.object({
  cpuAllocatable: amount,
  cpuRequested: amount,
  cpuUsed: amount,
  memoryAllocatable: amount,
  memoryRequested: amount,
  memoryUsed: amount,
  gpusAllocatable: amount,
  gpusRequested: amount,
  podCapacity: amount,
  pods: amount,
});

/** @public */
export type CapacityFigures = z.infer<typeof capacityFiguresSchema>;

/** The capacity of one cluster. @public */
export const capacityRowSchema = capacityFiguresSchema.extend({
  cluster: z.string(),
  title: z.string(),
});

/** @public */
export type CapacityRow = z.infer<typeof capacityRowSchema>;

/**
 * Capacity, requests and use of every cluster that the viewer may read; totals in the summary. `usedClusters` counts the clusters whose use is known: totals of
 * use are over those alone.
 *
 * @public
 */
export const capacityView = createViewRef({
  id: 'clusters.capacity',
  title: 'Resource capacity',
  params: z.object({}),
  row: capacityRowSchema,
  summary: capacityFiguresSchema.extend({
    clusters: z.number().int(),
    usedClusters: z.number().int(),
  }),
  key: row => row.cluster,
});
