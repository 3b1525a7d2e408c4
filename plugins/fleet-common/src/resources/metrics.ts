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

const usageShape = {
  /** Cores used, averaged over `window`. */
  cpu: z.number(),
  /** Bytes of the working set. */
  memory: z.number(),
  /** Epoch milliseconds by the cluster's clock: the end of the window. */
  measured: z.number(),
  /** Milliseconds that were averaged over. */
  window: z.number(),
} as const;

/** What a pod uses, by metrics.k8s.io: the sum of its containers. @public */
export const podMetricsRowSchema = z.object({
  ...resourceRowShape,
  ...usageShape,
});

/** @public */
export type PodMetricsRow = z.infer<typeof podMetricsRowSchema>;

/** Use of pods, polled from metrics.k8s.io. @public */
export const podMetricsResource = createResourceRef({
  id: 'metrics.pods',
  title: 'Use of pods',
  scope: 'namespace',
  row: podMetricsRowSchema,
});

/** What a node uses, by metrics.k8s.io. @public */
export const nodeMetricsRowSchema = z.object({
  ...resourceRowShape,
  ...usageShape,
});

/** @public */
export type NodeMetricsRow = z.infer<typeof nodeMetricsRowSchema>;

/** Use of nodes, polled from metrics.k8s.io. @public */
export const nodeMetricsResource = createResourceRef({
  id: 'metrics.nodes',
  title: 'Use of nodes',
  scope: 'cluster',
  row: nodeMetricsRowSchema,
});
