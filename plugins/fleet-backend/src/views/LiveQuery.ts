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

import { CoverageFailure } from '@quarterdeck/backstage-plugin-fleet-common';
import { ViewImplementation } from '@quarterdeck/backstage-plugin-fleet-node';
import { RowBatch } from '../inventory/Inventory';
import { QueryScope } from './QueryScope';

/** A part of the rows of a question, in one direction. */
export interface RowWindow {
  offset: number;
  limit: number;
  descending: boolean;
}

/**
 * One question to a view, kept up to date as rows change and shared by all who ask it and may see the same.
 */
export interface LiveQuery {
  readonly view: ViewImplementation;
  readonly scope: QueryScope;
  /** Ids of the resources that it reads. */
  readonly reads: readonly string[];
  /** Says that a window will be asked for. */
  prepare?(window: RowWindow): void;
  /** Whether the rows of a window can be told; before that, what it answers means nothing. */
  covers(window: RowWindow): boolean;
  /** Takes over changes; answers whether anything that it shows may have changed. */
  apply(batch: RowBatch): boolean;
  /** Begins anew from the inventory. */
  reset(): void;
  /** The window of a collection; all rows of other kinds. */
  rows(window: RowWindow): object[];
  total(): number;
  summary(): object;
  /** Clusters that are left out for a reason of the view's own. */
  failures(): CoverageFailure[];
  /** Epoch milliseconds since when at least its data is, where it does not rest on rows. */
  asOf?(): number | undefined;
  /** Milliseconds until the passing of time may change what is shown; undefined when it cannot. */
  dueIn?(): number | undefined;
  /** Takes the present time into account with the next answer. */
  invalidate?(): void;
  /** Ends what is under way. */
  stop?(): void;
}
