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
import { statusFilterSchema } from './statusFilter';

/** Largest number of rows that one window may hold. @public */
export const MAX_WINDOW_ROWS = 500;

/**
 * Limits a view to some clusters and namespaces. Left out means all that the viewer may read.
 *
 * @public
 */
export const viewScopeSchema = z.object({
  clusters: z.array(z.string().max(253)).max(1000).optional(),
  namespaces: z.array(z.string().max(253)).max(1000).optional(),
});

/** @public */
export type ViewScope = z.infer<typeof viewScopeSchema>;

/**
 * Which part of a collection is wanted, in which order. Views of other kinds have no window: they answer with all their rows.
 *
 * @public
 */
export const viewWindowSchema = z.object({
  offset: z.number().int().min(0).max(10_000_000).default(0),
  limit: z.number().int().min(0).max(MAX_WINDOW_ROWS).default(50),
  sort: z.string().max(64).optional(),
  descending: z.boolean().default(false),
  /** Keeps rows whose texts (name, namespace, cluster, status) contain each of its words, in any case. */
  search: z.string().max(200).optional(),
  /** Keeps rows of these statuses, in views whose rows have a severity; other views leave it out of account. */
  statuses: z.array(statusFilterSchema).max(4).optional(),
});

/** @public */
export type ViewWindow = z.infer<typeof viewWindowSchema>;

/**
 * A question to one view.
 *
 * @public
 */
export const viewQuerySchema = z.object({
  view: z.string().max(128),
  params: z.record(z.string(), z.unknown()).default({}),
  scope: viewScopeSchema.default({}),
  window: viewWindowSchema.prefault({}),
});

/** @public */
export type ViewQuery = z.infer<typeof viewQuerySchema>;

/** What a caller writes for a {@link ViewQuery}; everything but the view has a default. @public */
export type ViewQueryInput = z.input<typeof viewQuerySchema>;
