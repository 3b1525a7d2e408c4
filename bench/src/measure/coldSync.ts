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

import { FleetProcess } from '../processes/FleetProcess';
import { HostLoadFigures } from '../processes/HostLoad';

export interface ColdSyncFigures {
  /** From the first connection until a cluster was complete. */
  readonly firstClusterSeconds: number;
  readonly completeSeconds: number;
  readonly cpuSeconds: number;
  readonly longestStallMs: number;
  /** CPU time of the demo fleet meanwhile; absent where it cannot be told. */
  readonly fleetCpuSeconds?: number;
  readonly host: HostLoadFigures;
}

export interface MemoryFigures {
  /** Of the process before it knew a cluster. */
  readonly idleRssMb: number;
  readonly afterSyncRssMb: number;
  readonly addedRssMb: number;
  readonly addedHeapMb: number;
  readonly atEndRssMb: number;
  readonly peakRssMb: number;
}

/** CPU time of the fleet from now until it is called. */
export function fleetCpuFrom(fleet: FleetProcess): () => number | undefined {
  const before = fleet.cpuSeconds();
  return () => {
    const after = fleet.cpuSeconds();
    return before === undefined || after === undefined
      ? undefined
      : after - before;
  };
}

export const SYNC_DEADLINE = 300_000;
