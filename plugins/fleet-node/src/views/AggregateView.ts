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
  ClusterRow,
  ResourceRef,
  ResourceRow,
  ViewRef,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';
import { ComputedReads, ComputedRows } from './ComputedView';
import { AddToCounter, Counters } from './counters';
import { ViewVisibility } from './Visibility';

/**
 * What the rows of one resource add to the counters of an aggregate.
 *
 * @public
 */
export interface Contribution<
  TCounter extends string,
  TRow extends ResourceRow = any,
> {
  readonly resource: ResourceRef<TRow>;
  /** Pure: it is called again with the old row to take its amounts away. */
  readonly count: (row: TRow, add: AddToCounter<TCounter>) => void;
}

/**
 * The part of one cluster in an aggregate.
 *
 * @public
 */
export interface ClusterCounters<TCounter extends string> {
  readonly cluster: string;
  readonly counters: Counters<TCounter>;
  /** Whether all rows of a resource have been read from the cluster at least once. Where not, its counters say nothing. */
  readonly known: (resource: ResourceRef<any>) => boolean;
  /** The row of the cluster itself, where the viewer may read it. */
  readonly connection: ClusterRow | undefined;
}

/**
 * The part of one namespace in an aggregate.
 *
 * @public
 */
export interface NamespaceCounters<
  TCounter extends string,
  TReads extends ComputedReads = any,
> extends ClusterCounters<TCounter> {
  readonly namespace: string;
  /** The rows of the namespace, of the resources that the aggregate reads itself. */
  readonly rows: ComputedRows<TReads>;
}

/**
 * Figures that rows add to and take from as they change; a change costs the same however many rows there are.
 *
 * @public
 */
export interface AggregateView<
  TRow extends object = any,
  TSummary extends object = any,
  TParams extends z.ZodType = any,
  TCounter extends string = any,
  TReads extends ComputedReads = any,
> {
  readonly kind: 'aggregate';
  readonly ref: ViewRef<TRow, TSummary, TParams>;
  readonly visibility: ViewVisibility;
  readonly counters: readonly TCounter[];
  readonly contributions: readonly Contribution<TCounter>[];
  /** The row that shows one cluster; none when left out or undefined. */
  readonly row?: (
    part: ClusterCounters<TCounter>,
    params: z.output<TParams>,
  ) => TRow | undefined;
  /** Resources whose rows the row of a namespace looks at, by the name under which it gets them. Only for few rows a namespace. */
  readonly reads?: TReads;
  /** The row that shows one namespace, instead of one for the cluster; none when undefined. Made anew only when something in the namespace changed. */
  readonly namespaceRow?: (
    part: NamespaceCounters<TCounter, TReads>,
    params: z.output<TParams>,
  ) => TRow | undefined;
  /** Order of the rows of namespaces over all clusters. */
  readonly compare?: (a: TRow, b: TRow) => number;
  readonly summarise: (
    parts: readonly ClusterCounters<TCounter>[],
    params: z.output<TParams>,
    rows: readonly TRow[],
  ) => TSummary;
}

/**
 * Declares what rows of a resource contribute, with the types of the row.
 *
 * @public
 */
export function contribution<TRow extends ResourceRow, TCounter extends string>(
  resource: ResourceRef<TRow>,
  count: (row: TRow, add: AddToCounter<TCounter>) => void,
): Contribution<TCounter, TRow> {
  return { resource, count };
}

/**
 * Implements a view as an aggregate.
 *
 * @public
 */
export function aggregateView<
  TRow extends object,
  TSummary extends object,
  TParams extends z.ZodType,
  const TCounter extends string,
  TReads extends ComputedReads = {},
>(
  ref: ViewRef<TRow, TSummary, TParams>,
  options: Omit<
    AggregateView<TRow, TSummary, TParams, TCounter, TReads>,
    'kind' | 'ref'
  >,
): AggregateView<TRow, TSummary, TParams, TCounter, TReads> {
  return { kind: 'aggregate', ref, ...options };
}
