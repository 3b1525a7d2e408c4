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
 * What a computed view shows beside rows of the inventory, such as what is in the database.
 *
 * @public
 */
export interface ComputedSource<TParams extends z.ZodType = any> {
  /** Has what is asked for fetched, if it is not at hand. */
  readonly prepare: (params: z.output<TParams>) => void;
  /** Whether it is at hand, or known to be out of reach: the view is not computed before. `onChange` tells when that changes. */
  readonly isReady: (params: z.output<TParams>) => boolean;
  /** Epoch milliseconds since when at least its data is; undefined while nothing is known. */
  readonly asOf: () => number | undefined;
  /** Called when everything is to be computed anew. Answers with the unsubscribe. */
  readonly onChange: (listener: () => void) => () => void;
}

/**
 * One cluster, as a computed view sees it for one viewer.
 *
 * @public
 */
export interface ComputedPart {
  readonly cluster: string;
  /** Whether the viewer may read all of the cluster. */
  readonly seesAll: () => boolean;
}

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
    /** Whether all rows of a resource have been read from the cluster at least once. Where not, having none says nothing. */
    known: (resource: ResourceRef<any>) => boolean,
  ) => TRow[];
  /**
   * Makes the rows of all clusters into those of the view, where a row is about several clusters. Called with what `compute` made of each; it must not
   * change those. Called again whenever one cluster was computed, so it must be cheap.
   */
  readonly combine?: (
    rows: readonly TRow[],
    params: z.output<TParams>,
    /** What `tally` said of each cluster. */
    tallies: readonly TTally[],
  ) => TRow[];
  /** What the rows of one cluster say to the summary beyond the rows of the view. */
  readonly tally?: (
    rows: ComputedRows<TReads>,
    params: z.output<TParams>,
    now: number,
    part: ComputedPart,
  ) => TTally;
  /** What it shows beside rows, if it does. */
  readonly source?: ComputedSource<TParams>;
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
