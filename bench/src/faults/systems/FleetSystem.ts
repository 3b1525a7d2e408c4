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
  NamespaceOverviewRow,
  namespacesView,
  PodRow,
  podsView,
  ViewAnswer,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { DemoCluster } from '@quarterdeck/demo-fleet';
import type { SystemProcess } from '../../processes/SystemProcess';
import { asSent, compareRows, SentRow } from '../oracle/compareRows';
import { comparedViews } from '../oracle/comparedViews';
import { expectedRows, watchedKinds } from '../oracle/expectedRows';
import type { ClusterAddress, FaultSystem, ToldChange } from './FaultSystem';
import { toldOf } from './toldOf';
import type { FleetInventory } from './fleetParts';
import type { FleetServer } from './FleetServer';
import { FleetTab, FleetTabOptions, WatchedView } from './FleetTab';

const MOST_ROWS = '500';
const READ_TIMEOUT = 30_000;

export interface FleetSystemOptions {
  /** Starts the backend for the clusters. */
  readonly startServer: (
    clusters: readonly ClusterAddress[],
  ) => Promise<FleetServer>;
}

/** The fleet plugin with one browser tab that looks at all that is compared. */
export class FleetSystem implements FaultSystem {
  readonly #options: FleetSystemOptions;
  readonly #watched = new Map<string, WatchedView>();
  readonly #told: ToldChange[] = [];
  #server: FleetServer | undefined;
  #tab: FleetTab | undefined;
  #clusters: readonly ClusterAddress[] = [];

  constructor(options: FleetSystemOptions) {
    this.#options = options;
  }

  async start(clusters: readonly ClusterAddress[]): Promise<void> {
    this.#clusters = clusters;
    this.#server = await this.#options.startServer(clusters);
    this.#tab = new FleetTab({ url: () => this.url });
    for (const { view } of comparedViews) {
      this.#watched.set(view.id, this.#tab.watch(view));
    }
    let before: readonly PodRow[] = [];
    this.shown(podsView.id).onState(({ rows }) => {
      this.#told.push(...toldOf(before, rows as PodRow[]));
      before = rows as PodRow[];
    });
  }

  /** The API of its backend. */
  get url(): string {
    return this.#server!.url;
  }

  /** Only where the parts were put together by the suite. */
  get inventory(): FleetInventory {
    return this.#server!.inventory!;
  }

  /** Streams that the backend holds open; only where its parts were put together by the suite. */
  get streams(): number {
    return this.#server!.streams!();
  }

  /** Only where the backend is a process of its own. */
  get process(): SystemProcess {
    return this.#server!.process!;
  }

  /** Another tab; close it with the world. */
  openTab(options: Omit<FleetTabOptions, 'url'> = {}): FleetTab {
    return new FleetTab({ url: () => this.url, ...options });
  }

  /** Ends the backend, a process of its own by SIGKILL, and answers with how to start another in its place. */
  async goDown(): Promise<() => Promise<void>> {
    await this.#server!.stop();
    return async () => {
      this.#server = await this.#options.startServer(this.#clusters);
    };
  }

  /** What the tab shows of a view now. */
  shown(view: string): WatchedView {
    return this.#watched.get(view)!;
  }

  async read<T = ViewAnswer<any, any>>(
    path: string,
    query: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    const url = `${this.url}/v1/${path}?${new URLSearchParams(query)}`;
    const response = await fetch(url, {
      headers: { authorization: mockCredentials.user.header() },
      signal: AbortSignal.timeout(READ_TIMEOUT),
    });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return response.json() as Promise<T>;
  }

  /** A view by REST, as many of its rows as one window holds. */
  readView(
    view: string,
    query: Readonly<Record<string, string>> = {},
  ): Promise<ViewAnswer<any, any>> {
    return this.read(`views/${view}`, { limit: MOST_ROWS, ...query });
  }

  async cluster(name: string): Promise<ClusterRow> {
    const { items } = await this.read<{ items: ClusterRow[] }>('clusters');
    const row = items.find(each => each.name === name);
    if (!row) throw new Error(`There is no cluster ${name}`);
    return row;
  }

  async difference(
    cluster: DemoCluster,
    only?: readonly string[],
  ): Promise<string | undefined> {
    const { name } = cluster;
    const compared = comparedViews.filter(
      ({ view }) => !only || only.includes(view.id),
    );
    for (const { view, kinds } of compared) {
      const { rows, coverage } = await this.readView(view.id, {
        clusters: name,
      });
      const [failure] = coverage.failed;
      if (failure) return `${view.id} of ${name}: ${failure.message}`;
      // Made after the answer came: what changes meanwhile is told by the next look.
      const expected = kinds.flatMap(kind => expectedRows(cluster, kind));
      const shown = this.shown(view.id).state();
      const different =
        compareRows(`${view.id} of ${name} by REST`, expected, rows) ??
        compareRows(
          `${view.id} of ${name} in the tab`,
          expected,
          (shown.rows as SentRow[]).filter(row => row.cluster === name),
        );
      if (different) return different;
    }
    return (
      (only ? undefined : await this.#namespaceDifference(cluster)) ??
      this.#inventoryDifference(
        cluster,
        only && compared.flatMap(({ kinds }) => kinds),
      )
    );
  }

  /** In what the tab's figures differ from those by REST and from the rows; undefined when they do not. */
  async drift(): Promise<string | undefined> {
    for (const { view } of comparedViews) {
      const { summary, total, rows } = await this.readView(view.id);
      const shown = this.shown(view.id).state();
      const [told, read] = [
        { summary: shown.summary, total: shown.total },
        { summary, total },
      ].map(figures => JSON.stringify(figures));
      if (told !== read) return `${view.id}: the tab has ${told}, not ${read}`;
      if (view.id === 'pods.list' && total === rows.length) {
        const counted = countPods(rows as SentRow[]);
        const figures = JSON.stringify(summary);
        if (figures !== counted) {
          return `${view.id}: counts ${figures}, its rows give ${counted}`;
        }
      }
    }
    return undefined;
  }

  takeTold(): readonly ToldChange[] {
    return this.#told.splice(0);
  }

  async stop(): Promise<void> {
    this.#tab?.close();
    await this.#server?.stop();
  }

  async #namespaceDifference(
    cluster: DemoCluster,
  ): Promise<string | undefined> {
    const answer = await this.readView(namespacesView.id, {
      clusters: cluster.name,
    });
    const figures = (answer.rows as NamespaceOverviewRow[])
      .map(({ namespace, pods }) => `${namespace}: ${pods ?? 0}`)
      .sort();
    const pods = expectedRows(cluster, 'pods');
    const expected = expectedRows(cluster, 'namespaces')
      .map(({ name }) => {
        const held = pods.filter(({ namespace }) => namespace === name);
        return `${name}: ${held.length}`;
      })
      .sort();
    return `${figures}` === `${expected}`
      ? undefined
      : `pods by namespace of ${cluster.name} are ${figures}, not ${expected}`;
  }

  #inventoryDifference(
    cluster: DemoCluster,
    only?: readonly string[],
  ): string | undefined {
    const { name } = cluster;
    const { inventory } = this.#server!;
    if (!inventory) return undefined;
    for (const { ref, keep } of watchedKinds) {
      if (only && !only.includes(ref.id)) continue;
      const { phase } = inventory.state(ref.id, name);
      if (keep === 'always' && phase !== 'live') {
        return `${ref.id} of ${name} are ${phase}`;
      }
      if (phase === 'live') {
        const different = compareRows(
          `${ref.id} of ${name} in the inventory`,
          expectedRows(cluster, ref.id),
          asSent([...inventory.rows(ref.id, name).values()]) as never,
        );
        if (different) return different;
      }
    }
    return undefined;
  }
}

function countPods(rows: readonly SentRow[]): string {
  const of = (severity: string) =>
    rows.filter(row => row.severity === severity).length;
  return JSON.stringify({
    errors: of('error'),
    warnings: of('warning'),
    progress: of('progress'),
  });
}
