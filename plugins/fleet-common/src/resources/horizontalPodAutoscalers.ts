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

/** Where a HorizontalPodAutoscaler stands. @public */
export const autoscalerStatusSchema = z.enum([
  /** Its target cannot be scaled: AbleToScale is False. */
  'Cannot scale',
  /** What it scales by cannot be read: ScalingActive is False. */
  'No metrics',
  /** It would have more replicas than its maximum, or has as many. */
  'At maximum',
  'Scaling',
  'In range',
  /** Its target is scaled to zero by hand, which turns it off. */
  'Disabled',
  /** The controller has not looked at it yet. */
  'Unknown',
]);

/** @public */
export type AutoscalerStatus = z.infer<typeof autoscalerStatusSchema>;

/**
 * One HorizontalPodAutoscaler.
 *
 * @remarks
 *
 * `desired` is absent while it could not be computed. `message` is the reason of the condition behind the status with its words. `metrics` are in the words of
 * kubectl (`85%`, `150m`); `current` is absent where it is not known. Times are epoch milliseconds by the cluster's clock.
 *
 * @public
 */
export const horizontalPodAutoscalerRowSchema = z.object({
  ...resourceRowShape,
  status: autoscalerStatusSchema,
  severity: severitySchema.optional(),
  /** Of the condition behind the status: `FailedGetResourceMetric`, `TooManyReplicas`. */
  reason: z.string().optional(),
  message: z.string().optional(),
  targetKind: z.string(),
  targetName: z.string(),
  min: z.number().int(),
  max: z.number().int(),
  current: z.number().int().optional(),
  desired: z.number().int().optional(),
  metrics: z.array(
    z.object({
      name: z.string(),
      current: z.string().optional(),
      target: z.string(),
    }),
  ),
  lastScale: z.number().optional(),
  created: z.number(),
});

/** @public */
export type HorizontalPodAutoscalerRow = z.infer<
  typeof horizontalPodAutoscalerRowSchema
>;

/** HorizontalPodAutoscalers of every namespace. @public */
export const horizontalPodAutoscalersResource = createResourceRef({
  id: 'horizontalpodautoscalers',
  title: 'HorizontalPodAutoscalers',
  scope: 'namespace',
  row: horizontalPodAutoscalerRowSchema,
});
