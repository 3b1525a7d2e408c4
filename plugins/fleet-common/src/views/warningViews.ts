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
import { minutesBackSchema } from './lookBack';
import { createViewRef } from './ViewRef';

const figures = {
  /** Events, as Kubernetes keeps them. */
  events: z.number().int(),
  /** How often they happened: an event that repeats is kept once, with a count. */
  occurrences: z.number().int(),
  /** Epoch milliseconds by the clusters' clocks. */
  first: z.number(),
  last: z.number(),
} as const;

const clusterFigures = z.object({ cluster: z.string(), ...figures });

/** The part of one cluster in a group of warnings. @public */
export type WarningCluster = z.infer<typeof clusterFigures>;

/** Warnings with the same reason. @public */
export const warningReasonSchema = z.object({
  reason: z.string(),
  ...figures,
  /** Kinds of object that they are about, in the order of the alphabet. */
  objectKinds: z.array(z.string()),
  /** What the newest of them says. */
  message: z.string(),
  /** Most events first. */
  clusters: z.array(clusterFigures),
});

/** @public */
export type WarningReason = z.infer<typeof warningReasonSchema>;

const minutes = minutesBackSchema.default(60);

/**
 * Warnings of the last minutes by reason, the most frequent first. Kubernetes forgets events after an hour by default, so a longer time shows
 * what is still there.
 *
 * @public
 */
export const warningReasonsView = createViewRef({
  id: 'events.warnings',
  title: 'Warnings by reason',
  params: z.object({ minutes }),
  row: warningReasonSchema,
  summary: z.object({
    events: z.number().int(),
    occurrences: z.number().int(),
  }),
  key: row => row.reason,
});

/** Of how many different warnings of one cluster it is looked whether other clusters have them. @public */
export const MOST_WARNINGS_COMPARED = 200;

/** The same warning in several clusters. @public */
export const sharedWarningSchema = z.object({
  reason: z.string(),
  objectKind: z.string(),
  /** What they say, with `*` for what differs from one event to the next: numbers, hashes, the ends of pods' names. */
  message: z.string(),
  ...figures,
  /** First seen first. */
  clusters: z.array(clusterFigures),
});

/** @public */
export type SharedWarning = z.infer<typeof sharedWarningSchema>;

/**
 * Warnings of the last minutes that several clusters report: the same reason, about the same kind of object, with the same words. Those
 * of the most clusters come first. Only the {@link MOST_WARNINGS_COMPARED} most frequent of each cluster are compared.
 *
 * @public
 */
export const sharedWarningsView = createViewRef({
  id: 'events.shared',
  title: 'Shared warnings',
  params: z.object({
    minutes,
    /** In at least so many clusters. */
    atLeast: z.number().int().min(2).max(100).default(2),
  }),
  row: sharedWarningSchema,
  summary: z.object({
    /** Clusters that report one of them. */
    clusters: z.number().int(),
  }),
  key: row => `${row.reason}\n${row.objectKind}\n${row.message}`,
});
