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
import {
  ResourceRef,
  ResourceRow,
  ViewRef,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';
import { AddToCounter, Counters } from './counters';
import { ViewVisibility } from './Visibility';

/**
 * Rows of one resource, or of several with the same type of row, filtered, sorted and windowed by the server. A change costs a comparison and, where it moves a row, a search.
 *
 * @public
 */
export interface CollectionView<
  TRow extends ResourceRow = any,
  TSummary extends object = any,
  TParams extends z.ZodType = any,
  TCounter extends string = any,
> {
  readonly kind: 'collection';
  readonly ref: ViewRef<TRow, TSummary, TParams>;
  readonly resources: readonly ResourceRef<TRow>[];
  readonly visibility: ViewVisibility;
  /**
   * Which rows match; all when left out. Must depend on the row, the parameters and `now` (epoch milliseconds) alone; what looks at `now` must say
   * with `renewEvery` how often it is to be made anew.
   *
   * @throws InputError for parameters that their schema cannot check.
   */
  readonly filter?: (
    params: z.output<TParams>,
    now: number,
  ) => (row: TRow) => boolean;
  /** Milliseconds after which the filter is made anew and all rows are read again; never when left out or, for these parameters, undefined. */
  readonly renewEvery?:
    number | ((params: z.output<TParams>) => number | undefined);
  /** One comparison for each order that the reference names. Rows that compare equal are ordered by cluster and uid. */
  readonly sorts: Readonly<Record<string, (a: TRow, b: TRow) => number>>;
  readonly counters: readonly TCounter[];
  /** What a matching row adds to the counters. */
  readonly count?: (
    row: TRow,
    add: AddToCounter<TCounter>,
    params: z.output<TParams>,
  ) => void;
  readonly summarise: (counters: Counters<TCounter>) => TSummary;
}

/**
 * Options of {@link collectionView}: one resource, or several.
 *
 * @public
 */
export type CollectionViewOptions<
  TRow extends ResourceRow,
  TSummary extends object,
  TParams extends z.ZodType,
  TCounter extends string,
> = Omit<
  CollectionView<TRow, TSummary, TParams, TCounter>,
  'kind' | 'ref' | 'resources'
> &
  (
    | { readonly resource: ResourceRef<TRow> }
    | { readonly resources: readonly ResourceRef<TRow>[] }
  );

/**
 * Implements a view as a collection.
 *
 * @throws TypeError when an order that the reference names is missing.
 *
 * @public
 */
export function collectionView<
  TRow extends ResourceRow,
  TSummary extends object,
  TParams extends z.ZodType,
  const TCounter extends string,
>(
  ref: ViewRef<TRow, TSummary, TParams>,
  options: CollectionViewOptions<TRow, TSummary, TParams, TCounter>,
): CollectionView<TRow, TSummary, TParams, TCounter> {
  for (const sort of ref.sorts) {
    if (!options.sorts[sort]) {
      throw new TypeError(
        `View '${ref.id}' does not implement order '${sort}'`,
      );
    }
  }
  if (ref.sorts.length === 0) {
    throw new TypeError(`Collection '${ref.id}' must name at least one order`);
  }
  const resources =
    'resources' in options ? options.resources : [options.resource];
  return { ...options, kind: 'collection', ref, resources };
}
