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
 * Names a typed dataset derived from rows: all that is ever shown.
 *
 * @remarks
 *
 * The same reference is used by the backend to implement the view, by cards to show it and by the REST API to describe it.
 *
 * @public
 */
export interface ViewRef<
  TRow extends object = object,
  TSummary extends object = object,
  TParams extends z.ZodType = z.ZodType,
> {
  readonly $type: '@quarterdeck/ViewRef';
  /** Lower case words joined by dots, unique over the portal, first the plugin's or pack's word: `pods.issues`. */
  readonly id: string;
  readonly title: string;
  /** Parameters beside the scope; must accept an empty object. */
  readonly params: TParams;
  readonly row: z.ZodType<TRow>;
  readonly summary: z.ZodType<TSummary>;
  /** Unique over all clusters: what a delta names when a row changes or goes. */
  readonly key: (row: TRow) => string;
  /** Names of the orders that a collection offers; the first is the default. */
  readonly sorts: readonly string[];
}

/** Input parameters of a view. @public */
export type ViewParams<TView> =
  TView extends ViewRef<any, any, infer TParams> ? z.input<TParams> : never;

/** Row type of a view. @public */
export type ViewRow<TView> =
  TView extends ViewRef<infer TRow, any, any> ? TRow : never;

/** Summary type of a view. @public */
export type ViewSummary<TView> =
  TView extends ViewRef<any, infer TSummary, any> ? TSummary : never;

/**
 * Options of {@link createViewRef}.
 *
 * @public
 */
export interface CreateViewRefOptions<
  TRow extends object,
  TSummary extends object,
  TParams extends z.ZodType,
> {
  id: string;
  title: string;
  params: TParams;
  row: z.ZodType<TRow>;
  summary: z.ZodType<TSummary>;
  key: (row: TRow) => string;
  sorts?: readonly string[];
}

const viewIdPattern = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/;

/**
 * Declares a view.
 *
 * @throws TypeError when the id is not words joined by dots, or when the parameters do not accept an empty object.
 *
 * @example
 * ```ts
 * export const expiringCertificatesView = createViewRef({
 *   id: 'certificates.expiring',
 *   title: 'Expiring certificates',
 *   params: z.object({ withinDays: z.number().int().positive().default(30) }),
 *   row: certificateRowSchema,
 *   summary: z.object({ expired: z.number().int() }),
 *   key: row => row.uid,
 *   sorts: ['expiry', 'name'],
 * });
 * ```
 *
 * @public
 */
export function createViewRef<
  TRow extends object,
  TSummary extends object,
  TParams extends z.ZodType,
>(
  options: CreateViewRefOptions<TRow, TSummary, TParams>,
): ViewRef<TRow, TSummary, TParams> {
  if (!viewIdPattern.test(options.id)) {
    throw new TypeError(
      `View id '${options.id}' must be two or more words joined by dots`,
    );
  }
  if (!options.params.safeParse({}).success) {
    throw new TypeError(
      `Parameters of view '${options.id}' must have defaults for everything`,
    );
  }
  return { $type: '@quarterdeck/ViewRef', sorts: [], ...options };
}
