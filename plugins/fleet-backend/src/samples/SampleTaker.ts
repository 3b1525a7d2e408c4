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
  clustersResource,
  viewQuerySchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { SampleSeries } from '@quarterdeck/backstage-plugin-fleet-node';
import stringify from 'safe-stable-stringify';
import { Inventory } from '../inventory/Inventory';
import { wholeFleetViewer } from '../permissions/wholeFleetViewer';
import { OpenQuery, ViewEngine } from '../views/ViewEngine';

/** Whose rows may be believed to be those of now. */
const ANSWERING = new Set(['healthy', 'degraded']);

/** The figures of one cluster at one time, by the ids of their series. */
export interface ClusterFigures {
  readonly cluster: string;
  /** The uid of kube-system; empty where it is not known. */
  readonly incarnation: string;
  readonly figures: Readonly<Record<string, number>>;
}

/** The connection of a cluster as the inventory knows it. */
export function connectionOf(
  inventory: Inventory,
  cluster: string,
): ClusterRow | undefined {
  return inventory
    .rows<ClusterRow>(clustersResource.id, cluster)
    .values()
    .next().value;
}

/** Reads the figures of series from their views, which it keeps open meanwhile so that what they need is read from the clusters. */
export class SampleTaker {
  readonly #engine: ViewEngine;
  readonly #inventory: Inventory;
  readonly #open = new Map<string, OpenQuery>();

  constructor(options: { engine: ViewEngine; inventory: Inventory }) {
    this.#engine = options.engine;
    this.#inventory = options.inventory;
  }

  /** Has what the series are taken from read from the clusters. */
  open(series: readonly SampleSeries[]): void {
    series.forEach(each => this.#questionOpen(each));
  }

  /** The figures that are known now. A cluster of which nothing is known is left out. */
  take(series: readonly SampleSeries[], now: number): ClusterFigures[] {
    const rowsOf = new Map<string, ReadonlyMap<string, object[]>>();
    for (const each of series) {
      const question = questionOf(each);
      if (!rowsOf.has(question)) rowsOf.set(question, this.#rows(each));
    }
    return this.#inventory.clusters().flatMap(cluster => {
      const connection = connectionOf(this.#inventory, cluster);
      if (!connection || !ANSWERING.has(connection.state)) return [];
      const figures: Record<string, number> = {};
      for (const each of series) {
        if (!this.#isFresh(each, cluster)) continue;
        const rows = rowsOf.get(questionOf(each))!.get(cluster) ?? [];
        const value = each.value(rows as { cluster: string }[], now);
        if (value !== undefined && Number.isFinite(value)) {
          figures[each.id] = value;
        }
      }
      return Object.keys(figures).length > 0
        ? [{ cluster, incarnation: connection.incarnation ?? '', figures }]
        : [];
    });
  }

  /** Lets go of the views. */
  stop(): void {
    this.#open.forEach(open => open.release());
    this.#open.clear();
  }

  #isFresh({ needs }: SampleSeries, cluster: string): boolean {
    return needs.every(
      ({ id }) => this.#inventory.state(id, cluster).phase === 'live',
    );
  }

  #questionOpen(series: SampleSeries): OpenQuery {
    const question = questionOf(series);
    let open = this.#open.get(question);
    if (!open) {
      open = this.#engine.open(
        viewQuerySchema.parse({
          view: series.view.id,
          params: series.params ?? {},
        }),
        wholeFleetViewer,
      );
      this.#open.set(question, open);
    }
    return open;
  }

  #rows(series: SampleSeries): ReadonlyMap<string, object[]> {
    const open = this.#questionOpen(series);
    const byCluster = new Map<string, object[]>();
    if (!open.isReady()) return byCluster;
    for (const row of this.#engine.answer(open).rows as { cluster: string }[]) {
      const rows = byCluster.get(row.cluster) ?? [];
      rows.push(row);
      byCluster.set(row.cluster, rows);
    }
    return byCluster;
  }
}

function questionOf({ view, params }: SampleSeries): string {
  return stringify([view.id, params ?? {}]);
}
