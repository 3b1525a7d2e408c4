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
 * What pods ask for and what they use, in cores and bytes.
 *
 * @remarks
 *
 * Requests leave out pods that have ended. Use is that of pods by metrics.k8s.io, absent where it is not known: where the API is not there, or
 * while none of the pods has been measured. `pods` have not ended, `measured` of them are in the use.
 *
 * @public
 */
export const requestFiguresSchema = z.object({
  pods: z.number().int().optional(),
  measured: z.number().int().optional(),
  cpuRequested: amount,
  cpuUsed: amount,
  memoryRequested: amount,
  memoryUsed: amount,
});

/** @public */
export type RequestFigures = z.infer<typeof requestFiguresSchema>;

/** Requests and use of one cluster, or of one namespace in it. @public */
export const requestRowSchema = requestFiguresSchema.extend({
  cluster: z.string(),
  namespace: z.string().optional(),
});

/** @public */
export type RequestRow = z.infer<typeof requestRowSchema>;

/**
 * Over the clusters whose use is known alone, so that requests and use can be compared; how many of all that is.
 *
 * @public
 */
export const requestSummarySchema = requestFiguresSchema.extend({
  clusters: z.number().int(),
  usedClusters: z.number().int(),
});

/** What the pods of each cluster ask for and use. Whole clusters, for who may read the cluster. @public */
export const clusterRequestsView = createViewRef({
  id: 'requests.clusters',
  title: 'Requests against use by cluster',
  params: z.object({}),
  row: requestRowSchema,
  summary: requestSummarySchema,
  key: row => row.cluster,
});

/** What the pods of each namespace that the viewer may read ask for and use. Answers with every namespace in which pods are. @public */
export const namespaceRequestsView = createViewRef({
  id: 'requests.namespaces',
  title: 'Requests against use by namespace',
  params: z.object({}),
  row: requestRowSchema,
  summary: requestSummarySchema,
  key: row => `${row.cluster}/${row.namespace}`,
});
