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
  FailureReason,
  ResourceRow,
} from '@quarterdeck/backstage-plugin-fleet-common';

/**
 * How one row changed: without `previous` it is new, without `row` it is gone. Rows are immutable, so both can be kept.
 */
export interface RowChange<TRow extends ResourceRow = ResourceRow> {
  readonly previous?: TRow;
  readonly row?: TRow;
}

/** Changes that happened together in one resource of one cluster. */
export interface RowBatch {
  readonly cluster: string;
  readonly resource: string;
  readonly changes: readonly RowChange[];
}

/**
 * Where the rows of one resource of one cluster stand.
 *
 * @remarks
 *
 * `idle`: nobody looks, nothing is watched. `syncing`: the first list is under way; rows may be incomplete. `live`: complete and watched (or polled in time).
 * `failed`: not kept up at present, for `reason`; rows, if `known`, are the last ones. `known` says whether a complete list was ever held.
 * `lastContact` is the backend's time of the last byte, in epoch milliseconds.
 */
export interface ResourceState {
  readonly phase: 'idle' | 'syncing' | 'live' | 'failed';
  readonly known: boolean;
  readonly since: number;
  readonly lastContact?: number;
  readonly reason?: FailureReason;
  readonly message?: string;
}

/** What the view engine sees of the fleet. */
export interface Inventory {
  /** Names of all connected clusters, in order. */
  clusters(): readonly string[];
  /** The rows of a resource of a cluster by uid; empty when nothing is known. Live: do not keep it over an await. */
  rows<TRow extends ResourceRow = ResourceRow>(
    resource: string,
    cluster: string,
  ): ReadonlyMap<string, TRow>;
  state(resource: string, cluster: string): ResourceState;
  /** Keeps resources that are kept while viewed; answers with the release. */
  retain(resources: readonly string[]): () => void;
  /** Called after the store has changed, synchronously. Answers with the unsubscribe. */
  onRows(listener: (batch: RowBatch) => void): () => void;
  /** Called when the state of a resource of a cluster changed its phase, reason or `known`; not for every contact. */
  onState(listener: (cluster: string, resource: string) => void): () => void;
  /** Called when a cluster was added or removed (its rows are reported as gone first). */
  onClusters(listener: () => void): () => void;
}
