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
import { Severity, severitySchema } from '../resources/severity';
import { ViewRef } from './ViewRef';

/**
 * What rows can be kept by: their severity, or `healthy` for those that have none.
 * @public
 */
export const statusFilterSchema = z.enum([
  ...severitySchema.options,
  'healthy',
]);

/** @public */
export type StatusFilter = z.infer<typeof statusFilterSchema>;

/** The status that a row is kept by. @public */
export function statusOfRow(row: {
  readonly severity?: unknown;
}): StatusFilter {
  return (row.severity as Severity | undefined) ?? 'healthy';
}

/**
 * Which filters a view obeys: collections are searched, and kept by status where their rows have a severity. Others show figures of everything in their
 * scope. Those about what happened look back as far as they are told.
 * @public
 */
export function filtersOfView(view: ViewRef<any, any, any>): {
  text: boolean;
  statuses: boolean;
  /** Its parameter `minutes` says how far back it looks. */
  time: boolean;
} {
  const collection = view.sorts.length > 0;
  return {
    text: collection,
    statuses:
      collection &&
      view.row instanceof z.ZodObject &&
      'severity' in view.row.shape,
    time: view.params instanceof z.ZodObject && 'minutes' in view.params.shape,
  };
}
