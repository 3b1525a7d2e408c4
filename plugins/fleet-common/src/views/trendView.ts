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
import { sampleUnitSchema } from '../samples/sampleSettings';
import { createViewRef } from './ViewRef';

/** How far back a trend goes. @public */
export const trendRangeSchema = z.enum(['15m', '1h', '6h', '24h', '7d', '30d']);

/** @public */
export type TrendRange = z.infer<typeof trendRangeSchema>;

/** Whether a trend adds the clusters up or shows each. @public */
export const trendSplitSchema = z.enum(['fleet', 'cluster']);

/** @public */
export type TrendSplit = z.infer<typeof trendSplitSchema>;

const figures = z.array(z.number().nullable());

/**
 * One line of a trend: a series of one cluster, or of all of them where `cluster` is absent.
 *
 * @remarks
 *
 * `values` has one figure for each span of the summary: the mean of the samples in it, `null` where nothing was collected. Over several
 * clusters it is the sum, of ratios the mean.
 *
 * @public
 */
export const trendRowSchema = z.object({
  series: z.string(),
  title: z.string(),
  unit: sampleUnitSchema,
  cluster: z.string().optional(),
  /** What people call the cluster. */
  clusterTitle: z.string().optional(),
  values: figures,
  /** Lowest and highest sample of each span; of one cluster only. */
  low: figures.optional(),
  high: figures.optional(),
  /** How many clusters are missing from each figure over several clusters. Absent when none is missing anywhere. */
  missing: z.array(z.number().int()).optional(),
  /** How many clusters the line is made of. */
  clusters: z.number().int(),
});

/** @public */
export type TrendRow = z.infer<typeof trendRowSchema>;

/**
 * The spans of time of a trend and what is to be known about it.
 *
 * @remarks
 *
 * Span `i` begins at `start + i * step` (epoch milliseconds). All lines have `count` spans.
 *
 * @public
 */
export const trendSummarySchema = z.object({
  start: z.number(),
  step: z.number().int(),
  count: z.number().int(),
  /** Whether samples are taken at all, and every how many milliseconds. */
  sampling: z.boolean(),
  interval: z.number().int(),
  /** Lines that are not among the rows: only the largest are. */
  more: z.number().int(),
  /** Series that nobody declares. */
  unknown: z.array(z.string()),
  /** Series that are not sampled because the budget does not hold them. */
  leftOut: z.array(z.string()),
  /** Clusters of which a series is kept back from who may not read all of them. */
  withheld: z.number().int(),
});

/** @public */
export type TrendSummary = z.infer<typeof trendSummarySchema>;

/** Most series that one trend shows. @public */
export const MAX_TREND_SERIES = 8;

/**
 * Figures of the clusters over time, from the samples that the backend takes.
 *
 * @remarks
 *
 * Samples are of whole clusters: the clusters of the scope narrow them, its namespaces do not. A figure in which a cluster is missing that
 * was sampled before says so in `missing`; it is not the sum that it seems to be.
 *
 * @public
 */
export const trendView = createViewRef({
  id: 'samples.trend',
  title: 'Trend',
  params: z.object({
    series: z
      .array(z.string().max(128))
      .min(1)
      .max(MAX_TREND_SERIES)
      .default(['pods.running']),
    /** Only these, within the scope. */
    clusters: z.array(z.string().max(253)).max(1000).optional(),
    range: trendRangeSchema.default('6h'),
    split: trendSplitSchema.default('fleet'),
    /** Lines of each series where clusters are shown apart; those with the largest figures. */
    top: z.number().int().min(1).max(50).default(12),
  }),
  row: trendRowSchema,
  summary: trendSummarySchema,
  key: row => `${row.series}/${row.cluster ?? ''}`,
});
