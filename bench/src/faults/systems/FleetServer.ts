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

import type { SystemProcess } from '../../processes/SystemProcess';
import type { ClusterAddress } from './FaultSystem';
import type { FleetInventory } from './fleetParts';

/** A running fleet backend. */
export interface FleetServer {
  /** Where its API is, such as `http://127.0.0.1:1234/api/fleet`. */
  readonly url: string;
  /** Only where its parts were put together by the suite. */
  readonly inventory?: FleetInventory;
  /** Streams that it holds open. There too. */
  readonly streams?: () => number;
  /** Only where it is a process of its own. */
  readonly process?: SystemProcess;
  stop(): Promise<void>;
}

export interface StartFleetServerOptions {
  readonly clusters: readonly ClusterAddress[];
  /** Objects in one page of a list. */
  readonly pageSize: number;
  /** Largest object or event that is read, in bytes. */
  readonly objectBytes?: number;
}
