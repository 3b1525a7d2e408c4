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

import type { DemoCluster } from '@quarterdeck/demo-fleet';

/** The systems that the table is run against. */
export const systemNames = [
  'quarterdeck',
  'informers',
  'restarted-informers',
] as const;

export type SystemName = (typeof systemNames)[number];

/** What the readers of a system were told of a pod. */
export interface ToldChange {
  readonly change: 'added' | 'changed' | 'removed';
  readonly uid: string;
  readonly name: string;
}

/** Where a cluster is to be found, whether or not it is there. */
export type ClusterAddress = Pick<
  DemoCluster,
  'name' | 'url' | 'ca' | 'tokens'
>;

/** Keeps clusters in view. */
export interface FaultSystem {
  /** Begins to watch the clusters; does not wait for them. */
  start(clusters: readonly ClusterAddress[]): Promise<void>;
  /** In what the system differs from what the API server holds, in the rows of some views only when they are named; undefined when it does not. */
  difference(
    cluster: DemoCluster,
    only?: readonly string[],
  ): Promise<string | undefined>;
  /** What was told of pods since the last call. */
  takeTold(): readonly ToldChange[];
  stop(): Promise<void>;
}
