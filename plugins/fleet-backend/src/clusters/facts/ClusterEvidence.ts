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

import { NodeRow } from '@quarterdeck/backstage-plugin-fleet-common';

/** What a node tells of its cluster. */
export type NodeEvidence = Pick<
  NodeRow,
  'name' | 'providerId' | 'region' | 'platformLabels'
>;

/** All that facts about a cluster may be concluded from. */
export interface ClusterEvidence {
  readonly name: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** As configured, not from the cluster. */
  readonly labels: Readonly<Record<string, string>>;
  /** Undefined as well when something else than the API server is asked, such as a proxy. */
  readonly server: URL | undefined;
  /** Where people look at the cluster elsewhere, as configured. */
  readonly consoleUrl?: string;
  /** `gitVersion` of the API server. */
  readonly version: string | undefined;
  /** Names of its API groups; undefined when they are not known. */
  readonly apiGroups: readonly string[] | undefined;
  /** Undefined when the nodes are not known, e.g. because they may not be read. */
  readonly nodes: readonly NodeEvidence[] | undefined;
}
