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

import { ClusterRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { Clock } from '../../inventory/scheduling/Clock';
import { ClusterDefinition } from '../ClusterDefinition';
import { ClusterConnector } from '../connection/ClusterConnector';
import { NodeEvidence } from '../facts/ClusterEvidence';

/** What a monitor of a cluster is made of. */
export interface ClusterMonitorOptions {
  readonly definition: ClusterDefinition;
  /** Absent when the definition cannot be used. */
  readonly connector: ClusterConnector | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  /** How many kinds are always kept. */
  readonly kinds: number;
  /** The nodes as far as they are known. */
  readonly nodes: () => readonly NodeEvidence[] | undefined;
  /** The only namespaces that are read; undefined when all are. */
  readonly namespaces: () => readonly string[] | undefined;
  readonly onRow: (row: ClusterRow) => void;
  /** Called when the cluster turns out to be another one than before under the same name. */
  readonly onNewIncarnation: () => void;
}
