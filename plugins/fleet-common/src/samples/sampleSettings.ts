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

/**
 * What the figures of a series count: things, CPU cores, bytes, or parts of a whole (1 is all of it).
 *
 * @public
 */
export const sampleUnitSchema = z.enum(['count', 'cores', 'bytes', 'ratio']);

/** @public */
export type SampleUnit = z.infer<typeof sampleUnitSchema>;

/**
 * Why a series is not sampled: it is one more than a cluster may have, or a day of it would not fit into the bytes that a day may have.
 *
 * @public
 */
export const sampleRefusalSchema = z.enum(['series', 'bytes']);

/** @public */
export type SampleRefusal = z.infer<typeof sampleRefusalSchema>;

/**
 * How figures are sampled for trends, within which budget, and what they take.
 *
 * @remarks
 *
 * Times are milliseconds. Series stand in the order in which they were declared: the last ones are left out when the budget does not hold all.
 *
 * @public
 */
export const sampleSettingsSchema = z.object({
  enabled: z.boolean(),
  interval: z.number().int(),
  /** How long every sample is kept. */
  rawRetention: z.number().int(),
  /** How long lowest, mean and highest of each `downsampledStep` are kept. */
  downsampledRetention: z.number().int(),
  downsampledStep: z.number().int(),
  series: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      unit: sampleUnitSchema,
      /** Present when it is not sampled. */
      leftOut: sampleRefusalSchema.optional(),
    }),
  ),
  budget: z.object({
    maxSeriesPerCluster: z.number().int(),
    maxBytesPerDay: z.number().int(),
  }),
  use: z.object({
    clusters: z.number().int(),
    seriesPerCluster: z.number().int(),
    /** The most that a day of samples can take, without what the database adds for itself. The budget is held against this. */
    plannedBytesPerDay: z.number().int(),
    /** What was kept of the last day, as it is packed. */
    measuredBytesPerDay: z.number().int(),
    /** All that is kept, as it is packed. */
    storedBytes: z.number().int(),
  }),
  /** Absent while no process samples. */
  sampler: z
    .object({
      /** Whether it is the process that answered. */
      here: z.boolean(),
      instance: z.string(),
    })
    .optional(),
  /** Epoch milliseconds of the newest sample; absent when there is none. */
  lastSample: z.number().optional(),
});

/** @public */
export type SampleSettings = z.infer<typeof sampleSettingsSchema>;
