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
import { ViewVisibility } from './Visibility';

/** The resources that a computed view reads, by the name under which it gets their rows. @public */
export type ComputedReads = Readonly<Record<string, ResourceRef<any>>>;

/** The rows of one cluster that a computed view gets. @public */
export type ComputedRows<TReads extends ComputedReads> = {
  readonly [K in keyof TReads]: TReads[K] extends ResourceRef<infer TRow>
    ? readonly TRow[]
    : readonly ResourceRow[];
};

/**
 * A pure function of the rows of one cluster, for joins over few or slow rows: computed anew for a changed cluster, at most once a second.
 *
 * @public
 */
export interface ComputedView<
  TRow extends object = any,
  TSummary extends object = any,
  TParams extends z.ZodType = any,
  TReads extends ComputedReads = any,
  TTally = any,
> {
  readonly kind: 'computed';
  readonly ref: ViewRef<TRow, TSummary, TParams>;
  readonly visibility: ViewVisibility;
  readonly reads: TReads;
  /** Most rows of one cluster, over all that it reads, that it can bear. A cluster with more is left out and named in the coverage. */
  readonly maxRows: number;
  readonly compute: (
    rows: ComputedRows<TReads>,
    params: z.output<TParams>,
    cluster: string,
    now: number,
  ) => TRow[];
  /** What the rows of one cluster say to the summary beyond the rows of the view. */
  readonly tally?: (
    rows: ComputedRows<TReads>,
    params: z.output<TParams>,
    now: number,
  ) => TTally;
  /** Milliseconds after which a cluster is computed again although nothing changed, for what looks at `now` (epoch milliseconds). */
  readonly renewEvery?: number;
  /** Order of the rows over all clusters; that of the clusters' names when left out. */
  readonly compare?: (a: TRow, b: TRow) => number;
  readonly summarise: (
    rows: readonly TRow[],
    params: z.output<TParams>,
    tallies: readonly TTally[],
  ) => TSummary;
}

/**
 * Implements a view as a computation.
 *
 * @public
 */
export function computedView<
  TRow extends object,
  TSummary extends object,
  TParams extends z.ZodType,
  TReads extends ComputedReads,
  TTally = undefined,
>(
  ref: ViewRef<TRow, TSummary, TParams>,
  options: Omit<
    ComputedView<TRow, TSummary, TParams, TReads, TTally>,
    'kind' | 'ref'
  >,
): ComputedView<TRow, TSummary, TParams, TReads, TTally> {
  return { kind: 'computed', ref, ...options };
}
