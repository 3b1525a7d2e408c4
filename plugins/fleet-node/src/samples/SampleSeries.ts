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
  SampleUnit,
  ViewRef,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ViewVisibility } from '../views/Visibility';

/**
 * A figure of every cluster that is sampled at equal intervals, so that trends can show it.
 *
 * @remarks
 *
 * It is taken from the rows of a view, so that it agrees with the cards that show the view. A sample is stored only while every resource in
 * `needs` is read from the cluster without trouble; else there is a gap.
 *
 * @public
 */
export interface SampleSeries<TRow extends { cluster: string } = any> {
  /** Lower case words joined by dots, unique over the portal: `pods.running`. Samples are kept under it. */
  readonly id: string;
  readonly title: string;
  readonly unit: SampleUnit;
  /**
   * Who sees it: `cluster`, who may read the cluster; `withheld`, who may read all of its namespaces too. At least as strict as its view: a
   * view of `rows` asks for `withheld`, unless the figure rests on cluster-scoped rows alone.
   */
  readonly visibility: Exclude<ViewVisibility, 'rows'>;
  readonly view: ViewRef<TRow, any, any>;
  /** Parameters of the view; its defaults when left out. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** Without these the figure says nothing. */
  readonly needs: readonly ResourceRef<any>[];
  /**
   * The figure of one cluster, from its rows in the view; undefined when it is not known. Pure.
   *
   * @param now - epoch milliseconds.
   */
  readonly value: (rows: readonly TRow[], now: number) => number | undefined;
}

const idPattern = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/;
const MAX_ID_LENGTH = 128;

/**
 * Declares a series, with the types of the rows of the view that it is taken from.
 *
 * @throws TypeError when the id is not words joined by dots.
 *
 * @example
 * ```ts
 * fleet.addSeries(
 *   sampleSeries(gpuNodesView, {
 *     id: 'gpu.allocated',
 *     title: 'GPUs allocated',
 *     unit: 'count',
 *     visibility: 'cluster',
 *     needs: [nodesResource, podsResource],
 *     value: rows => rows.reduce((sum, node) => sum + node.allocated, 0),
 *   }),
 * );
 * ```
 *
 * @public
 */
export function sampleSeries<TRow extends { cluster: string }>(
  view: ViewRef<TRow, any, any>,
  options: Omit<SampleSeries<TRow>, 'view'>,
): SampleSeries<TRow> {
  if (!idPattern.test(options.id) || options.id.length > MAX_ID_LENGTH) {
    throw new TypeError(
      `Series id '${options.id}' must be two or more words joined by dots`,
    );
  }
  return { view, ...options };
}
