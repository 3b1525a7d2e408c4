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
import { failureReasonSchema } from '../clusters/clusterHealth';

/**
 * A cluster whose data is missing from an answer, or older than it should be.
 *
 * @public
 */
export const coverageFailureSchema = z.object({
  cluster: z.string(),
  resource: z.string().optional(),
  reason: failureReasonSchema,
  message: z.string(),
  /** Epoch milliseconds of the last good contact; absent when there never was one, and then no data of the cluster is in the answer. */
  lastContact: z.number().optional(),
});

/** @public */
export type CoverageFailure = z.infer<typeof coverageFailureSchema>;

/**
 * What an answer rests on: which clusters were asked, which answered, which did not and why, how old the data is, and whether
 * the viewer sees all of it.
 *
 * @public
 */
export const coverageSchema = z.object({
  asked: z.number().int(),
  /** Clusters without a failure, or that said only that they do not have the kind. */
  answered: z.number().int(),
  failed: z.array(coverageFailureSchema),
  /** Present when a figure leaves out what the viewer may not read. Counts of namespaces over the clusters that the viewer may read. */
  limited: z
    .object({
      visibleNamespaces: z.number().int(),
      namespaces: z.number().int(),
    })
    .optional(),
  /** Epoch milliseconds by the backend's clock: the data is at least as new as this in every cluster that answered. Absent when none did. */
  asOf: z.number().optional(),
  /** Some of the connections are marked as a demo by the operator. */
  demo: z.boolean(),
});

/** @public */
export type Coverage = z.infer<typeof coverageSchema>;
