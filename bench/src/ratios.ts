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

import { OursFigures } from './measure/measureOurs';
import { PeerFigures } from './measure/measurePeers';

export interface Ratios {
  readonly coldSyncComplete: number;
  readonly coldSyncFirstCluster: number;
  readonly coldSyncCpu: number;
  readonly coldSyncStall: number;
  readonly addedMemory: number;
  readonly totalMemory: number;
  readonly addedHeap: number;
  readonly cpuPerChangeUnwatched: number;
  /** Ours with twenty views, the informers' without any. */
  readonly cpuPerChangeTwentyViews: number;
}

/** The informers' figure divided by ours: above 1, ours is less. */
export function ratiosOf(ours: OursFigures, peers: PeerFigures): Ratios {
  return {
    coldSyncComplete:
      peers.coldSync.completeSeconds / ours.coldSync.completeSeconds,
    coldSyncFirstCluster:
      peers.coldSync.firstClusterSeconds / ours.coldSync.firstClusterSeconds,
    coldSyncCpu: peers.coldSync.cpuSeconds / ours.coldSync.cpuSeconds,
    coldSyncStall: peers.coldSync.longestStallMs / ours.coldSync.longestStallMs,
    addedMemory: peers.memory.addedRssMb / ours.memory.addedRssMb,
    totalMemory: peers.memory.afterSyncRssMb / ours.memory.afterSyncRssMb,
    addedHeap: peers.memory.addedHeapMb / ours.memory.addedHeapMb,
    cpuPerChangeUnwatched:
      peers.unwatched.cpuSecondsPer10kChanges /
      ours.unwatched.cpuSecondsPer10kChanges,
    cpuPerChangeTwentyViews:
      peers.unwatched.cpuSecondsPer10kChanges /
      ours.twentyViews.cpuSecondsPer10kChanges,
  };
}
